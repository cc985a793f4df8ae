using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>A sentence to learn from: numbers of its words in <see cref="TagCorpus.Types"/>.</summary>
/// <param name="Gold">For each word its label; <see cref="TagHistory.None"/> where there is nothing to learn.</param>
internal sealed record TagSentence(int[] Words, byte[] Gold, float Weight);

/// <summary>A word as written in a kind of sentence, with all features that depend on it alone, by position.</summary>
internal sealed record WordType(TagWord Facts, uint[][] Features);

/// <summary>Sentences with their words' features computed once for each different word.</summary>
internal sealed class TagCorpus
{
    public const int Outside = 0;

    private readonly Dictionary<(string Form, SentenceStyle Style), int> _numbers = [];
    private readonly Dictionary<(byte Tag, PartOfSpeech Pos), byte> _labels = [];
    private readonly WordFeatures _features;

    public TagCorpus(TagLabels labels, WordFeatures features)
    {
        _features = features;
        for (int label = 0; label < labels.Count; label++) _labels[(labels.Tag(label), labels.Pos(label))] = (byte)label;
        Types.Add(MakeType("", WordFeatures.Outside, SentenceStyle.Normal));
    }

    public List<WordType> Types { get; } = [];

    public IEnumerable<TagSentence> Read(CorpusDocument document, float weight, HeadlineMaker headlines)
    {
        foreach (CorpusSentence sentence in document.Sentences)
        {
            CorpusToken[] tokens = document.Tokens[sentence.FirstToken..sentence.EndToken];
            yield return Read(headlines.Rewrite(tokens), weight);
        }
    }

    private TagSentence Read(CorpusToken[] tokens, float weight)
    {
        CorpusDocument alone = Written(tokens);
        SentenceStyle style = SentenceStyles.Of(alone.ToDraft(), new SentenceData(0, tokens.Length, 0));
        int[] words = [.. tokens.Select(token => NumberOf(token.Form, style))];
        byte[] gold = [.. tokens.Select(token => _labels.GetValueOrDefault((token.Tag, token.Pos), TagHistory.None))];
        return new TagSentence(words, gold, weight);
    }

    private static CorpusDocument Written(CorpusToken[] tokens)
    {
        int at = 0;
        CorpusToken[] moved = [.. tokens.Select(token => token with { Span = new TextSpan(at, at += token.Form.Length) })];
        return new CorpusDocument("", string.Concat(tokens.Select(token => token.Form)), moved, [new CorpusSentence(0, moved.Length, true, 1)]);
    }

    private int NumberOf(string form, SentenceStyle style)
    {
        if (_numbers.TryGetValue((form, style), out int number)) return number;
        number = Types.Count;
        _numbers.Add((form, style), number);
        Types.Add(MakeType(form, _features.Describe(form, style), style));
        return number;
    }

    private WordType MakeType(string form, TagWord facts, SentenceStyle style)
    {
        uint[][] features = new uint[WordFeatures.Positions][];
        for (int position = 0; position < features.Length; position++)
        {
            TypeFeatures list = new();
            _features.Collect(form, facts, style, position, ref list);
            features[position] = list.ToArray();
        }
        return new WordType(facts, features);
    }
}
