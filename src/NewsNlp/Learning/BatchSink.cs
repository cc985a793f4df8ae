using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>Gathers features, of one token or several, so that their weights are fetched together.</summary>
/// <param name="buffer">Holds the features: a caller gives it room for all that it adds.</param>
internal ref struct BatchSink(FeatureTable table, Span<uint> buffer) : IFeatureSink
{
    private readonly Span<uint> _buffer = buffer;

    /// <summary>How many features there are that the table may have.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        if (table.Expect(feature)) _buffer[Count++] = feature;
    }

    /// <summary>Adds the weights of all features to one row of sums, and forgets the features.</summary>
    public void AddTo(Span<short> sums)
    {
        table.Find(_buffer[..Count]);
        table.AddRows(_buffer[..Count], sums);
        Count = 0;
    }

    /// <summary>The same for several tokens: token <c>i</c> has the features up to <c>ends[i]</c>, its sums begin at <c>places[i]</c>.</summary>
    public void AddTo(Span<short> scores, scoped ReadOnlySpan<int> ends, scoped ReadOnlySpan<int> places)
    {
        table.Find(_buffer[..Count]);
        int start = 0;
        for (int i = 0; i < ends.Length; start = ends[i++]) table.AddRows(_buffer[start..ends[i]], scores.Slice(places[i], table.Lanes));
        Count = 0;
    }
}
