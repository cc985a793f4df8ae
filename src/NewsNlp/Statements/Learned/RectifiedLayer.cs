using System.Runtime.CompilerServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// Units above hashed features that are zero unless their sum is positive: they learn which features mean something only together.
/// Integers throughout, so that every machine gives the same answers.
/// </summary>
internal sealed class RectifiedLayer
{
    public const int Units = UnitSums.Units;

    public const int Bits = 13;

    /// <summary>What 1 is as an integer in rows and in outputs.</summary>
    public const int RowScale = 64, OutputScale = 256;

    /// <summary>Outputs are at most as large, so that sums of 96 features fit into 32 bits.</summary>
    public const int MaxOutput = 1023;

    private readonly UnitRows _rows;
    private readonly short[] _outputs;

    private RectifiedLayer(UnitRows rows, short[] outputs) => (_rows, _outputs) = (rows, outputs);

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static RectifiedLayer Read(ModelFile file, string section)
    {
        short[] outputs = file.Array<short>(section + ".outputs", Units);
        if (outputs.AsSpan().ContainsAnyExceptInRange<short>(-MaxOutput, MaxOutput)) throw ModelFile.Error(file.Name, $"section '{section}.outputs' is out of bounds");
        return new RectifiedLayer(new UnitRows((sbyte[])(Array)PackedBytes.Unpack(file, section + ".rows", (long)Units << Bits)), outputs);
    }

    /// <summary>The first of the rows, for <see cref="Expect"/>.</summary>
    public ref sbyte First => ref _rows.Of(0);

    /// <summary>Has fetched what <see cref="Score"/> will look at.</summary>
    /// <param name="first">The layer's <see cref="First"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Expect(ref sbyte first, uint feature) => MemoryLines.Prefetch(ref Unsafe.Add(ref first, RowOf(feature) * Units));

    /// <summary>In log-odds.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        UnitSums sums = default;
        foreach (uint feature in features) sums.Add(ref _rows.Of(RowOf(feature)));
        return sums.Weighted(_outputs) / (float)(RowScale * OutputScale);
    }

    // A row for each value of the upper bits, so that none lies outside.
    private static uint RowOf(uint feature) => feature >> (32 - Bits);
}

/// <summary>Keeps features in memory that the caller gives, for <see cref="RectifiedLayer.Score"/>, and has fetched meanwhile what the layer knows of them.</summary>
internal ref struct LayerSink(RectifiedLayer layer, Span<uint> memory) : IFeatureSink
{
    private readonly ref sbyte _rows = ref layer.First;
    private FeatureBuffer _buffer = new(memory);

    public readonly ReadOnlySpan<uint> Features => _buffer.Features;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        RectifiedLayer.Expect(ref _rows, feature);
        _buffer.Add(feature);
    }
}
