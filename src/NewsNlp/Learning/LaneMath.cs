using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>
/// Integer arithmetic over lanes, in three widths that give the same numbers. Sums wrap around and never saturate, so that the order
/// of additions (and with it what a cache holds) cannot change an answer.
/// </summary>
internal static class LaneMath
{
    /// <summary>Lanes of a row are a multiple of this.</summary>
    public const int Block = 16;

    /// <summary>Number of lanes for so many labels.</summary>
    public static int Padded(int labels) => (labels + Block - 1) / Block * Block;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRow(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        if (Vector256.IsHardwareAccelerated) AddRow256(row, sums);
        else if (Vector128.IsHardwareAccelerated) AddRow128(row, sums);
        else AddRowScalar(row, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<short> addend, Span<short> sums)
    {
        if (Vector256.IsHardwareAccelerated) Add256(addend, sums);
        else if (Vector128.IsHardwareAccelerated) Add128(addend, sums);
        else AddScalar(addend, sums);
    }

    /// <summary>Takes off what <see cref="Add"/> adds.</summary>
    public static void Subtract(ReadOnlySpan<short> addend, Span<short> sums)
    {
        if (sums.Length < addend.Length || addend.Length % Block != 0) throw new ArgumentException("There are fewer sums than lanes.", nameof(sums));
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (nuint i = 0; i < (nuint)addend.Length; i += Block) (Vector256.LoadUnsafe(ref to, i) - Lanes(addend, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The sum of five rows, which takes the place of what <paramref name="sums"/> held.</summary>
    public static void SetToSum(ReadOnlySpan<short> a, ReadOnlySpan<short> b, ReadOnlySpan<short> c, ReadOnlySpan<short> d, ReadOnlySpan<short> e, Span<short> sums)
    {
        int count = sums.Length;
        if (a.Length != count || b.Length != count || c.Length != count || d.Length != count || e.Length != count || count % Block != 0)
            throw new ArgumentException("The rows differ in length.", nameof(sums));
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (nuint i = 0; i < (nuint)count; i += Block) (Lanes(a, i) + Lanes(b, i) + Lanes(c, i) + Lanes(d, i) + Lanes(e, i)).StoreUnsafe(ref to, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Lanes(ReadOnlySpan<short> row, nuint at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(row), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddRow256(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        // Rows and sums have one length; the check here is what makes the unchecked loads below safe.
        if (sums.Length < row.Length) throw new ArgumentException("There are fewer sums than lanes.", nameof(sums));
        ref sbyte from = ref MemoryMarshal.GetReference(row);
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i + Block <= row.Length; i += Block)
            (Widened(ref from, (nuint)i) + Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
    }

    /// <summary>The <see cref="Block"/> lanes at <paramref name="at"/>, with room to be added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Widened(ref sbyte row, nuint at)
    {
        Vector128<sbyte> lanes = Vector128.LoadUnsafe(ref row, at);
        if (Avx2.IsSupported) return Avx2.ConvertToVector256Int16(lanes);
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(lanes);
        return Vector256.Create(low, high);
    }

    internal static void AddRow128(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        if (sums.Length < row.Length) throw new ArgumentException("There are fewer sums than lanes.", nameof(sums));
        ref sbyte from = ref MemoryMarshal.GetReference(row);
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i + Block <= row.Length; i += Block)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            (low + Vector128.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            (high + Vector128.LoadUnsafe(ref to, (nuint)i + 8)).StoreUnsafe(ref to, (nuint)i + 8);
        }
    }

    internal static void AddRowScalar(ReadOnlySpan<sbyte> row, Span<short> sums)
    {
        for (int i = 0; i < row.Length; i++) sums[i] = unchecked((short)(sums[i] + row[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add256(ReadOnlySpan<short> addend, Span<short> sums)
    {
        if (sums.Length < addend.Length) throw new ArgumentException("There are fewer sums than lanes.", nameof(sums));
        ref short from = ref MemoryMarshal.GetReference(addend);
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i + Block <= addend.Length; i += Block)
            (Vector256.LoadUnsafe(ref from, (nuint)i) + Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
    }

    /// <summary>As <see cref="Add"/>, and for rows of any multiple of 8 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add128(ReadOnlySpan<short> addend, Span<short> sums)
    {
        if (sums.Length < addend.Length) throw new ArgumentException("There are fewer sums than lanes.", nameof(sums));
        ref short from = ref MemoryMarshal.GetReference(addend);
        ref short to = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i + 8 <= addend.Length; i += 8)
            (Vector128.LoadUnsafe(ref from, (nuint)i) + Vector128.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
    }

    internal static void AddScalar(ReadOnlySpan<short> addend, Span<short> sums)
    {
        for (int i = 0; i < addend.Length; i++) sums[i] = unchecked((short)(sums[i] + addend[i]));
    }
}
