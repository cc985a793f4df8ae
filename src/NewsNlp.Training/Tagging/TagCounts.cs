using System.Runtime.InteropServices;
using NewsNlp.Learning;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Counts which tags each word has, and makes of it the labels and the lexicon of ambiguity classes.</summary>
internal sealed class TagCounts
{
    private const int MinLabel = 8;
    private const float MinWord = 5;
    private const float MinShare = 0.04f;
    private const int MaxClasses = 255;
    private const int MaxTagsOfClass = 3;

    private readonly Dictionary<(byte Tag, PartOfSpeech Pos), float> _labels = [];
    private readonly Dictionary<uint, Dictionary<byte, float>> _tagsOfWord = [];

    public void Add(CorpusDocument document, float weight, bool gold)
    {
        foreach (CorpusToken token in document.Tokens)
        {
            if (token.Tag == 0 || token.Pos == PartOfSpeech.None) continue;
            if (gold) CollectionsMarshal.GetValueRefOrAddDefault(_labels, (token.Tag, token.Pos), out _)++;
            uint word = (uint)(FeatureHash.OfNormal(token.Form) >> 32);
            ref Dictionary<byte, float>? tags = ref CollectionsMarshal.GetValueRefOrAddDefault(_tagsOfWord, word, out _);
            CollectionsMarshal.GetValueRefOrAddDefault(tags ??= [], token.Tag, out _) += weight;
        }
    }

    public TagLabels Labels()
    {
        (byte Tag, PartOfSpeech Pos)[] kept =
            [.. _labels.Where(pair => pair.Value >= MinLabel).Select(pair => pair.Key).OrderBy(label => (label.Tag, label.Pos)).Take(TagLabels.Lanes)];
        return new TagLabels([.. kept.Select(label => label.Tag)], [.. kept.Select(label => (byte)label.Pos)]);
    }

    /// <summary>Words and, for each, its class; words ascending. Then the classes of words that are mostly verbs.</summary>
    public (uint[] Words, byte[] Classes, byte[] Verbs) Lexicon()
    {
        (uint Word, string Class)[] words =
            [.. _tagsOfWord.Where(pair => pair.Value.Values.Sum() >= MinWord).Select(pair => (pair.Key, ClassOf(pair.Value))).OrderBy(pair => pair.Key)];
        string[] classes = [.. words.GroupBy(word => word.Class).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MaxClasses).Select(group => group.Key)];
        Dictionary<string, byte> numbers = classes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => (byte)(pair.i + 1));
        // A class too rare for a number of its own becomes that of its most frequent tag alone.
        (uint Word, byte Class)[] known =
            [.. words.Select(word => (word.Word, numbers.TryGetValue(word.Class, out byte own) ? own : numbers.GetValueOrDefault(word.Class[..1])))
                .Where(word => word.Item2 != 0)];
        return ([.. known.Select(word => word.Word)], [.. known.Select(word => word.Class)], [.. numbers.Where(pair => IsVerb(PennTags.Names[pair.Key[0]])).Select(pair => pair.Value).Order()]);
    }

    private static bool IsVerb(string tag) => tag.StartsWith("VB", StringComparison.Ordinal) || tag is "MD" or "TO";

    // The tags as characters, the most frequent first.
    private static string ClassOf(Dictionary<byte, float> tags)
    {
        float total = tags.Values.Sum();
        return string.Concat(tags.Where(tag => tag.Value >= total * MinShare).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key)
            .Take(MaxTagsOfClass).Select(tag => (char)tag.Key));
    }
}
