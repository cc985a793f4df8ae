using NewsNlp.Learning;

namespace NewsNlp.Training.Learning;

/// <summary>Keeps the features of the tokens of one sequence.</summary>
internal sealed class FeatureList : IFeatureSink
{
    private readonly List<uint> _features = [];
    private readonly List<int> _ends = [];

    public void Add(uint feature) => _features.Add(feature);

    /// <summary>What was added since the last call are the features of one token.</summary>
    public void EndToken() => _ends.Add(_features.Count);

    public void Clear()
    {
        _features.Clear();
        _ends.Clear();
    }

    /// <param name="allowed">For each token a bit for each label that may be right; more than one where the corpus does not tell.</param>
    /// <param name="weight">How much the sequence counts; 1 for gold.</param>
    public CrfExample ToExample(ReadOnlySpan<ulong> allowed, float weight) => new([.. _features], [.. _ends], allowed.ToArray(), weight);
}

/// <summary>One sequence to learn from: token i has the features <c>[Ends[i - 1], Ends[i])</c>.</summary>
internal sealed record CrfExample(uint[] Features, int[] Ends, ulong[] Allowed, float Weight)
{
    public int Length => Ends.Length;
}
