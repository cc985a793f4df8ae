using System.Runtime.CompilerServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Words <c>First</c> to <c>Last</c>, both included; <see cref="None"/> for no span.</summary>
internal readonly record struct WordRange(int First, int Last)
{
    public static WordRange None => new(-1, -1);

    public bool IsNone => First < 0;

    public bool Holds(int token) => First >= 0 && token >= First && token <= Last;
}

/// <summary>
/// Chooses a cue's content or source among all pairs of a first and a last word: weights of the first word, of the last and of the
/// pair are added up, and for the best pairs what a layer of units says of the two words together. "None" has a weight of its own.
/// </summary>
internal sealed class SpanRanker<TFeatures>(HashedWeights weights, RectifiedLayer layer, EdgeGate first, EdgeGate last) where TFeatures : struct, ISpanFeatures
{
    // Pairs are costly. Those of two words that together are not far behind the best two nearly always hold the best pair.
    private const int Reach = 300;

    // The features of so many words or pairs are made before the first of their weights is looked at.
    private const int Lag = 3;

    // The layer hardly ever prefers a pair that is so far behind, in log-odds.
    private const float Beatable = 4;

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static SpanRanker<TFeatures> Read(ModelFile file) => new(
        HashedWeights.Read(file, TFeatures.Section, TFeatures.Bits), RectifiedLayer.Read(file, TFeatures.Section + ".layer"),
        EdgeGate.Read(file, TFeatures.Section, last: false), EdgeGate.Read(file, TFeatures.Section, last: true));

    /// <summary>The likeliest ranges, best first, in memory of <paramref name="scratch"/>; none where there is no word.</summary>
    public ReadOnlySpan<RankedRange> Rank(SpanContext context, SpanWindow window, SpanScratch scratch)
    {
        BestList<int> starts = scratch.Starts, ends = scratch.Ends;
        starts.Clear();
        ends.Clear();
        first.List(context, window.Starts, scratch.Sums, scratch.Words);
        ListEdges<FirstWords>(context, scratch.Words, starts);
        last.List(context, window.Ends, scratch.Sums, scratch.Words);
        ListEdges<LastWords>(context, scratch.Words, ends);
        ScoreSink none = new(weights);
        TFeatures.None(context, ref none);
        ListPairs(context, scratch);
        return Finish(context, scratch, none.Sum);
    }

    // A word's weights are on their way while the features of the next ones are made.
    [SkipLocalsInit]
    private void ListEdges<TEdge>(SpanContext context, List<int> words, BestList<int> edges) where TEdge : IEdge
    {
        Span<uint> memory = stackalloc uint[Lag * FeatureBuffer.Size];
        Span<int> counts = stackalloc int[Lag];
        for (int i = 0; i < words.Count + Lag; i++)
        {
            Span<uint> slot = memory.Slice(i % Lag * FeatureBuffer.Size, FeatureBuffer.Size);
            if (i >= Lag) edges.Add(words[i - Lag], weights.Sum(slot[..counts[i % Lag]]));
            if (i >= words.Count) continue;
            ExpectingSink<TFeatures> sink = new(weights, slot);
            TEdge.Add(context, words[i], ref sink);
            counts[i % Lag] = sink.Count;
        }
    }

    private interface IEdge
    {
        static abstract void Add<TSink>(SpanContext context, int word, ref TSink sink) where TSink : IFeatureSink, allows ref struct;
    }

    private readonly struct FirstWords : IEdge
    {
        public static void Add<TSink>(SpanContext context, int word, ref TSink sink) where TSink : IFeatureSink, allows ref struct => TFeatures.First(context, word, ref sink);
    }

    private readonly struct LastWords : IEdge
    {
        public static void Add<TSink>(SpanContext context, int word, ref TSink sink) where TSink : IFeatureSink, allows ref struct => TFeatures.Last(context, word, ref sink);
    }

    private void ListPairs(SpanContext context, SpanScratch scratch)
    {
        FindPairs(context, scratch);
        scratch.Pairs.Clear();
        ScorePairs(context, scratch.Likely, scratch.Pairs);
    }

    // Pairs with the sums of their two words.
    private static void FindPairs(SpanContext context, SpanScratch scratch)
    {
        BestList<int> starts = scratch.Starts, ends = scratch.Ends;
        scratch.Likely.Clear();
        int least = starts.Count == 0 || ends.Count == 0 ? 0 : starts[0].Score + ends[0].Score - Reach;
        for (int i = 0; i < starts.Count; i++)
        {
            for (int j = 0; j < ends.Count; j++)
            {
                if (starts[i].Score + ends[j].Score < least) break;
                WordRange pair = new(starts[i].Item, ends[j].Item);
                if (TFeatures.MayPair(context, pair.First, pair.Last)) scratch.Likely.Add((pair, starts[i].Score + ends[j].Score));
            }
        }
    }

    [SkipLocalsInit]
    private void ScorePairs(SpanContext context, List<(WordRange Pair, int Score)> likely, BestList<WordRange> pairs)
    {
        Span<uint> memory = stackalloc uint[Lag * FeatureBuffer.Size];
        Span<int> counts = stackalloc int[Lag];
        for (int i = 0; i < likely.Count + Lag; i++)
        {
            Span<uint> slot = memory.Slice(i % Lag * FeatureBuffer.Size, FeatureBuffer.Size);
            if (i >= Lag) pairs.Add(likely[i - Lag].Pair, likely[i - Lag].Score + weights.Sum(slot[..counts[i % Lag]]));
            if (i >= likely.Count) continue;
            ExpectingSink<TFeatures> sink = new(weights, slot);
            TFeatures.Pair(context, likely[i].Pair.First, likely[i].Pair.Last, ref sink);
            counts[i % Lag] = sink.Count;
        }
    }

    [SkipLocalsInit]
    private ReadOnlySpan<RankedRange> Finish(SpanContext context, SpanScratch scratch, int none)
    {
        BestList<WordRange> pairs = scratch.Pairs;
        int count = 0;
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int i = 0; i < pairs.Count; i++)
        {
            (WordRange pair, int score) = pairs[i];
            if ((pairs[0].Score - score) > Beatable * weights.Scale) break;
            LayerSink buffer = new(layer, memory);
            TFeatures.Together(context, pair.First, pair.Last, ref buffer);
            Insert(scratch.Ranked, count++, new RankedRange(pair, (score - none) / weights.Scale + layer.Score(buffer.Features)));
        }
        return scratch.Ranked.AsSpan(0, count);
    }

    private static void Insert(RankedRange[] ranked, int at, RankedRange item)
    {
        for (; at > 0 && ranked[at - 1].Margin < item.Margin; at--) ranked[at] = ranked[at - 1];
        ranked[at] = item;
    }
}

/// <summary>Working memory of <see cref="SpanRanker{TFeatures}"/>.</summary>
internal sealed class SpanScratch
{
    /// <summary>So many pairs are shown to the layer.</summary>
    public const int Finalists = 4;

    /// <summary>So many first words, and last words, are paired: the best alone.</summary>
    public const int MostEdges = 5;

    /// <summary>Words that may be the first or the last, and what their gate says of all words.</summary>
    public List<int> Words { get; } = [];

    public List<int> Sums { get; } = [];

    public BestList<int> Starts { get; } = new(MostEdges);

    public BestList<int> Ends { get; } = new(MostEdges);

    /// <summary>Pairs of them that are worth scoring, with the sums of their two words.</summary>
    public List<(WordRange Pair, int Score)> Likely { get; } = new(MostEdges * MostEdges);

    public BestList<WordRange> Pairs { get; } = new(Finalists);

    public RankedRange[] Ranked { get; } = new RankedRange[Finalists];
}
