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
    // Pairs are costly. Those of a first and a last word that are both among the best alone, and together not far behind the best two,
    // nearly always hold the best pair.
    private const int MostEdges = 12, Reach = 400;
    private const float Hopeless = -99;

    /// <summary>The best range, and by how much it is better than none (below zero: worse), in log-odds.</summary>
    public (WordRange Range, float Margin) Best(SpanContext context, SpanWindow window, SpanScratch scratch)
    {
        EdgeList starts = scratch.Starts, ends = scratch.Ends;
        starts.Clear();
        ends.Clear();
        foreach (int word in window.Starts)
        {
            ScoreSink sink = new(weights);
            TFeatures.First(context, word, ref sink);
            starts.Add(word, sink.Sum, MostEdges);
        }
        foreach (int word in window.Ends)
        {
            ScoreSink sink = new(weights);
            TFeatures.Last(context, word, ref sink);
            ends.Add(word, sink.Sum, MostEdges);
        }
        ScoreSink none = new(weights);
        TFeatures.None(context, ref none);
        return Choose(context, starts, ends, none.Sum);
    }

    private (WordRange, float) Choose(SpanContext context, EdgeList starts, EdgeList ends, int none)
    {
        WordRange best = WordRange.None;
        int top = int.MinValue, least = starts.Count == 0 || ends.Count == 0 ? 0 : starts[0].Score + ends[0].Score - Reach;
        for (int i = 0; i < starts.Count; i++)
        {
            for (int j = 0; j < ends.Count; j++)
            {
                if (starts[i].Score + ends[j].Score < least) break;
                (int first, int last) = (starts[i].Word, ends[j].Word);
                if (!TFeatures.MayPair(context, first, last)) continue;
                ScoreSink sink = new(weights);
                TFeatures.Pair(context, first, last, ref sink);
                int sum = starts[i].Score + ends[j].Score + sink.Sum;
                if (sum > top) (top, best) = (sum, new WordRange(first, last));
            }
        }
        return best.IsNone ? (best, Hopeless) : (best, (top - none) / weights.Scale);
    }
}

/// <summary>Words with the best scores, best first; of equals the one added first.</summary>
internal sealed class EdgeList
{
    private readonly List<(int Word, int Score)> _edges = [];

    public int Count => _edges.Count;

    public (int Word, int Score) this[int index] => _edges[index];

    public void Clear() => _edges.Clear();

    public void Add(int word, int score, int most)
    {
        int at = _edges.Count;
        while (at > 0 && _edges[at - 1].Score < score) at--;
        if (at == most) return;
        if (_edges.Count == most) _edges.RemoveAt(most - 1);
        _edges.Insert(at, (word, score));
    }
}

/// <summary>Working memory of <see cref="SpanRanker{TFeatures}"/>.</summary>
internal sealed class SpanScratch
{
    public EdgeList Starts { get; } = new();

    public EdgeList Ends { get; } = new();
}
