using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>Working memory of the tagger; one for each thread.</summary>
internal sealed class TagScratch
{
    /// <summary>Sentences are tagged in stretches of at most so many tokens: what is known of them stays near the processor.</summary>
    public const int Stretch = 32;

    private const int CacheSetBits = 11;
    private const int Words = WordFeatures.Middle + Stretch + ContextFeatures.Ahead;

    private readonly short[] _scores = new short[Stretch * TagLabels.Lanes];

    public WordScoreCache<TagWord> Cache { get; } = new(CacheSetBits, WordFeatures.Positions, TagLabels.Lanes);

    public WordSettings Settings { get; } = new();

    public LemmaCache Lemmas { get; } = new();

    /// <summary>The words of the stretch, with two before and some behind; likewise below.</summary>
    public TagWord[] Facts { get; } = new TagWord[Words];

    /// <summary>Where the cache has them.</summary>
    public int[] Places { get; } = new int[Words];

    /// <summary>How the cache knows them.</summary>
    public ulong[] Keys { get; } = new ulong[Words];

    /// <summary>For each token of the stretch the label for which its words speak most.</summary>
    public byte[] Labels { get; } = new byte[Stretch];

    public OpenTokens Open { get; } = new();

    /// <summary>The sums of a token of the stretch for the labels.</summary>
    public Span<short> Scores(int at) => _scores.AsSpan(at * TagLabels.Lanes, TagLabels.Lanes);
}
