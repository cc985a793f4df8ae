using System.Runtime.InteropServices;
using NewsNlp.Learning;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Features of several candidates, one group after the other.</summary>
/// <param name="dropout">Share of the features that is left out at each look, so that no single one is relied on.</param>
internal sealed class FeatureGroups(float dropout, ulong seed) : IFeatureSink
{
    private Random64 _random = new(seed);
    private readonly List<uint> _features = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public ReadOnlySpan<uint> this[int group] =>
        CollectionsMarshal.AsSpan(_features)[(group == 0 ? 0 : _ends[group - 1]).._ends[group]];

    public void Add(uint feature)
    {
        if (_random.NextSingle() >= dropout) _features.Add(feature);
    }

    public void EndGroup() => _ends.Add(_features.Count);

    public void Clear()
    {
        _features.Clear();
        _ends.Clear();
    }
}
