using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Models;

namespace NewsNlp.Learning;

/// <summary>
/// The weights of a linear model: for each feature that training kept a row of signed bytes, one lane for each label, padded with
/// zeros to a multiple of 16.
/// </summary>
/// <remarks>
/// Most features of a text are not in the table: a <see cref="FeatureSieve"/> holds them back.
/// </remarks>
internal sealed class FeatureTable
{
    /// <summary>Lanes of two registers, which is what the labels of names take.</summary>
    private const int TwoLanes = 2 * LaneMath.Block;

    private readonly FeatureSieve _sieve = new();
    private readonly FeatureBuckets _places;

    // Row 0, of zeros, stands for features that are not here. Lines begin with a row, so that none lies on more lines than it must.
    private readonly sbyte[] _rows;
    private readonly int _first;

    /// <param name="features">The features kept, no two alike.</param>
    /// <param name="rows">Their rows, one behind the other.</param>
    /// <param name="lanes">Length of a row; a multiple of 16.</param>
    public FeatureTable(ReadOnlySpan<uint> features, sbyte[] rows, int lanes)
    {
        Lanes = lanes;
        Count = features.Length;
        _rows = MemoryLines.Allocate<sbyte>(rows.Length + lanes, out _first);
        rows.CopyTo(_rows.AsSpan(_first + lanes));
        _places = new FeatureBuckets(features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            _sieve.Add(features[i]);
            _places.Insert(features[i], (uint)i + 1);
        }
    }

    public int Lanes { get; }

    public int Count { get; }

    /// <summary>Adds the feature's weights to <paramref name="sums"/>; nothing where training did not keep the feature.</summary>
    public void AddTo(Span<short> sums, uint feature)
    {
        if (_sieve.Passes(feature) == 0) return;
        LaneMath.AddRow(Row(_places.Find(feature)), sums);
    }

    /// <summary>
    /// The first of four steps for many features, in which the waits for memory, where nearly all the time goes, overlap: has fetched what
    /// tells whether the table has the feature.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature) => _sieve.Expect(feature);

    /// <summary>
    /// The second step: leaves out what the table does not have, one in six of that stays in by mistake, and has fetched where the rest are.
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
        foreach (uint feature in kept[..count]) _places.Expect(feature);
        return count;
    }

    /// <summary>The third step: makes features numbers of rows, and has the rows fetched.</summary>
    public void Find(Span<uint> features)
    {
        foreach (ref uint feature in features)
        {
            feature = _places.Find(feature);
            MemoryLines.Prefetch(ref _rows[_first + (int)feature * Lanes]);
        }
    }

    /// <summary>The fourth step: adds rows that <see cref="Find"/> found.</summary>
    public void AddRows(ReadOnlySpan<uint> rows, Span<short> sums)
    {
        if (Avx512BW.IsSupported && Lanes == Vector512<short>.Count)
        {
            Vector512<short> sum = Vector512.Create((ReadOnlySpan<short>)sums);
            foreach (uint row in rows) sum += Avx512BW.ConvertToVector512Int16(Vector256.Create<sbyte>(Row(row)));
            sum.CopyTo(sums);
        }
        else if (Vector256.IsHardwareAccelerated && Lanes == TwoLanes) AddRowsOfTwo(rows, sums);
        else foreach (uint row in rows) LaneMath.AddRow(Row(row), sums);
    }

    // The sums stay in registers, for which the length of a row must be known.
    private void AddRowsOfTwo(ReadOnlySpan<uint> rows, Span<short> sums)
    {
        ref short to = ref sums[..TwoLanes][0];
        Vector256<short> low = Vector256.LoadUnsafe(ref to), high = Vector256.LoadUnsafe(ref to, LaneMath.Block);
        foreach (uint row in rows)
        {
            ref sbyte weights = ref MemoryMarshal.GetReference(Row(row));
            low += LaneMath.Widened(ref weights, 0);
            high += LaneMath.Widened(ref weights, LaneMath.Block);
        }
        low.StoreUnsafe(ref to);
        high.StoreUnsafe(ref to, LaneMath.Block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<sbyte> Row(uint row) => _rows.AsSpan(_first + (int)row * Lanes, Lanes);

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
}
