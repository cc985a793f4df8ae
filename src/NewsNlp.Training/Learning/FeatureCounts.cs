namespace NewsNlp.Training.Learning;

/// <summary>Finds the features that occur often, in little memory: counts share a table, so that now and then a rarer one slips in.</summary>
internal sealed class FeatureCounts(int minCount)
{
    private const int TableBits = 27;

    private readonly byte[] _counts = new byte[1 << TableBits];
    private readonly HashSet<uint> _frequent = [];

    public void Add(ReadOnlySpan<uint> features)
    {
        foreach (uint feature in features)
        {
            ref byte count = ref _counts[feature >> (32 - TableBits)];
            if (count < byte.MaxValue) count++;
            if (count >= minCount) _frequent.Add(feature);
        }
    }

    /// <summary>Ascending.</summary>
    public uint[] Frequent()
    {
        uint[] features = [.. _frequent];
        Array.Sort(features);
        return features;
    }
}
