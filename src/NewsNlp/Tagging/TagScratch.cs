using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>Working memory of the tagger; one for each thread, grown where needed.</summary>
internal sealed class TagScratch
{
    private const int CacheSetBits = 9;

    /// <summary>Longer texts work in memory that is thrown away afterwards.</summary>
    private const int MaxKept = 1 << 12;

    public WordScoreCache<TagWord> Cache { get; } = new(CacheSetBits, WordFeatures.Positions, TagLabels.Lanes);

    /// <summary>The words of the sentence, two from outside before and behind.</summary>
    public TagWord[] Words { get; private set; } = [];

    /// <summary>For each word the sums for the labels, <see cref="TagLabels.Lanes"/> to a word, two words more at either end.</summary>
    public short[] Scores { get; private set; } = [];

    public void Reserve(int words)
    {
        if (Words.Length >= words + 4) return;
        Words = new TagWord[Math.Max(words + 4, Words.Length * 2)];
        Scores = new short[Words.Length * TagLabels.Lanes];
    }

    public void Trim()
    {
        if (Words.Length > MaxKept) (Words, Scores) = ([], []);
    }
}
