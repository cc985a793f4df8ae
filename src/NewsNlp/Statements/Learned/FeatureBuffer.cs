using System.Runtime.CompilerServices;
using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>Keeps features in memory that the caller gives, to look all of them up together.</summary>
internal ref struct FeatureBuffer(Span<uint> memory) : IFeatureSink
{
    /// <summary>More than any token or span has.</summary>
    public const int Size = 96;

    private readonly Span<uint> _memory = memory;
    private int _count;

    public readonly Span<uint> Features => _memory[.._count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature) => _memory[_count++] = feature;
}
