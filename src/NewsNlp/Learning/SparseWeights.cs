using System.Numerics;
using System.Runtime.CompilerServices;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The weights of a linear model with many labels, of which each feature speaks for or against a few: for each feature a short list of
/// (label, weight).
/// </summary>
/// <remarks>A look-up is one slot of an open-addressing table (feature, where its list begins, how long it is) and the list.</remarks>
internal sealed class SparseWeights
{
    private const int MaxList = 127;
    private const int MaxCells = 1 << 25;

    private readonly ulong[] _slots;
    private readonly Cell[] _cells;
    private readonly int _shift;

    private SparseWeights(uint[] features, byte[] counts, Cell[] cells)
    {
        _cells = cells;
        int bits = Math.Max(4, BitOperations.Log2((uint)features.Length + 1) + 1);
        if (features.Length * 10L > (1L << bits) * 7) bits++;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        int start = 0;
        for (int i = 0; i < features.Length; start += counts[i++]) Insert(features[i], start, counts[i]);
    }

    /// <summary>Adds the feature's weights to <paramref name="scores"/>; nothing where training did not keep the feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(Span<short> scores, uint feature)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = (int)(feature >> _shift); ; at = (at + 1) & mask)
        {
            ulong slot = slots[at];
            if (slot == 0) return;
            if ((uint)slot != feature) continue;
            foreach (Cell cell in _cells.AsSpan((int)(slot >> 39), (int)(slot >> 32) & MaxList)) scores[cell.Label] += cell.Weight;
            return;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="labels">Number of labels; a list that names another is refused.</param>
    /// <exception cref="InvalidModelException">A section is missing or out of bounds.</exception>
    public static SparseWeights Read(ModelFile file, int labels)
    {
        int[] sizes = file.Array<int>("weights.sizes", 2);
        (int features, int cells) = (sizes[0], sizes[1]);
        if (features < 0 || cells < features || cells > MaxCells) throw ModelFile.Error(file.Name, "its number of weights is out of bounds");
        byte[] counts = PackedBytes.Unpack(file, "weights.counts", features);
        byte[] names = PackedBytes.Unpack(file, "weights.labels", cells), values = PackedBytes.Unpack(file, "weights.values", cells);
        long total = 0;
        foreach (byte count in counts) total += count is 0 or > MaxList ? throw ModelFile.Error(file.Name, "a feature has no weights") : count;
        if (total != cells) throw ModelFile.Error(file.Name, "its features and weights do not agree");
        Cell[] all = new Cell[cells];
        for (int i = 0; i < cells; i++)
        {
            if (names[i] >= labels) throw ModelFile.Error(file.Name, "a weight is for a label that does not exist");
            all[i] = new Cell(names[i], (sbyte)values[i]);
        }
        return new SparseWeights(ReadFeatures(file, features), counts, all);
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
