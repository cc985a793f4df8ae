using NewsNlp.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>Keeps the features of one word.</summary>
internal readonly struct TypeFeatures() : IFeatureSink
{
    private readonly List<uint> _features = [];

    public void Add(uint feature) => _features.Add(feature);

    public uint[] ToArray() => [.. _features];
}
