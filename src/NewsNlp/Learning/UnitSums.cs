using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>
/// Sums of 32 units over rows of signed bytes, and what those above zero say together: a layer of rectified units. Integers, so that
/// every machine gives the same answers.
/// </summary>
internal struct UnitSums
{
    /// <summary>As many as a vector of 256 bits has bytes.</summary>
    public const int Units = 32;

    private Vector256<short> _low, _high;

    /// <param name="row">The first of <see cref="Units"/> bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref readonly sbyte row)
    {
        (Vector256<short> low, Vector256<short> high) = Vector256.Widen(Vector256.LoadUnsafe(in row));
        _low += low;
        _high += high;
    }

    /// <summary>The units that are above zero, by their outputs.</summary>
    public readonly long Weighted(ReadOnlySpan<short> outputs) => Weighted(_low, outputs) + Weighted(_high, outputs[(Units / 2)..]);

    private static long Weighted(Vector256<short> units, ReadOnlySpan<short> outputs)
    {
        (Vector256<int> first, Vector256<int> second) = Vector256.Widen(Vector256.Max(units, Vector256<short>.Zero));
        (Vector256<int> firstOutput, Vector256<int> secondOutput) = Vector256.Widen(Vector256.Create(outputs));
        return Vector256.Sum(first * firstOutput + second * secondOutput);
    }
}
