using System.Numerics;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>
/// For each frequent word which tags it has in the training corpora, as the number of a class: all words that are tagged
/// "mostly NN, sometimes VB" share one. 0 where the word is not known.
/// </summary>
internal sealed class TagLexicon
{
    private readonly ulong[] _slots;
    private readonly int _shift;
    private readonly bool[] _isVerb = new bool[256];

    /// <param name="verbs">The classes of words that are mostly verbs, modals or "to".</param>
    public TagLexicon(ReadOnlySpan<uint> words, ReadOnlySpan<byte> classes, ReadOnlySpan<byte> verbs)
    {
        foreach (byte verb in verbs) _isVerb[verb] = true;
        int bits = BitOperations.Log2((uint)words.Length + 4) + 2;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int i = 0; i < words.Length; i++)
        {
            int at = (int)(words[i] >> _shift);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = (ulong)classes[i] << 32 | words[i];
        }
    }

    /// <summary>The class of a word, by <see cref="TagWord.Lower"/>.</summary>
    public byte ClassOf(uint lower)
    {
        for (int at = (int)(lower >> _shift); ; at = (at + 1) & (_slots.Length - 1))
        {
            ulong slot = _slots[at];
            if ((uint)slot == lower || slot == 0) return (byte)(slot >> 32);
        }
    }

    public bool IsVerb(byte ambiguity) => _isVerb[ambiguity];

    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static TagLexicon Read(ModelFile file)
    {
        uint[] words = file.Array<uint>("lexicon.words");
        byte[] classes = file.Array<byte>("lexicon.classes", words.Length);
        if (words.Length > 1 << 20) throw ModelFile.Error(file.Name, $"{words.Length} words are too many");
        if (classes.Contains((byte)0)) throw ModelFile.Error(file.Name, "a word of the lexicon has no class");
        return new TagLexicon(words, classes, file.Array<byte>("lexicon.verbs"));
    }

    public static void Write(ModelFile file, ReadOnlySpan<uint> words, ReadOnlySpan<byte> classes, ReadOnlySpan<byte> verbs)
    {
        file.Set("lexicon.words", words);
        file.Set("lexicon.classes", classes);
        file.Set("lexicon.verbs", verbs);
    }
}
