using System.Runtime.CompilerServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>What features tell of one thing: a weight for each, and a layer of units above them.</summary>
internal sealed class LayeredWeights
{
    private LayeredWeights(HashedWeights weights, RectifiedLayer layer) => (Weights, Layer) = (weights, layer);

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static LayeredWeights Read(ModelFile file, string section, int bits) =>
        new(HashedWeights.Read(file, section, bits), RectifiedLayer.Read(file, section + ".layer"));

    /// <summary>For <see cref="LayeredSink"/>.</summary>
    public HashedWeights Weights { get; }

    /// <inheritdoc cref="Weights"/>
    public RectifiedLayer Layer { get; }

    /// <summary>In log-odds.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        ScoreSink sink = new(Weights);
        foreach (uint feature in features) sink.Add(feature);
        return sink.Sum / Weights.Scale + Layer.Score(features);
    }
}

/// <summary>Keeps features in memory that the caller gives, for <see cref="LayeredWeights.Score"/>, and has fetched meanwhile what is known of them.</summary>
internal ref struct LayeredSink(LayeredWeights weights, Span<uint> memory) : IFeatureSink
{
    private readonly ref sbyte _weights = ref weights.Weights.First, _rows = ref weights.Layer.First;
    private readonly int _shift = weights.Weights.Shift;
    private FeatureBuffer _buffer = new(memory);

    public readonly ReadOnlySpan<uint> Features => _buffer.Features;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        MemoryLines.Prefetch(ref Unsafe.Add(ref _weights, feature >> _shift));
        RectifiedLayer.Expect(ref _rows, feature);
        _buffer.Add(feature);
    }
}
