using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>The tagger's labels: each is a Penn tag with a universal part of speech.</summary>
internal sealed class TagLabels
{
    /// <summary>Scores have this many lanes, whole registers at every width.</summary>
    public const int Lanes = 80;

    private readonly byte[] _tags;
    private readonly byte[] _parts;

    /// <param name="tags">For each label the number of its Penn tag.</param>
    /// <param name="parts">For each label its part of speech.</param>
    public TagLabels(byte[] tags, byte[] parts) => (_tags, _parts) = (tags, parts);

    public int Count => _tags.Length;

    public byte Tag(int label) => _tags[label];

    public PartOfSpeech Pos(int label) => (PartOfSpeech)_parts[label];

    /// <summary>The label that is these two; -1 where none is.</summary>
    public int IndexOf(byte tag, PartOfSpeech pos)
    {
        for (int label = 0; label < Count; label++) if (_tags[label] == tag && _parts[label] == (byte)pos) return label;
        return -1;
    }

    /// <summary>Verbs, auxiliaries and the infinitive's "to": what decides the form of the next verb.</summary>
    public bool IsVerb(int label) =>
        Pos(label) is PartOfSpeech.Verb or PartOfSpeech.Auxiliary || PennTags.Names[_tags[label]] is "TO";

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static TagLabels Read(ModelFile file)
    {
        byte[] tags = file.Array<byte>("labels.tags"), parts = file.Array<byte>("labels.parts", tags.Length);
        if (tags.Length is 0 or > Lanes) throw ModelFile.Error(file.Name, $"{tags.Length} labels");
        if (tags.Any(tag => tag == 0 || tag >= PennTags.Names.Length)) throw ModelFile.Error(file.Name, "a label has a tag that does not exist");
        if (parts.Any(part => part is 0 or > (byte)PartOfSpeech.Other)) throw ModelFile.Error(file.Name, "a label has a part of speech that does not exist");
        return new TagLabels(tags, parts);
    }

    public void Write(ModelFile file)
    {
        file.Set<byte>("labels.tags", _tags);
        file.Set<byte>("labels.parts", _parts);
    }
}
