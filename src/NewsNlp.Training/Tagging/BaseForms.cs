using System.Runtime.InteropServices;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>How often a word occurs in its base form in text without lemmas: evidence that <c>torched</c> is of <c>torch</c>, not <c>torche</c>.</summary>
internal sealed class BaseForms
{
    private const int MinCount = 2;

    private static readonly string[] Inflections = ["NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS"];
    private static readonly string[] Bases = ["NN", "VB", "VBP", "JJ"];

    private readonly Dictionary<(string Word, PartOfSpeech Pos), int> _bases = [];
    private readonly Dictionary<LemmaWord, int> _inflected = [];

    /// <summary>Inflected forms in lower case that occur more than once, in a fixed order.</summary>
    public IEnumerable<LemmaWord> Inflected => _inflected.Where(pair => pair.Value >= MinCount).Select(pair => pair.Key)
        .OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag).ThenBy(word => word.Pos);

    public void Add(CorpusDocument document)
    {
        foreach (CorpusToken token in document.Tokens)
        {
            if (!token.Form.All(char.IsLower)) continue;
            string tag = PennTags.Names[token.Tag];
            if (Bases.Contains(tag)) CollectionsMarshal.GetValueRefOrAddDefault(_bases, (token.Form, token.Pos), out _)++;
            else if (Inflections.Contains(tag)) CollectionsMarshal.GetValueRefOrAddDefault(_inflected, new LemmaWord(token.Form, token.Tag, token.Pos), out _)++;
        }
    }

    public int Count(string word, PartOfSpeech pos) => _bases.GetValueOrDefault((word, pos));
}
