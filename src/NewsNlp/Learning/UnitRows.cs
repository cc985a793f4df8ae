using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsNlp.Learning;

/// <summary>The rows that <see cref="UnitSums"/> adds up, two of them to a line of memory, so that a row is one fetch.</summary>
internal sealed class UnitRows
{
    private readonly sbyte[] _bytes;
    private readonly int _first;

    /// <param name="rows">Row after row, <see cref="UnitSums.Units"/> bytes each.</param>
    public UnitRows(ReadOnlySpan<sbyte> rows)
    {
        _bytes = MemoryLines.Allocate<sbyte>(rows.Length, out _first);
        rows.CopyTo(_bytes.AsSpan(_first));
        Bytes = rows.Length;
    }

    private int Bytes { get; }

    /// <summary>All rows.</summary>
    public ReadOnlySpan<sbyte> All => _bytes.AsSpan(_first, Bytes);

    /// <summary>A row; the caller sees to it that there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref sbyte Of(uint row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), (nuint)(uint)_first + (nuint)row * UnitSums.Units);

    /// <summary>Has a row fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint row) => MemoryLines.Prefetch(ref Of(row));
}
