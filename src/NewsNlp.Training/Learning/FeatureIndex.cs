namespace NewsNlp.Training.Learning;

/// <summary>Gives each feature seen often enough a number of its own: a training table without collisions.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _rows = [];

    public FeatureIndex(IEnumerable<CrfExample> examples, int minCount)
    {
        Dictionary<uint, int> counts = [];
        foreach (CrfExample example in examples)
            foreach (uint feature in example.Features)
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        uint[] kept = [.. counts.Where(pair => pair.Value >= minCount).Select(pair => pair.Key)];
        Array.Sort(kept);
        Features = kept;
        for (int row = 0; row < kept.Length; row++) _rows.Add(kept[row], row);
    }

    /// <summary>Ascending; the position is the row.</summary>
    public uint[] Features { get; }

    /// <summary>The example's features as rows, those without a row left out.</summary>
    public CrfRows RowsOf(CrfExample example)
    {
        List<int> rows = new(example.Features.Length);
        int[] ends = new int[example.Length];
        int at = 0;
        for (int token = 0; token < ends.Length; token++)
        {
            for (; at < example.Ends[token]; at++)
                if (_rows.TryGetValue(example.Features[at], out int row)) rows.Add(row);
            ends[token] = rows.Count;
        }
        return new CrfRows([.. rows], ends, example.Allowed, example.Weight);
    }
}

/// <summary>A <see cref="CrfExample"/> with row numbers for features.</summary>
internal sealed record CrfRows(int[] Rows, int[] Ends, ulong[] Allowed, float Weight);
