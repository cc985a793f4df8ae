namespace NewsNlp.Statements.Learned;

/// <summary>Words <c>First</c> to <c>Last</c>, both included; <see cref="None"/> for no span.</summary>
internal readonly record struct WordRange(int First, int Last)
{
    public static WordRange None => new(-1, -1);

    public bool IsNone => First < 0;
}

/// <summary>
/// Chooses a cue's content or source among all pairs of a first and a last word: weights of the first word, of the last and of the
/// pair are added up. "None" has a weight of its own.
/// </summary>
internal sealed class SpanRanker<TFeatures>(HashedWeights weights) where TFeatures : struct, ISpanFeatures
{
    /// <summary>The best range, and by how much it is better than none (below zero: worse).</summary>
    public (WordRange Range, int Margin) Best(SpanContext context, SpanWindow window, SpanScratch scratch)
    {
        Span<int> starts = scratch.Starts(window.Starts.Count), ends = scratch.Ends(window.Ends.Count);
        for (int i = 0; i < starts.Length; i++)
        {
            ScoreSink sink = new(weights);
            TFeatures.First(context, window.Starts[i], ref sink);
            starts[i] = sink.Sum;
        }
        for (int i = 0; i < ends.Length; i++)
        {
            ScoreSink sink = new(weights);
            TFeatures.Last(context, window.Ends[i], ref sink);
            ends[i] = sink.Sum;
        }
        ScoreSink none = new(weights);
        TFeatures.None(context, ref none);
        return Choose(context, window, starts, ends, none.Sum);
    }

    private (WordRange, int) Choose(SpanContext context, SpanWindow window, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int none)
    {
        WordRange best = WordRange.None;
        int top = int.MinValue;
        for (int i = 0; i < starts.Length; i++)
        {
            for (int j = 0; j < ends.Length; j++)
            {
                if (!TFeatures.MayPair(context, window.Starts[i], window.Ends[j])) continue;
                ScoreSink sink = new(weights);
                TFeatures.Pair(context, window.Starts[i], window.Ends[j], ref sink);
                int sum = starts[i] + ends[j] + sink.Sum;
                if (sum > top) (top, best) = (sum, new WordRange(window.Starts[i], window.Ends[j]));
            }
        }
        return top == int.MinValue ? (WordRange.None, -9999) : (best, top - none);
    }
}

/// <summary>Working memory of <see cref="SpanRanker{TFeatures}"/>.</summary>
internal sealed class SpanScratch
{
    private int[] _starts = [], _ends = [];

    public Span<int> Starts(int count) => Sized(ref _starts, count);

    public Span<int> Ends(int count) => Sized(ref _ends, count);

    private static Span<int> Sized(ref int[] array, int count)
    {
        if (array.Length < count) array = new int[count * 2];
        return array.AsSpan(0, count);
    }
}
