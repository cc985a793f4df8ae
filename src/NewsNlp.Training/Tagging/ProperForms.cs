using System.Runtime.InteropServices;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Words that text writes with a capital wherever they stand: names, and adjectives like <c>German</c>.</summary>
internal sealed class ProperForms
{
    private const int MinCount = 3;
    private const int Frequent = 100;

    /// <summary>So many times as often with a capital as in small letters.</summary>
    private const int FarMore = 10;

    /// <summary>With a capital at least once in so many times.</summary>
    private const int OftenCapital = 10;

    private readonly Dictionary<LemmaWord, int> _capital = [];
    private readonly Dictionary<string, int> _small = [];
    private readonly Dictionary<string, int> _capitals = [];

    /// <summary>The words in small letters, in a fixed order.</summary>
    public IEnumerable<LemmaWord> Words => _capital.Where(pair => pair.Value >= MinCount && pair.Value > FarMore * _small.GetValueOrDefault(pair.Key.Form))
        .Select(pair => pair.Key).OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag);

    /// <summary>Names in small letters that text mostly writes in capitals, abbreviations, in a fixed order.</summary>
    public IEnumerable<string> Abbreviations => _capitals.Where(pair => pair.Value >= MinCount && IsAbbreviation(pair.Key)).Select(pair => pair.Key).Order(StringComparer.Ordinal);

    /// <summary>True where text writes the name in capitals more often than with one.</summary>
    /// <param name="word">In small letters.</param>
    public bool IsAbbreviation(string word) => _capitals.GetValueOrDefault(word) > _capital.GetValueOrDefault(new LemmaWord(word, PennTags.IndexOf("NNP"), PartOfSpeech.ProperNoun));

    /// <summary>True of words met often enough to expect them in capitals, too.</summary>
    public bool IsFrequent(LemmaWord small) => _capital.GetValueOrDefault(small) >= Frequent;

    /// <summary>True of words like <c>democratic</c>, which begin with a capital in names of all kinds.</summary>
    public bool IsOftenCapital(LemmaWord small) => _capital.GetValueOrDefault(small) * OftenCapital > _small.GetValueOrDefault(small.Form);

    public void Add(CorpusDocument document)
    {
        foreach (CorpusSentence sentence in document.Sentences)
        {
            for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
            {
                CorpusToken token = document.Tokens[i];
                if (!token.Form.All(char.IsAsciiLetter)) continue;
                if (token.Form.Length > 1 && token.Form.All(char.IsUpper) && PennTags.Names[token.Tag] is "NNP") CollectionsMarshal.GetValueRefOrAddDefault(_capitals, token.Form.ToLowerInvariant(), out _)++;
                if (!token.Form.Skip(1).All(char.IsLower)) continue;
                if (char.IsLower(token.Form[0])) CollectionsMarshal.GetValueRefOrAddDefault(_small, token.Form, out _)++;
                else if (PennTags.Names[token.Tag] is "NNP" && token.Pos == PartOfSpeech.ProperNoun || PennTags.Names[token.Tag] is "JJ" && token.Pos == PartOfSpeech.Adjective)
                    CollectionsMarshal.GetValueRefOrAddDefault(_capital, new LemmaWord(token.Form.ToLowerInvariant(), token.Tag, token.Pos), out _)++;
            }
        }
    }
}
