using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>
/// A matrix of signed bytes to multiply rows of unsigned bytes with, into 16-bit sums that wrap around: the same at every vector width. On
/// the way they may leave their range and come back; training sees to it that they end within.
/// </summary>
internal sealed class ByteMatrix
{
    /// <summary>The number of columns is a multiple of this.</summary>
    public const int Panel = 64;

    /// <summary>No weight is larger, above or below zero: two products with the largest byte then fit 16 bits, and nothing is cut off.</summary>
    public const int MostWeight = 64;

    private const int QuadStep = Panel * 4;

    // Panel by panel; in a panel, for each four inner rows, the four numbers of a column side by side, as the processor multiplies and adds
    // them. In each 32 columns the even ones come first and then the odd ones, so that folding two vectors brings them back into order.
    // A vector begins where a line of memory begins.
    private readonly sbyte[] _packed;
    private readonly int _first;

    /// <param name="weights">Inner rows × columns, row by row.</param>
    public ByteMatrix(ReadOnlySpan<sbyte> weights, int inner, int columns)
    {
        if (inner % 4 != 0 || columns % Panel != 0 || weights.Length != inner * columns) throw new ArgumentException("The matrix has no fitting shape.", nameof(weights));
        (Inner, Columns) = (inner, columns);
        _packed = MemoryLines.Allocate<sbyte>(weights.Length, out _first);
        for (int k = 0; k < inner; k++)
            for (int column = 0; column < columns; column++) _packed[_first + PlaceOf(k, column)] = weights[k * columns + column];
    }

    public int Inner { get; }

    public int Columns { get; }

    /// <summary>True where every weight is small enough.</summary>
    public static bool Fits(ReadOnlySpan<sbyte> weights) => !weights.ContainsAnyExceptInRange((sbyte)-MostWeight, (sbyte)MostWeight);

    /// <summary>
    /// Multiplies four rows of input with one panel of columns. Whoever multiplies many rows goes panel by panel, so that a panel's
    /// weights stay near the processor.
    /// </summary>
    /// <param name="stride">From row to row of the input; the numbers of one row lie together.</param>
    /// <param name="firstColumn">A multiple of <see cref="Panel"/>.</param>
    /// <param name="sums">Overwritten: for each row <see cref="Panel"/> sums.</param>
    public void MultiplyFour(ReadOnlySpan<byte> input, int stride, int firstColumn, Span<short> sums)
    {
        if (input.Length < 3 * stride + Inner || sums.Length < 4 * Panel) throw new ArgumentException("Input or sums are too short.", nameof(input));
        ReadOnlySpan<sbyte> weights = PanelAt(firstColumn);
        if (Avx512BW.IsSupported) FourRows512(ref MemoryMarshal.GetReference(input), stride, ref MemoryMarshal.GetReference(weights), ref MemoryMarshal.GetReference(sums));
        else for (int row = 0; row < 4; row++) Multiply(input.Slice(row * stride, Inner), weights, sums.Slice(row * Panel, Panel));
    }

    /// <summary>Multiplies one row of input with one panel of columns.</summary>
    public void MultiplyOne(ReadOnlySpan<byte> input, int firstColumn, Span<short> sums) => Multiply(input[..Inner], PanelAt(firstColumn), sums[..Panel]);

    internal ReadOnlySpan<sbyte> PanelAt(int firstColumn) => _packed.AsSpan(_first + firstColumn * Inner, Panel * Inner);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply512(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> panel, Span<short> sums)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weights = ref MemoryMarshal.GetReference(panel);
        Vector512<short> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < Inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
        {
            Vector512<byte> four = Four512(ref from, k);
            s0 += Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights));
            s1 += Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights, 64));
            s2 += Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights, 128));
            s3 += Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights, 192));
        }
        Store(ref MemoryMarshal.GetReference(sums), s0, s1, s2, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Multiply256(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> panel, Span<short> sums)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weights = ref MemoryMarshal.GetReference(panel);
        ref short to = ref MemoryMarshal.GetReference(sums);
        Vector256<short> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < Inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
        {
            Vector256<byte> four = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref from, k))).AsByte();
            s0 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights));
            s1 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 32));
            s2 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 64));
            s3 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 96));
            s4 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 128));
            s5 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 160));
            s6 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 192));
            s7 += Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 224));
        }
        Fold(s0, s2).StoreUnsafe(ref to);
        Fold(s1, s3).StoreUnsafe(ref to, 16);
        Fold(s4, s6).StoreUnsafe(ref to, 32);
        Fold(s5, s7).StoreUnsafe(ref to, 48);
    }

    // Also what runs where there are no vectors at all: the runtime then does it number by number.
    internal void Multiply128(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> panel, Span<short> sums)
    {
        for (int column = 0; column < Panel; column += 8)
        {
            Vector128<short> even = default, odd = default;
            int at = column / 32 * 128 + column % 32 * 2;
            for (int k = 0; k < Inner; k += 4, at += QuadStep)
            {
                Vector128<byte> four = Vector128.Create(MemoryMarshal.Read<int>(input.Slice(k, 4))).AsByte();
                even += BytePairs.MultiplyAdd(four, Vector128.Create(panel.Slice(at, 16)));
                odd += BytePairs.MultiplyAdd(four, Vector128.Create(panel.Slice(at + 64, 16)));
            }
            Fold(even, odd).CopyTo(sums[column..]);
        }
    }

    private void Multiply(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> panel, Span<short> sums)
    {
        if (Avx512BW.IsSupported) Multiply512(input, panel, sums);
        else if (Avx2.IsSupported) Multiply256(input, panel, sums);
        else Multiply128(input, panel, sums);
    }

    private int PlaceOf(int k, int column)
    {
        int inPanel = column % Panel, vector = inPanel / 32 * 2 + inPanel % 2, lane = inPanel % 32 / 2;
        return (column - inPanel) * Inner + k / 4 * QuadStep + vector * 64 + lane * 4 + k % 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourRows512(ref byte from, int stride, ref sbyte weights, ref short to)
    {
        ref byte from1 = ref Unsafe.Add(ref from, stride), from2 = ref Unsafe.Add(ref from1, stride), from3 = ref Unsafe.Add(ref from2, stride);
        Vector512<short> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<short> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (int k = 0; k < Inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
        {
            Vector512<sbyte> w0 = Vector512.LoadUnsafe(ref weights), w1 = Vector512.LoadUnsafe(ref weights, 64);
            Vector512<sbyte> w2 = Vector512.LoadUnsafe(ref weights, 128), w3 = Vector512.LoadUnsafe(ref weights, 192);
            Vector512<byte> four = Four512(ref from, k);
            s00 += Avx512BW.MultiplyAddAdjacent(four, w0);
            s01 += Avx512BW.MultiplyAddAdjacent(four, w1);
            s02 += Avx512BW.MultiplyAddAdjacent(four, w2);
            s03 += Avx512BW.MultiplyAddAdjacent(four, w3);
            four = Four512(ref from1, k);
            s10 += Avx512BW.MultiplyAddAdjacent(four, w0);
            s11 += Avx512BW.MultiplyAddAdjacent(four, w1);
            s12 += Avx512BW.MultiplyAddAdjacent(four, w2);
            s13 += Avx512BW.MultiplyAddAdjacent(four, w3);
            four = Four512(ref from2, k);
            s20 += Avx512BW.MultiplyAddAdjacent(four, w0);
            s21 += Avx512BW.MultiplyAddAdjacent(four, w1);
            s22 += Avx512BW.MultiplyAddAdjacent(four, w2);
            s23 += Avx512BW.MultiplyAddAdjacent(four, w3);
            four = Four512(ref from3, k);
            s30 += Avx512BW.MultiplyAddAdjacent(four, w0);
            s31 += Avx512BW.MultiplyAddAdjacent(four, w1);
            s32 += Avx512BW.MultiplyAddAdjacent(four, w2);
            s33 += Avx512BW.MultiplyAddAdjacent(four, w3);
        }
        Store(ref to, s00, s01, s02, s03);
        Store(ref Unsafe.Add(ref to, Panel), s10, s11, s12, s13);
        Store(ref Unsafe.Add(ref to, 2 * Panel), s20, s21, s22, s23);
        Store(ref Unsafe.Add(ref to, 3 * Panel), s30, s31, s32, s33);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Four512(ref byte from, int k) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref from, k))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref short to, Vector512<short> s0, Vector512<short> s1, Vector512<short> s2, Vector512<short> s3)
    {
        Fold(s0, s1).StoreUnsafe(ref to);
        Fold(s2, s3).StoreUnsafe(ref to, 32);
    }

    // A column's sum stands in two parts, side by side: those of an even and of an odd vector, added up, make one vector in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Fold(Vector512<short> even, Vector512<short> odd) => Vector512.ConditionalSelect(
        Vector512.Create(0xFFFF).AsInt16(), even + (even.AsUInt32() >> 16).AsInt16(), odd + (odd.AsUInt32() << 16).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Fold(Vector256<short> even, Vector256<short> odd) => Vector256.ConditionalSelect(
        Vector256.Create(0xFFFF).AsInt16(), even + (even.AsUInt32() >> 16).AsInt16(), odd + (odd.AsUInt32() << 16).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Fold(Vector128<short> even, Vector128<short> odd) => Vector128.ConditionalSelect(
        Vector128.Create(0xFFFF).AsInt16(), even + (even.AsUInt32() >> 16).AsInt16(), odd + (odd.AsUInt32() << 16).AsInt16());
}
