using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>
/// A matrix of 16-bit numbers to multiply rows of 16-bit numbers with, into 32-bit sums. Three widths give the same sums, because whole
/// numbers that do not overflow add up alike in any order; <see cref="LargestInput"/> says up to where they do not.
/// </summary>
internal sealed class IntegerMatrix
{
    /// <summary>The number of columns is a multiple of this.</summary>
    public const int Panel = 64;

    private const int PairStep = Panel * 2;

    // Panel by panel; in a panel, for each pair of inner rows, the two numbers of each column side by side, as the processor's
    // multiply-and-add-neighbours wants them.
    private readonly short[] _packed;

    /// <param name="weights">Inner rows × columns, row by row.</param>
    public IntegerMatrix(ReadOnlySpan<short> weights, int inner, int columns)
    {
        if (inner % 2 != 0 || columns % Panel != 0 || weights.Length != inner * columns) throw new ArgumentException("The matrix has no fitting shape.", nameof(weights));
        (Inner, Columns) = (inner, columns);
        _packed = new short[weights.Length];
        int at = 0;
        for (int panel = 0; panel < columns; panel += Panel)
            for (int k = 0; k < inner; k += 2)
                for (int column = panel; column < panel + Panel; column++)
                {
                    _packed[at++] = weights[k * columns + column];
                    _packed[at++] = weights[(k + 1) * columns + column];
                }
        LargestInput = FindLargestInput(weights);
    }

    public int Inner { get; }

    public int Columns { get; }

    /// <summary>No sum overflows as long as no input is larger than this, above or below zero.</summary>
    public int LargestInput { get; }

    /// <summary>
    /// Multiplies up to four rows of input with one panel of columns. Whoever multiplies many rows goes panel by panel, so that a panel's
    /// weights stay near the processor.
    /// </summary>
    /// <param name="stride">From row to row of the input; the numbers of one row lie together.</param>
    /// <param name="firstColumn">A multiple of <see cref="Panel"/>.</param>
    /// <param name="sums">Overwritten: for each row <see cref="Panel"/> sums.</param>
    public void Multiply(ReadOnlySpan<short> input, int stride, int rows, int firstColumn, Span<int> sums)
    {
        if (rows is < 1 or > 4 || input.Length < (rows - 1) * stride + Inner || sums.Length < rows * Panel) throw new ArgumentException("Input or sums are too short.", nameof(input));
        ReadOnlySpan<short> weights = PanelAt(firstColumn);
        if (Avx512BW.IsSupported) Multiply512(input, stride, rows, weights, sums);
        else if (Avx2.IsSupported) Multiply256(input, stride, rows, weights, sums);
        else Multiply128(input, stride, rows, weights, sums);
    }

    internal ReadOnlySpan<short> PanelAt(int firstColumn) => _packed.AsSpan(firstColumn * Inner, Panel * Inner);

    /// <summary>The product of two rows of one length, a multiple of 32.</summary>
    public static int Dot(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        if (a.Length != b.Length || a.Length % 32 != 0) throw new ArgumentException("The rows do not fit.", nameof(b));
        return Avx2.IsSupported ? Dot256(a, b) : Dot128(a, b);
    }

    internal static int Dot256(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        ref short x = ref MemoryMarshal.GetReference(a), y = ref MemoryMarshal.GetReference(b);
        Vector256<int> s0 = default, s1 = default;
        for (int i = 0; i < a.Length; i += 32)
        {
            s0 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref x, (nuint)i), Vector256.LoadUnsafe(ref y, (nuint)i));
            s1 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref x, (nuint)i + 16), Vector256.LoadUnsafe(ref y, (nuint)i + 16));
        }
        return Vector256.Sum(s0 + s1);
    }

    internal static int Dot128(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        Vector128<int> sum = default;
        for (int i = 0; i < a.Length; i += 8) sum += MultiplyAddNeighbours(Vector128.Create(a.Slice(i, 8)), Vector128.Create(b.Slice(i, 8)));
        return Vector128.Sum(sum);
    }

    internal void Multiply512(ReadOnlySpan<short> input, int stride, int rows, ReadOnlySpan<short> panel, Span<int> sums)
    {
        ref short from = ref MemoryMarshal.GetReference(input), weights = ref MemoryMarshal.GetReference(panel);
        ref int to = ref MemoryMarshal.GetReference(sums);
        if (rows == 4) FourRows512(ref from, stride, ref weights, ref to);
        else for (int row = 0; row < rows; row++) OneRow512(ref Unsafe.Add(ref from, row * stride), ref weights, ref Unsafe.Add(ref to, row * Panel));
    }

    internal void Multiply256(ReadOnlySpan<short> input, int stride, int rows, ReadOnlySpan<short> panel, Span<int> sums)
    {
        for (int row = 0; row < rows; row++)
            OneRow256(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(input), row * stride), ref MemoryMarshal.GetReference(panel),
                ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), row * Panel));
    }

    internal void Multiply128(ReadOnlySpan<short> input, int stride, int rows, ReadOnlySpan<short> panel, Span<int> sums)
    {
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < Panel; column += 4)
            {
                Vector128<int> sum = Vector128<int>.Zero;
                for (int k = 0; k < Inner; k += 2)
                {
                    Vector128<short> pair = Vector128.Create(MemoryMarshal.Read<int>(MemoryMarshal.AsBytes(input.Slice(row * stride + k, 2)))).AsInt16();
                    sum += MultiplyAddNeighbours(Vector128.Create(panel.Slice(k / 2 * PairStep + column * 2, 8)), pair);
                }
                sum.CopyTo(sums[(row * Panel + column)..]);
            }
    }

    private void FourRows512(ref short from, int stride, ref short weights, ref int to)
    {
        ref short from1 = ref Unsafe.Add(ref from, stride), from2 = ref Unsafe.Add(ref from1, stride), from3 = ref Unsafe.Add(ref from2, stride);
        Vector512<int> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<int> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (int k = 0; k < Inner; k += 2, weights = ref Unsafe.Add(ref weights, PairStep))
        {
            Vector512<short> w0 = Vector512.LoadUnsafe(ref weights), w1 = Vector512.LoadUnsafe(ref weights, 32);
            Vector512<short> w2 = Vector512.LoadUnsafe(ref weights, 64), w3 = Vector512.LoadUnsafe(ref weights, 96);
            Vector512<short> pair = Pair512(ref from, k);
            s00 += Avx512BW.MultiplyAddAdjacent(w0, pair);
            s01 += Avx512BW.MultiplyAddAdjacent(w1, pair);
            s02 += Avx512BW.MultiplyAddAdjacent(w2, pair);
            s03 += Avx512BW.MultiplyAddAdjacent(w3, pair);
            pair = Pair512(ref from1, k);
            s10 += Avx512BW.MultiplyAddAdjacent(w0, pair);
            s11 += Avx512BW.MultiplyAddAdjacent(w1, pair);
            s12 += Avx512BW.MultiplyAddAdjacent(w2, pair);
            s13 += Avx512BW.MultiplyAddAdjacent(w3, pair);
            pair = Pair512(ref from2, k);
            s20 += Avx512BW.MultiplyAddAdjacent(w0, pair);
            s21 += Avx512BW.MultiplyAddAdjacent(w1, pair);
            s22 += Avx512BW.MultiplyAddAdjacent(w2, pair);
            s23 += Avx512BW.MultiplyAddAdjacent(w3, pair);
            pair = Pair512(ref from3, k);
            s30 += Avx512BW.MultiplyAddAdjacent(w0, pair);
            s31 += Avx512BW.MultiplyAddAdjacent(w1, pair);
            s32 += Avx512BW.MultiplyAddAdjacent(w2, pair);
            s33 += Avx512BW.MultiplyAddAdjacent(w3, pair);
        }
        Store(ref to, s00, s01, s02, s03);
        Store(ref Unsafe.Add(ref to, Panel), s10, s11, s12, s13);
        Store(ref Unsafe.Add(ref to, 2 * Panel), s20, s21, s22, s23);
        Store(ref Unsafe.Add(ref to, 3 * Panel), s30, s31, s32, s33);
    }

    private void OneRow512(ref short from, ref short weights, ref int to)
    {
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < Inner; k += 2, weights = ref Unsafe.Add(ref weights, PairStep))
        {
            Vector512<short> pair = Pair512(ref from, k);
            s0 += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights), pair);
            s1 += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, 32), pair);
            s2 += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, 64), pair);
            s3 += Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref weights, 96), pair);
        }
        Store(ref to, s0, s1, s2, s3);
    }

    private void OneRow256(ref short from, ref short weights, ref int to)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (int k = 0; k < Inner; k += 2, weights = ref Unsafe.Add(ref weights, PairStep))
        {
            Vector256<short> pair = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref from, k)))).AsInt16();
            s0 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights), pair);
            s1 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 16), pair);
            s2 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 32), pair);
            s3 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 48), pair);
            s4 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 64), pair);
            s5 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 80), pair);
            s6 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 96), pair);
            s7 += Avx2.MultiplyAddAdjacent(Vector256.LoadUnsafe(ref weights, 112), pair);
        }
        s0.StoreUnsafe(ref to);
        s1.StoreUnsafe(ref to, 8);
        s2.StoreUnsafe(ref to, 16);
        s3.StoreUnsafe(ref to, 24);
        s4.StoreUnsafe(ref to, 32);
        s5.StoreUnsafe(ref to, 40);
        s6.StoreUnsafe(ref to, 48);
        s7.StoreUnsafe(ref to, 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair512(ref short from, int k) =>
        Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref from, k)))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref int to, Vector512<int> s0, Vector512<int> s1, Vector512<int> s2, Vector512<int> s3)
    {
        s0.StoreUnsafe(ref to);
        s1.StoreUnsafe(ref to, 16);
        s2.StoreUnsafe(ref to, 32);
        s3.StoreUnsafe(ref to, 48);
    }

    // Also what runs where there are no vectors at all: the runtime then does it number by number.
    private static Vector128<int> MultiplyAddNeighbours(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported) return Sse2.MultiplyAddAdjacent(a, b);
        Vector128<int> low = Vector128.WidenLower(a) * Vector128.WidenLower(b), high = Vector128.WidenUpper(a) * Vector128.WidenUpper(b);
        return Vector128.Create(low[0] + low[1], low[2] + low[3], high[0] + high[1], high[2] + high[3]);
    }

    private int FindLargestInput(ReadOnlySpan<short> weights)
    {
        long most = 1;
        for (int column = 0; column < Columns; column++)
        {
            long sum = 0;
            for (int k = 0; k < Inner; k++) sum += Math.Abs((int)weights[k * Columns + column]);
            most = Math.Max(most, sum);
        }
        return (int)Math.Min(short.MaxValue, int.MaxValue / most);
    }
}
