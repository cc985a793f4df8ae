using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>What the layers of a network in bytes do lane by lane after their matrix products. Sums wrap around, so that every vector width gives the same.</summary>
internal static class ByteLayers
{
    private const int Panel = ByteMatrix.Panel;

    /// <summary>Sums of products to what a layer hands on: the bias added, nothing below zero, cut at the largest byte.</summary>
    /// <param name="before">Added then, and cut again; empty for nothing.</param>
    public static void Activate(ReadOnlySpan<short> sums, ReadOnlySpan<short> bias, ReadOnlySpan<byte> before, Span<byte> output)
    {
        const int Shift = NetworkNumbers.ProductPlaces - NetworkNumbers.BytePlaces;
        ref readonly short sum = ref sums[..Panel][0];
        ref readonly short add = ref bias[..Panel][0];
        ref byte to = ref output[..Panel][0];
        Vector256<short> half = Vector256.Create((short)(1 << (Shift - 1)));
        for (nuint i = 0; i < Panel; i += 16)
        {
            Vector256<short> lanes = (Vector256.LoadUnsafe(in sum, i) + Vector256.LoadUnsafe(in add, i) + half) >> Shift;
            Bytes(lanes).StoreUnsafe(ref to, i);
        }
        if (before.Length > 0) AddCut(before, output);
    }

    /// <summary>A word's numbers as bytes with <see cref="NetworkNumbers.WordOffset"/>, cut where they do not fit.</summary>
    public static void AddOffset(ReadOnlySpan<short> numbers, Span<byte> bytes)
    {
        for (int i = 0; i + 16 <= numbers.Length; i += 16)
            Bytes(Vector256.Create(numbers.Slice(i, 16)) + Vector256.Create((short)NetworkNumbers.WordOffset)).CopyTo(bytes[i..]);
    }

    private static void AddCut(ReadOnlySpan<byte> addend, Span<byte> output)
    {
        for (int i = 0; i < Panel; i += 32) Vector256.AddSaturate(Vector256.Create(output.Slice(i, 32)), Vector256.Create(addend.Slice(i, 32))).CopyTo(output[i..]);
    }

    /// <summary>Lanes as bytes, cut where they do not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Bytes(Vector256<short> lanes)
    {
        Vector256<ushort> cut = Vector256.Min(Vector256.Max(lanes, Vector256<short>.Zero), Vector256.Create((short)byte.MaxValue)).AsUInt16();
        return Vector128.Narrow(cut.GetLower(), cut.GetUpper());
    }
}
