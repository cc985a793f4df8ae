using System.Runtime.CompilerServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>What features tell of one thing: a weight for each, and a layer of units above them.</summary>
internal sealed class LayeredWeights
{
    private readonly HashedWeights _weights;
    private readonly RectifiedLayer _layer;

    private LayeredWeights(HashedWeights weights, RectifiedLayer layer) => (_weights, _layer) = (weights, layer);

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static LayeredWeights Read(ModelFile file, string section, int bits) =>
        new(HashedWeights.Read(file, section, bits), RectifiedLayer.Read(file, section + ".layer"));

    /// <summary>Has fetched what <see cref="Score"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature)
    {
        _weights.Expect(feature);
        _layer.Expect(feature);
    }

    /// <summary>In log-odds.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        ScoreSink sink = new(_weights);
        foreach (uint feature in features) sink.Add(feature);
        return sink.Sum / _weights.Scale + _layer.Score(features);
    }
}

/// <summary>Keeps features in memory that the caller gives, for <see cref="LayeredWeights.Score"/>, and has fetched meanwhile what is known of them.</summary>
internal ref struct LayeredSink(LayeredWeights weights, Span<uint> memory) : IFeatureSink
{
    private FeatureBuffer _buffer = new(memory);

    public readonly ReadOnlySpan<uint> Features => _buffer.Features;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        weights.Expect(feature);
        _buffer.Add(feature);
    }
}
