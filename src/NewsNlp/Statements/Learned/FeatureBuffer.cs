using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>Keeps features in memory that the caller gives, to look all of them up together.</summary>
/// <param name="memory">Of <see cref="Size"/> at least, so that what is kept needs no check.</param>
internal ref struct FeatureBuffer(Span<uint> memory) : IFeatureSink
{
    /// <summary>More than any token or span has.</summary>
    public const int Size = 96;

    private readonly ref uint _first = ref memory[..Size][0];
    private ref uint _next = ref memory[0];

    public readonly int Count => (int)(Unsafe.ByteOffset(ref _first, ref _next) / sizeof(uint));

    public readonly Span<uint> Features => MemoryMarshal.CreateSpan(ref _first, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        Debug.Assert(Count < Size);
        _next = feature;
        _next = ref Unsafe.Add(ref _next, 1);
    }
}
