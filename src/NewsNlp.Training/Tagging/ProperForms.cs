using System.Runtime.InteropServices;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Words that text writes with a capital wherever they stand: names, and adjectives like <c>German</c>.</summary>
internal sealed class ProperForms
{
    private const int MinCount = 3;

    /// <summary>So many times as often with a capital as in small letters.</summary>
    private const int FarMore = 10;

    private readonly Dictionary<LemmaWord, int> _capital = [];
    private readonly Dictionary<string, int> _small = [];

    /// <summary>The words in small letters, in a fixed order.</summary>
    public IEnumerable<LemmaWord> Words => _capital.Where(pair => pair.Value >= MinCount && pair.Value > FarMore * _small.GetValueOrDefault(pair.Key.Form))
        .Select(pair => pair.Key).OrderBy(word => word.Form, StringComparer.Ordinal).ThenBy(word => word.Tag);

    public void Add(CorpusDocument document)
    {
        foreach (CorpusSentence sentence in document.Sentences)
        {
            for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
            {
                CorpusToken token = document.Tokens[i];
                if (!token.Form.All(char.IsAsciiLetter) || !token.Form.Skip(1).All(char.IsLower)) continue;
                if (char.IsLower(token.Form[0])) CollectionsMarshal.GetValueRefOrAddDefault(_small, token.Form, out _)++;
                else if (PennTags.Names[token.Tag] is "NNP" && token.Pos == PartOfSpeech.ProperNoun || PennTags.Names[token.Tag] is "JJ" && token.Pos == PartOfSpeech.Adjective)
                    CollectionsMarshal.GetValueRefOrAddDefault(_capital, new LemmaWord(token.Form.ToLowerInvariant(), token.Tag, token.Pos), out _)++;
            }
        }
    }
}
