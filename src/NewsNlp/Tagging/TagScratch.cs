using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>Working memory of the tagger; one for each thread.</summary>
internal sealed class TagScratch
{
    private const int CacheSetBits = 11;

    /// <summary>Longer sentences, which no writer wrote, work in memory that is thrown away afterwards.</summary>
    private const int MaxKept = 1 << 12;

    /// <summary>A word concerns five tokens at most, so that a ring of eight holds all sums that are not yet complete.</summary>
    private const int Ring = 8;

    private readonly short[] _scores = new short[Ring * TagLabels.Lanes];

    public WordScoreCache<TagWord> Cache { get; } = new(CacheSetBits, WordFeatures.Positions, TagLabels.Lanes);

    public WordSettings Settings { get; } = new();

    public LemmaCache Lemmas { get; } = new();

    /// <summary>The words of the sentence, two from outside before and behind.</summary>
    public TagWord[] Words { get; private set; } = [];

    /// <summary>The sums of a token for the labels.</summary>
    public Span<short> Scores(int token) => _scores.AsSpan((token & (Ring - 1)) * TagLabels.Lanes, TagLabels.Lanes);

    public void Reserve(int words)
    {
        if (Words.Length < words) Words = new TagWord[Math.Max(words, Words.Length * 2)];
    }

    public void Trim()
    {
        if (Words.Length > MaxKept) Words = [];
        Settings.Trim();
    }
}
