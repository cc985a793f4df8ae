using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>Gathers features, of one token or several, so that their weights are fetched together.</summary>
/// <param name="buffer">Holds the features: a caller gives it room for all that it adds.</param>
internal ref struct BatchSink(FeatureTable table, Span<uint> buffer) : IFeatureSink
{
    private readonly Span<uint> _buffer = buffer;

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        table.Expect(feature);
        _buffer[Count++] = feature;
    }

    /// <summary>Adds the weights of all features to one row of sums, and forgets the features.</summary>
    public void AddTo(Span<short> sums)
    {
        Span<uint> rows = _buffer[..table.Sift(_buffer[..Count], _buffer)];
        table.Find(rows);
        table.AddRows(rows, sums);
        Count = 0;
    }

    /// <summary>The same for several tokens: token <c>i</c> has the features up to <c>ends[i]</c>, its sums begin at <c>places[i]</c>.</summary>
    /// <param name="ends">What they hold afterwards is of no use.</param>
    public void AddTo(Span<short> scores, scoped Span<int> ends, scoped ReadOnlySpan<int> places)
    {
        int kept = 0, start = 0;
        foreach (ref int end in ends)
        {
            kept += table.Sift(_buffer[start..end], _buffer[kept..]);
            (start, end) = (end, kept);
        }
        table.Find(_buffer[..kept]);
        start = 0;
        for (int i = 0; i < ends.Length; start = ends[i++]) table.AddRows(_buffer[start..ends[i]], scores.Slice(places[i], table.Lanes));
        Count = 0;
    }
}
