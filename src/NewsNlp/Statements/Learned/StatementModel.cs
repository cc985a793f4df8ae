using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>The statement models: what finds attributions, which of them are kept, and how sure they are.</summary>
internal sealed class StatementModel
{
    public const string Name = "statements";
    public const int KeepBits = 16;

    // The log-odds of 0.35. F1 is about the same from there to 0.4; with less more near misses are taken, with more passives are lost ("is said to be").
    private const float LeastKept = -0.6f;

    private readonly HashedWeights _keep;
    private readonly RectifiedLayer _keepLayer;

    private StatementModel(AttributionFinder finder, HashedWeights keep, RectifiedLayer keepLayer, float[] trust) =>
        (Finder, _keep, _keepLayer, Trust) = (finder, keep, keepLayer, trust);

    public AttributionFinder Finder { get; }

    /// <summary>Weights of <see cref="TrustFeatures"/>: are content and speaker right, too?</summary>
    public float[] Trust { get; }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static StatementModel Read(ModelFile file) => new(
        AttributionFinder.Read(file), HashedWeights.Read(file, "keep", KeepBits), RectifiedLayer.Read(file, "keep.layer"),
        file.Array<float>("trust", TrustFeatures.Count));

    /// <summary>True where the cue, seen together with its content and source, is believed; how much goes into <paramref name="data"/>.</summary>
    public bool Keeps(SpanContext context, ref AttributionData data)
    {
        FeatureBuffer buffer = new(stackalloc uint[FeatureBuffer.Size]);
        KeepFeatures.Add(context, data, ref buffer);
        ScoreSink sink = new(_keep);
        foreach (uint feature in buffer.Features) sink.Add(feature);
        data = data with { KeepOdds = sink.Sum / _keep.Scale + _keepLayer.Score(buffer.Features) };
        return data.KeepOdds >= LeastKept;
    }
}
