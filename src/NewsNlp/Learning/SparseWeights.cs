using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The weights of a linear model with many labels, of which each feature speaks for or against a few: for each feature a short list of
/// (label, weight).
/// </summary>
/// <remarks>
/// A look-up is one slot of an open-addressing table (feature, where its list begins, how long it is) and the list. The few features
/// that concern many labels, which are the frequent ones, have a row of all labels instead: that adds in whole registers.
/// </remarks>
internal sealed class SparseWeights
{
    private const int MaxCount = 127;
    private const int MaxList = 8;
    private const int Batch = 64;

    /// <summary>In place of a length: the feature has a row.</summary>
    private const int IsRow = 127;
    private const int MaxCells = 1 << 25;

    private readonly ulong[] _slots;
    private readonly Cell[] _cells;
    private readonly sbyte[] _rows;
    private readonly int _lanes;
    private readonly int _shift;

    private SparseWeights(uint[] features, byte[] counts, Cell[] cells, int lanes)
    {
        _cells = cells;
        _lanes = lanes;
        _rows = new sbyte[counts.Count(count => count > MaxList) * lanes];
        int bits = Math.Max(4, BitOperations.Log2((uint)features.Length + 1) + 1);
        if (features.Length * 10L > (1L << bits) * 7) bits++;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        int start = 0, row = 0;
        for (int i = 0; i < features.Length; start += counts[i++])
        {
            if (counts[i] <= MaxList) Insert(features[i], start, counts[i]);
            else
            {
                foreach (Cell cell in cells.AsSpan(start, counts[i])) _rows[row * lanes + cell.Label] = cell.Weight;
                Insert(features[i], row++, IsRow);
            }
        }
    }

    /// <summary>Adds the weights of each feature to <paramref name="scores"/>; nothing for those that training did not keep.</summary>
    /// <remarks>
    /// Nearly all the time goes into waiting for memory. So all slots are asked for first, then all lists, and only then is added: the
    /// waits overlap.
    /// </remarks>
    public void AddTo(Span<short> scores, ReadOnlySpan<uint> features)
    {
        Span<ulong> found = stackalloc ulong[Batch];
        for (; features.Length > Batch; features = features[Batch..]) AddBatch(scores, features[..Batch], found);
        AddBatch(scores, features, found);
    }

    private void AddBatch(Span<short> scores, ReadOnlySpan<uint> features, Span<ulong> found)
    {
        foreach (uint feature in features) Prefetch(ref _slots[feature >> _shift]);
        int count = 0;
        foreach (uint feature in features)
        {
            ulong slot = Find(feature);
            if (slot == 0) continue;
            found[count++] = slot;
            if (CountOf(slot) == IsRow) Prefetch(ref _rows[StartOf(slot) * _lanes]);
            else Prefetch(ref _cells[StartOf(slot)]);
        }
        foreach (ulong slot in found[..count])
        {
            if (CountOf(slot) == IsRow) LaneMath.AddRow(_rows.AsSpan(StartOf(slot) * _lanes, _lanes), scores);
            else foreach (Cell cell in _cells.AsSpan(StartOf(slot), CountOf(slot))) scores[cell.Label] += cell.Weight;
        }
    }

    // 0 where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Find(uint feature)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = (int)(feature >> _shift); ; at = (at + 1) & mask)
        {
            ulong slot = slots[at & mask];
            if (slot == 0 || (uint)slot == feature) return slot;
        }
    }

    private static int CountOf(ulong slot) => (int)(slot >> 32) & MaxCount;

    private static int StartOf(ulong slot) => (int)(slot >> 39);

    // A hint that may come too late or name memory that has moved: it never changes an answer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch<T>(ref T item)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref item));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="labels">Number of labels; a list that names another is refused.</param>
    /// <param name="lanes">Length of the scores, a multiple of <see cref="LaneMath.Block"/>.</param>
    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static SparseWeights Read(ModelFile file, int labels, int lanes)
    {
        int[] sizes = file.Array<int>("weights.sizes", 2);
        (int features, int cells) = (sizes[0], sizes[1]);
        if (features < 0 || cells < features || cells > MaxCells) throw ModelFile.Error(file.Name, "its number of weights is out of bounds");
        byte[] counts = PackedBytes.Unpack(file, "weights.counts", features);
        byte[] names = PackedBytes.Unpack(file, "weights.labels", cells), values = PackedBytes.Unpack(file, "weights.values", cells);
        long total = 0;
        foreach (byte count in counts) total += count == 0 || count > labels ? throw ModelFile.Error(file.Name, "a feature has no weights") : count;
        if (total != cells) throw ModelFile.Error(file.Name, "its features and weights do not agree");
        Cell[] all = new Cell[cells];
        for (int i = 0; i < cells; i++)
        {
            if (names[i] >= labels) throw ModelFile.Error(file.Name, "a weight is for a label that does not exist");
            all[i] = new Cell(names[i], (sbyte)values[i]);
        }
        return new SparseWeights(ReadFeatures(file, features), counts, all, lanes);
    }

    /// <param name="features">Ascending, no two alike.</param>
    /// <param name="lists">For each feature its labels and weights, labels ascending.</param>
    public static void Write(ModelFile file, IReadOnlyList<uint> features, IReadOnlyList<(byte Label, sbyte Weight)[]> lists)
    {
        (byte Label, sbyte Weight)[] cells = [.. lists.SelectMany(list => list)];
        file.Set("weights.sizes", [features.Count, cells.Length]);
        byte[] bytes = new byte[features.Count * 4];
        uint before = 0;
        for (int i = 0; i < features.Count; i++)
        {
            uint step = features[i] - before;
            before = features[i];
            // Highest bytes of all steps first: they are mostly zero and pack to almost nothing.
            for (int b = 0; b < 4; b++) bytes[(3 - b) * features.Count + i] = (byte)(step >> (8 * b));
        }
        PackedBytes.Pack(file, "weights.features", bytes);
        PackedBytes.Pack(file, "weights.counts", [.. lists.Select(list => (byte)list.Length)]);
        PackedBytes.Pack(file, "weights.labels", [.. cells.Select(cell => cell.Label)]);
        PackedBytes.Pack(file, "weights.values", [.. cells.Select(cell => (byte)cell.Weight)]);
    }

    private static uint[] ReadFeatures(ModelFile file, int count)
    {
        byte[] bytes = PackedBytes.Unpack(file, "weights.features", count * 4L);
        uint[] features = new uint[count];
        uint before = 0;
        for (int i = 0; i < count; i++)
        {
            uint step = 0;
            for (int b = 0; b < 4; b++) step = step << 8 | bytes[b * count + i];
            features[i] = before + step;
            if (i > 0 && features[i] <= before) throw ModelFile.Error(file.Name, "its features are not in order");
            before = features[i];
        }
        return features;
    }

    private void Insert(uint feature, int start, int count)
    {
        int at = (int)(feature >> _shift);
        while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
        _slots[at] = (ulong)start << 39 | (ulong)count << 32 | feature;
    }

    private readonly record struct Cell(byte Label, sbyte Weight);
}
