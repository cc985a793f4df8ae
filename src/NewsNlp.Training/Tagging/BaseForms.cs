using System.Runtime.InteropServices;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>How often a word occurs in its base form in text without lemmas: evidence that <c>torched</c> is of <c>torch</c>, not <c>torche</c>.</summary>
/// <param name="frequentWords">Words in small letters by falling frequency; they tell of words that the text lacks.</param>
internal sealed class BaseForms(string[] frequentWords)
{
    private const int MinCount = 2;

    /// <summary>One occurrence in so many with the same tags.</summary>
    private const int OftenTagged = 20;

    /// <summary>What an occurrence with the right part of speech counts against mere frequency.</summary>
    private const int OfOccurrence = 20;

    private const int OfFrequentWord = 100_000;
    private const int RankOffset = 1000;

    private static readonly string[] Inflections = ["NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS"];
    private static readonly string[] Bases = ["NN", "VB", "VBP", "JJ"];

    private static readonly (string Ending, string Tag, PartOfSpeech Pos)[] LikelyInflections =
    [
        ("ed", "VBD", PartOfSpeech.Verb), ("ed", "VBN", PartOfSpeech.Verb), ("ing", "VBG", PartOfSpeech.Verb), ("ches", "VBZ", PartOfSpeech.Verb),
        ("shes", "VBZ", PartOfSpeech.Verb), ("sses", "VBZ", PartOfSpeech.Verb), ("xes", "VBZ", PartOfSpeech.Verb), ("ies", "VBZ", PartOfSpeech.Verb),
        ("ches", "NNS", PartOfSpeech.Noun), ("shes", "NNS", PartOfSpeech.Noun), ("sses", "NNS", PartOfSpeech.Noun), ("xes", "NNS", PartOfSpeech.Noun),
        ("oes", "NNS", PartOfSpeech.Noun), ("ies", "NNS", PartOfSpeech.Noun), ("ier", "JJR", PartOfSpeech.Adjective), ("iest", "JJS", PartOfSpeech.Adjective),
    ];

    private readonly Dictionary<string, int> _ranks = frequentWords.Select((word, rank) => (word, rank)).ToDictionary(pair => pair.word, pair => pair.rank, StringComparer.Ordinal);
    private readonly Dictionary<(string Word, PartOfSpeech Pos), int> _bases = [];
    private readonly Dictionary<LemmaWord, int> _inflected = [];
    private readonly Dictionary<LemmaWord, int> _small = [];
    private readonly Dictionary<string, int> _smallForms = [];

    /// <summary>Inflected forms in lower case that occur more than once, and frequent words that look like one, in a fixed order.</summary>
    public IEnumerable<LemmaWord> Inflected => _inflected.Where(pair => pair.Value >= MinCount).Select(pair => pair.Key).Concat(FrequentInflected()).Distinct()
        .OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag).ThenBy(word => word.Pos);

    /// <summary>Words that the text writes in small letters, with their tags, in a fixed order.</summary>
    public IEnumerable<LemmaWord> Small => _small.Where(pair => pair.Value >= MinCount).Select(pair => pair.Key)
        .OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag).ThenBy(word => word.Pos);

    /// <summary>True where the text gives the word these tags often enough for them not to be a mistake.</summary>
    /// <param name="small">The word in small letters.</param>
    public bool HasTags(LemmaWord small) => _small.GetValueOrDefault(small) * OftenTagged >= _smallForms.GetValueOrDefault(small.Form, 1);

    public void Add(CorpusDocument document)
    {
        foreach (CorpusToken token in document.Tokens)
        {
            if (!token.Form.All(char.IsLower)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(_smallForms, token.Form, out _)++;
            if (token.Pos != PartOfSpeech.ProperNoun) CollectionsMarshal.GetValueRefOrAddDefault(_small, new LemmaWord(token.Form, token.Tag, token.Pos), out _)++;
            string tag = PennTags.Names[token.Tag];
            if (Bases.Contains(tag)) CollectionsMarshal.GetValueRefOrAddDefault(_bases, (token.Form, token.Pos), out _)++;
            else if (Inflections.Contains(tag)) CollectionsMarshal.GetValueRefOrAddDefault(_inflected, new LemmaWord(token.Form, token.Tag, token.Pos), out _)++;
        }
    }

    /// <summary>How much speaks for a word's being a base form.</summary>
    public int Weight(string word, PartOfSpeech pos) =>
        OfOccurrence * _bases.GetValueOrDefault((word, pos)) + (_ranks.TryGetValue(word, out int rank) ? OfFrequentWord / (rank + RankOffset) : 0);

    private IEnumerable<LemmaWord> FrequentInflected()
    {
        foreach (string word in _ranks.Keys.Where(word => word.All(char.IsAsciiLetterLower)))
            foreach ((string ending, string tag, PartOfSpeech pos) in LikelyInflections)
                if (word.EndsWith(ending, StringComparison.Ordinal)) yield return new LemmaWord(word, PennTags.IndexOf(tag), pos);
    }
}
