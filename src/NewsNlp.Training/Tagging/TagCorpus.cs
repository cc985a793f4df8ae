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

    private readonly Dictionary<(string Form, WordSetting Setting), int> _numbers = [];
    private readonly Dictionary<(byte Tag, PartOfSpeech Pos), byte> _labels = [];
    private readonly WordFeatures _features;
    private readonly WordSettings _settings = new();

    public TagCorpus(TagLabels labels, WordFeatures features)
    {
        _features = features;
        for (int label = 0; label < labels.Count; label++) _labels[(labels.Tag(label), labels.Pos(label))] = (byte)label;
        Types.Add(MakeType("", WordFeatures.Outside, default));
    }

    public List<WordType> Types { get; } = [];

    public IEnumerable<TagSentence> Read(CorpusDocument document, float weight, HeadlineMaker headlines)
    {
        DocumentDraft draft = headlines.Rewrite(document).ToDraft();
        _settings.Open(draft);
        for (int s = 0; s < draft.Sentences.Count; s++) yield return Read(document, draft, s, weight);
    }

    private TagSentence Read(CorpusDocument document, DocumentDraft draft, int number, float weight)
    {
        SentenceData sentence = draft.Sentences[number];
        int[] words = new int[sentence.EndToken - sentence.FirstToken];
        byte[] gold = new byte[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            int at = sentence.FirstToken + i;
            words[i] = NumberOf(draft.Form(at).ToString(), _settings.Of(draft, number, at));
            gold[i] = _labels.GetValueOrDefault((document.Tokens[at].Tag, document.Tokens[at].Pos), TagHistory.None);
        }
        return new TagSentence(words, gold, weight);
    }

    private int NumberOf(string form, WordSetting setting)
    {
        if (_numbers.TryGetValue((form, setting), out int number)) return number;
        number = Types.Count;
        _numbers.Add((form, setting), number);
        Types.Add(MakeType(form, _features.Describe(form, setting), setting));
        return number;
    }

    private WordType MakeType(string form, TagWord facts, WordSetting setting)
    {
        uint[][] features = new uint[WordFeatures.Positions][];
        for (int position = 0; position < features.Length; position++)
        {
            TypeFeatures list = new();
            _features.Collect(form, facts, setting, position, ref list);
            features[position] = list.ToArray();
        }
        return new WordType(facts, features);
    }
}
