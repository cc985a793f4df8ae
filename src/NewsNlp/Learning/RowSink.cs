using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>Adds up the weights of the features it is given.</summary>
internal readonly ref struct RowSink(FeatureTable table, Span<short> sums) : IFeatureSink
{
    private readonly Span<short> _sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature) => table.AddTo(_sums, feature);
}
