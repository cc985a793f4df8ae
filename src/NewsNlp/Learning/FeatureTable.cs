using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The weights of a linear model: for each feature that training kept a row of signed bytes, one lane for each label, padded with
/// zeros to a multiple of 16.
/// </summary>
/// <remarks>
/// Open addressing over pairs (feature, row number). Most features of a text are not in the table: a <see cref="FeatureSieve"/> holds them back.
/// </remarks>
internal sealed class FeatureTable
{
    private readonly FeatureSieve _sieve = new();
    private readonly ulong[] _slots;
    private readonly sbyte[] _rows;
    private readonly int _shift;

    /// <param name="features">The features kept, no two alike.</param>
    /// <param name="rows">Their rows, one behind the other.</param>
    /// <param name="lanes">Length of a row; a multiple of 16.</param>
    public FeatureTable(ReadOnlySpan<uint> features, sbyte[] rows, int lanes)
    {
        Lanes = lanes;
        Count = features.Length;
        // One row more, of zeros, stands for features that are not here.
        _rows = [.. rows, .. new sbyte[lanes]];
        int bits = 4;
        while ((1 << bits) * 5L < features.Length * 8L) bits++;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int row = 0; row < features.Length; row++) Insert(features[row], row);
    }

    public int Lanes { get; }

    public int Count { get; }

    /// <summary>Adds the feature's weights to <paramref name="sums"/>; nothing where training did not keep the feature.</summary>
    public void AddTo(Span<short> sums, uint feature)
    {
        if (_sieve.Passes(feature) == 0) return;
        int row = RowOf(feature);
        if (row >= 0) LaneMath.AddRow(_rows.AsSpan(row * Lanes, Lanes), sums);
    }

    /// <summary>
    /// The first of four steps for many features, in which the waits for memory, where nearly all the time goes, overlap: has fetched what
    /// tells whether the table has the feature.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature) => _sieve.Expect(feature);

    /// <summary>
    /// The second step: leaves out what the table does not have, one in six of that stays in by mistake, and has the slots of the rest fetched.
    /// </summary>
    /// <param name="kept">Takes the features that stay; may begin where <paramref name="features"/> do, or before.</param>
    /// <returns>How many stay.</returns>
    public int Sift(ReadOnlySpan<uint> features, Span<uint> kept)
    {
        int count = 0;
        foreach (uint feature in features)
        {
            // Without a branch: nobody can foresee the bit.
            kept[count] = feature;
            count += _sieve.Passes(feature);
        }
        foreach (uint feature in kept[..count]) MemoryLines.Prefetch(ref _slots[Home(feature)]);
        return count;
    }

    /// <summary>The third step: makes features numbers of rows, and has the rows fetched.</summary>
    public void Find(Span<uint> features)
    {
        foreach (ref uint feature in features)
        {
            int row = RowOf(feature);
            feature = (uint)(row < 0 ? Count : row);
            MemoryLines.Prefetch(ref _rows[(int)feature * Lanes]);
        }
    }

    /// <summary>The fourth step: adds rows that <see cref="Find"/> found.</summary>
    public void AddRows(ReadOnlySpan<uint> rows, Span<short> sums)
    {
        if (Avx512BW.IsSupported && Lanes == Vector512<short>.Count)
        {
            Vector512<short> sum = Vector512.Create((ReadOnlySpan<short>)sums);
            foreach (uint row in rows) sum += Avx512BW.ConvertToVector512Int16(Vector256.Create<sbyte>(_rows.AsSpan((int)row * Lanes, Lanes)));
            sum.CopyTo(sums);
        }
        else foreach (uint row in rows) LaneMath.AddRow(_rows.AsSpan((int)row * Lanes, Lanes), sums);
    }

    // -1 where there is none.
    private int RowOf(uint feature)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int slot = Home(feature); ; slot = (slot + 1) & mask)
        {
            ulong entry = slots[slot];
            if (entry == 0 || (uint)entry == feature) return (int)(entry >> 32) - 1;
        }
    }

    /// <summary>Reads sections <c>PREFIX.features</c> (ascending) and <c>PREFIX.rows</c> (packed, <paramref name="labels"/> bytes to a row).</summary>
    public static FeatureTable Read(ModelFile file, string prefix, int labels, int lanes)
    {
        uint[] features = file.Array<uint>(prefix + ".features");
        for (int i = 1; i < features.Length; i++)
            if (features[i] <= features[i - 1]) throw ModelFile.Error(file.Name, $"section '{prefix}.features' is not in order");
        byte[] packed = PackedBytes.Unpack(file, prefix + ".rows", (long)features.Length * labels);
        sbyte[] rows = new sbyte[features.Length * lanes];
        // Packed by label, not by row: like bytes stand together and compress better.
        for (int label = 0; label < labels; label++)
            for (int row = 0; row < features.Length; row++) rows[row * lanes + label] = (sbyte)packed[label * features.Length + row];
        return new FeatureTable(features, rows, lanes);
    }

    /// <summary>Writes the sections that <see cref="Read"/> reads.</summary>
    /// <param name="rows"><paramref name="labels"/> weights to a row.</param>
    public static void Write(ModelFile file, string prefix, ReadOnlySpan<uint> features, ReadOnlySpan<sbyte> rows, int labels)
    {
        byte[] packed = new byte[features.Length * labels];
        for (int label = 0; label < labels; label++)
            for (int row = 0; row < features.Length; row++) packed[label * features.Length + row] = (byte)rows[row * labels + label];
        file.Set(prefix + ".features", features);
        PackedBytes.Pack(file, prefix + ".rows", packed);
    }

    private void Insert(uint feature, int row)
    {
        _sieve.Add(feature);
        int slot = Home(feature);
        while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = ((ulong)(row + 1) << 32) | feature;
    }

    private int Home(uint feature) => (int)(feature >> _shift);
}
