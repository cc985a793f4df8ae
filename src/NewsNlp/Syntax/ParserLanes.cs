using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Learning;

namespace NewsNlp.Syntax;

/// <summary>What the parser's network does lane by lane between its matrix products. Sums wrap around, so that every vector width gives the same.</summary>
internal static class ParserLanes
{
    private const int Panel = ByteMatrix.Panel;

    /// <summary>The sum of four vectors as bytes with <see cref="NetworkNumbers.WordOffset"/>, cut where it does not fit.</summary>
    public static void SumVectors(ReadOnlySpan<short> word, ReadOnlySpan<sbyte> tag, ReadOnlySpan<sbyte> part, ReadOnlySpan<sbyte> doubt, Span<byte> sum)
    {
        int width = sum.Length;
        if (word.Length != width || tag.Length != width || part.Length != width || doubt.Length != width) throw new ArgumentException("The vectors differ in length.", nameof(sum));
        for (int i = 0; i + 16 <= width; i += 16)
        {
            Vector256<short> facts = LaneMath.Widened(ref MemoryMarshal.GetReference(tag), (nuint)i) + LaneMath.Widened(ref MemoryMarshal.GetReference(part), (nuint)i)
                + LaneMath.Widened(ref MemoryMarshal.GetReference(doubt), (nuint)i);
            ByteLayers.Bytes(Vector256.Create(word.Slice(i, 16)) + facts + Vector256.Create((short)NetworkNumbers.WordOffset)).StoreUnsafe(ref MemoryMarshal.GetReference(sum), (nuint)i);
        }
    }

    /// <summary>Sums of products at the places of the hidden layer, and <paramref name="addend"/>.</summary>
    public static void AddShifted(ReadOnlySpan<short> sums, ReadOnlySpan<short> addend, Span<short> output)
    {
        const int Shift = NetworkNumbers.ProductPlaces - ParserModel.HiddenPlaces;
        ref readonly short sum = ref sums[..Panel][0];
        ref readonly short add = ref addend[..Panel][0];
        ref short to = ref output[..Panel][0];
        Vector256<short> half = Vector256.Create((short)(1 << (Shift - 1)));
        for (nuint i = 0; i < Panel; i += 16)
            (((Vector256.LoadUnsafe(in sum, i) + half) >> Shift) + Vector256.LoadUnsafe(in add, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The hidden layer of a state: the rows of a table that begin at <paramref name="places"/>, added up and activated.</summary>
    /// <param name="wide">So many of the rows are as wide as the hidden layer, the others a panel.</param>
    public static void SumRows(ReadOnlySpan<short> table, ReadOnlySpan<int> places, int wide, Span<byte> hidden)
    {
        // The check here is what makes the unchecked loads safe.
        for (int i = 0; i < places.Length; i++)
            if ((uint)places[i] > (uint)(table.Length - (i < wide ? hidden.Length : Panel))) throw new ArgumentException("A row ends behind the table.", nameof(places));
        if (Vector512.IsHardwareAccelerated) SumRows512(table, places, wide, hidden);
        else SumRows256(table, places, wide, hidden);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumRows512(ReadOnlySpan<short> table, ReadOnlySpan<int> places, int wide, Span<byte> hidden)
    {
        for (int at = 0; at < hidden.Length; at += Panel)
        {
            Vector512<short> s0 = default, s1 = default;
            ref short first = ref Unsafe.Add(ref MemoryMarshal.GetReference(table), at);
            foreach (int place in at == 0 ? places : places[..wide])
            {
                s0 += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, place));
                s1 += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, place), 32);
            }
            Bytes(s0, s1).CopyTo(hidden[at..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SumRows256(ReadOnlySpan<short> table, ReadOnlySpan<int> places, int wide, Span<byte> hidden)
    {
        for (int at = 0; at < hidden.Length; at += Panel)
        {
            Vector256<short> s0 = default, s1 = default, s2 = default, s3 = default;
            ref short first = ref Unsafe.Add(ref MemoryMarshal.GetReference(table), at);
            foreach (int place in at == 0 ? places : places[..wide])
            {
                ref short row = ref Unsafe.Add(ref first, place);
                s0 += Vector256.LoadUnsafe(ref row);
                s1 += Vector256.LoadUnsafe(ref row, 16);
                s2 += Vector256.LoadUnsafe(ref row, 32);
                s3 += Vector256.LoadUnsafe(ref row, 48);
            }
            ByteLayers.Bytes(Lowered(s0)).CopyTo(hidden[at..]);
            ByteLayers.Bytes(Lowered(s1)).CopyTo(hidden[(at + 16)..]);
            ByteLayers.Bytes(Lowered(s2)).CopyTo(hidden[(at + 32)..]);
            ByteLayers.Bytes(Lowered(s3)).CopyTo(hidden[(at + 48)..]);
        }
    }

    private const int HiddenShift = ParserModel.HiddenPlaces - NetworkNumbers.BytePlaces;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Lowered(Vector256<short> sums) => (sums + Vector256.Create((short)(1 << (HiddenShift - 1)))) >> HiddenShift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Bytes(Vector512<short> low, Vector512<short> high)
    {
        Vector512<short> half = Vector512.Create((short)(1 << (HiddenShift - 1))), most = Vector512.Create((short)byte.MaxValue);
        low = Vector512.Min(Vector512.Max((low + half) >> HiddenShift, Vector512<short>.Zero), most);
        high = Vector512.Min(Vector512.Max((high + half) >> HiddenShift, Vector512<short>.Zero), most);
        return Vector512.Narrow(low.AsUInt16(), high.AsUInt16());
    }
}
