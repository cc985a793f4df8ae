using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The weights of a linear model with many labels, of which each feature speaks for or against a few: for each feature a short list of
/// (label, weight).
/// </summary>
/// <remarks>
/// A look-up is one line of memory (<see cref="FeatureBuckets"/>), which tells where the list begins and how long it is, and the list. The few
/// features that concern many labels, which are the frequent ones, have a row of all labels instead: that adds in whole registers.
/// </remarks>
internal sealed class SparseWeights
{
    private const int MaxList = 8;
    private const int Batch = 64;

    /// <summary>Lists are filled up to a multiple of this with weights of nothing, so that their lengths, which no processor can guess, differ less.</summary>
    private const int Block = 4;

    /// <summary>In place of the size of a list: the feature has a row.</summary>
    private const int IsRow = 3;

    private const int MaxCells = 1 << 25;

    /// <summary>Lanes of five registers, which is what the tagger's labels take.</summary>
    private const int FiveLanes = 5 * LaneMath.Block;

    // For each feature the first block of its list, and in the two lowest bits how many there are.
    private readonly FeatureBuckets _places;

    // Lists, each block a number: label and weight, a byte each, four times. Rows too, eight labels to a number.
    private readonly ulong[] _blocks;
    private readonly int _rowBlocks;

    private SparseWeights(uint[] features, byte[] counts, Cell[] cells, int lanes)
    {
        _rowBlocks = lanes / sizeof(ulong);
        // Two more, so that there is a first block to ask for where nothing is known, and one behind it.
        _blocks = new ulong[counts.Sum(count => (long)SizeOf(count)) + 2];
        _places = new FeatureBuckets(features.Length);
        int cell = 0, block = 0;
        for (int i = 0; i < features.Length; i++)
        {
            int size = SizeOf(counts[i]);
            if (counts[i] > MaxList) FillRow(MemoryMarshal.Cast<ulong, sbyte>(_blocks.AsSpan(block, size)), cells.AsSpan(cell, counts[i]));
            else FillList(_blocks.AsSpan(block, size), cells.AsSpan(cell, counts[i]), lanes);
            _places.Insert(features[i], (uint)block << 2 | (uint)(counts[i] > MaxList ? IsRow : size));
            block += size;
            cell += counts[i];
        }
    }

    private int SizeOf(int count) => count > MaxList ? _rowBlocks : (count + Block - 1) / Block;

    private static void FillRow(Span<sbyte> row, ReadOnlySpan<Cell> cells)
    {
        foreach (Cell cell in cells) row[cell.Label] = cell.Weight;
    }

    // The weights of nothing are for labels that are spread out: all for one label, each addition would have to wait for the one before.
    private static void FillList(Span<ulong> blocks, ReadOnlySpan<Cell> cells, int lanes)
    {
        for (int i = 0; i < blocks.Length * Block; i++)
        {
            Cell cell = i < cells.Length ? cells[i] : new Cell((byte)((cells[0].Label * 7 + i * 29) % lanes), 0);
            blocks[i / Block] |= ((ulong)cell.Label | (ulong)(byte)cell.Weight << 8) << (i % Block * 16);
        }
    }

    /// <summary>Adds the weights of each feature to <paramref name="scores"/>; nothing for those that training did not keep.</summary>
    /// <remarks>
    /// Nearly all the time goes into waiting for memory. So all buckets are asked for first, then all lists, and only then is added: the
    /// waits overlap. Who has features of several tokens calls the three steps for all of them, one step after the other.
    /// </remarks>
    [SkipLocalsInit]
    public void AddTo(Span<short> scores, ReadOnlySpan<uint> features)
    {
        Span<uint> places = stackalloc uint[Batch];
        for (int i = 0; i < features.Length; i += Batch)
        {
            ReadOnlySpan<uint> batch = features[i..Math.Min(features.Length, i + Batch)];
            Expect(batch);
            batch.CopyTo(places);
            Find(places[..batch.Length]);
            AddPlaces(scores, places[..batch.Length]);
        }
    }

    /// <summary>The first step: has the buckets of features fetched.</summary>
    public void Expect(ReadOnlySpan<uint> features)
    {
        foreach (uint feature in features) _places.Expect(feature);
    }

    /// <summary>The second step: makes features places of lists, and has the lists fetched.</summary>
    public void Find(Span<uint> features)
    {
        foreach (ref uint feature in features)
        {
            feature = _places.Find(feature);
            MemoryLines.Prefetch(ref _blocks[StartOf(feature)]);
        }
    }

    /// <summary>The third step: adds what <see cref="Find(Span{uint})"/> found.</summary>
    /// <remarks>Rows are added before lists, since a register that holds what was just written label by label has to wait.</remarks>
    /// <param name="places">No more than 64.</param>
    [SkipLocalsInit]
    public void AddPlaces(Span<short> scores, ReadOnlySpan<uint> places)
    {
        if (scores.Length < _rowBlocks * sizeof(ulong)) throw new ArgumentException("There are fewer scores than labels.", nameof(scores));
        Span<uint> rows = stackalloc uint[Batch];
        Span<ulong> blocks = stackalloc ulong[2 * Batch];
        int blockCount = 0, rowCount = 0;
        foreach (uint place in places)
        {
            // Written in any case and kept by counting on: which features are known, and how long their lists are, cannot be guessed, and a wrong guess
            // costs more.
            int start = StartOf(place), size = SizeOf(place), isRow = size == IsRow ? 1 : 0, length = size & (isRow - 1);
            rows[rowCount] = place;
            rowCount += isRow;
            blocks[blockCount] = _blocks[start];
            blocks[blockCount + 1] = _blocks[start + 1];
            blockCount += length;
        }
        if (rowCount > 0) AddRows(scores, rows[..rowCount]);
        foreach (ulong block in blocks[..blockCount]) AddBlock(block, ref MemoryMarshal.GetReference(scores));
    }

    private void AddRows(Span<short> scores, ReadOnlySpan<uint> rows)
    {
        if (Vector256.IsHardwareAccelerated && scores.Length == FiveLanes) AddRowsOfFive(scores, rows);
        else foreach (uint place in rows) LaneMath.AddRow(MemoryMarshal.Cast<ulong, sbyte>(_blocks.AsSpan(StartOf(place), _rowBlocks)), scores);
    }

    // The sums stay in registers, for which the length of a row must be known.
    private void AddRowsOfFive(Span<short> scores, ReadOnlySpan<uint> rows)
    {
        ref short to = ref scores[..FiveLanes][0];
        Vector256<short> s0 = Vector256.LoadUnsafe(ref to), s1 = Vector256.LoadUnsafe(ref to, 16), s2 = Vector256.LoadUnsafe(ref to, 32);
        Vector256<short> s3 = Vector256.LoadUnsafe(ref to, 48), s4 = Vector256.LoadUnsafe(ref to, 64);
        foreach (uint place in rows)
        {
            ref sbyte row = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<ulong, sbyte>(_blocks.AsSpan(StartOf(place), FiveLanes / sizeof(ulong))));
            s0 += LaneMath.Widened(ref row, 0);
            s1 += LaneMath.Widened(ref row, 16);
            s2 += LaneMath.Widened(ref row, 32);
            s3 += LaneMath.Widened(ref row, 48);
            s4 += LaneMath.Widened(ref row, 64);
        }
        s0.StoreUnsafe(ref to);
        s1.StoreUnsafe(ref to, 16);
        s2.StoreUnsafe(ref to, 32);
        s3.StoreUnsafe(ref to, 48);
        s4.StoreUnsafe(ref to, 64);
    }

    // Labels were looked at when the model was read: none is beyond the scores.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlock(ulong block, ref short scores)
    {
        Unsafe.Add(ref scores, (nuint)(byte)block) += (sbyte)(block >> 8);
        Unsafe.Add(ref scores, (nuint)(byte)(block >> 16)) += (sbyte)(block >> 24);
        Unsafe.Add(ref scores, (nuint)(byte)(block >> 32)) += (sbyte)(block >> 40);
        Unsafe.Add(ref scores, (nuint)(byte)(block >> 48)) += (sbyte)(block >> 56);
    }

    private static int SizeOf(uint place) => (int)(place & 3);

    private static int StartOf(uint place) => (int)(place >> 2);

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

    private readonly record struct Cell(byte Label, sbyte Weight);
}
