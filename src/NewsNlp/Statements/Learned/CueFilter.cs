using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>How sure it is that a cue is one: by what it, its content and its source are, then by the attributions about it.</summary>
internal sealed class CueFilter
{
    public const string AloneSection = "keep", BesideSection = "rivals";
    public const int AloneBits = 16, BesideBits = 14;

    // The log-odds of 0.42. F1 is about the same from 0.35 to 0.43; with less more near misses are taken, with more passives are lost ("is said to be").
    private const float Least = -0.32f;

    private readonly LayeredWeights _alone, _beside;

    private CueFilter(LayeredWeights alone, LayeredWeights beside) => (_alone, _beside) = (alone, beside);

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static CueFilter Read(ModelFile file) => new(ReadAlone(file), LayeredWeights.Read(file, BesideSection, BesideBits));

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static LayeredWeights ReadAlone(ModelFile file) => LayeredWeights.Read(file, AloneSection, AloneBits);

    public static bool Keeps(in AttributionData data) => data.KeepOdds >= Least;

    /// <summary>How sure an attribution is by itself, its cue being the context's.</summary>
    public AttributionData Judge(SpanContext context, in AttributionData data) => Judge(_alone, context, data);

    /// <inheritdoc cref="Judge(SpanContext, in AttributionData)"/>
    [SkipLocalsInit]
    public static AttributionData Judge(LayeredWeights alone, SpanContext context, in AttributionData data)
    {
        LayeredSink buffer = new(alone, stackalloc uint[FeatureBuffer.Size]);
        KeepFeatures.Add(context, data, ref buffer);
        return data with { KeepOdds = alone.Score(buffer.Features) };
    }

    /// <summary>The same, where it is known what all the cues of an article may say.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="found">In the order of the cues, each judged by itself.</param>
    /// <param name="odds">Working memory.</param>
    public void Compare(StatementTokens tokens, List<AttributionData> found, List<float> odds)
    {
        odds.Clear();
        Span<AttributionData> all = CollectionsMarshal.AsSpan(found);
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int i = 0; i < all.Length; i++)
        {
            LayeredSink buffer = new(_beside, memory);
            RivalFeatures.Add(tokens, all, i, ref buffer);
            odds.Add(all[i].KeepOdds + _beside.Score(buffer.Features));
        }
        for (int i = 0; i < all.Length; i++) all[i] = all[i] with { KeepOdds = odds[i] };
    }
}
