using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>What the layer of units sees of a source: cue, first and last word, what follows, and how the tree and the span agree.</summary>
internal static class SourceShape
{
    public static void Add<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        AddCue(context, ref sink);
        AddEdges(context, first, last, ref sink);
        AddFollower(context, first, last, ref sink);
        AddWhole(context, first, last, ref sink);
    }

    private static void AddCue<TSink>(SpanContext context, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts head = ref context.Tokens[context.CueHead];
        sink.Add(LinearHash.Of(2501, context.HeadLemma));
        sink.Add(LinearHash.Of(2502, context.CueWords));
        sink.Add(LinearHash.Of(2503, context.Kind));
        sink.Add(LinearHash.Of(2504, head.Middle));
        sink.Add(LinearHash.Of(2505, head.Relation, context.Subject < 0 ? 0u : 1u));
        sink.Add(LinearHash.Of(2506, context.Frame));
        sink.Add(LinearHash.Of(2507, context.Content.First >= context.Cue.End ? 1u : context.Content.Last < context.Cue.First ? 0u : 2u));
        sink.Add(LinearHash.Of(2508, head.Head < 0 ? 0u : context.Tokens[head.Head].Tag, head.Relation));
        features = sink;
    }

    private static void AddEdges<TSink>(SpanContext context, int first, int last, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts start = ref tokens[first];
        ref readonly TokenFacts end = ref tokens[last];
        sink.Add(LinearHash.Of(2520, Buckets.Side(first, context.Cue)));
        sink.Add(LinearHash.Of(2521, start.Tag));
        sink.Add(LinearHash.Of(2522, start.TagBefore));
        sink.Add(LinearHash.Of(2523, start.Word));
        sink.Add(LinearHash.Of(2524, tokens.Word(first - 1, first)));
        sink.Add(LinearHash.Of(2525, (uint)start.Name, (uint)end.Name));
        sink.Add(LinearHash.Of(2526, start.Place, end.Place));
        sink.Add(LinearHash.Of(2540, Buckets.Side(last, context.Cue)));
        sink.Add(LinearHash.Of(2541, end.Tag));
        sink.Add(LinearHash.Of(2542, end.TagBehind));
        sink.Add(LinearHash.Of(2543, tokens.Word(last + 1, last)));
        sink.Add(LinearHash.Of(2544, tokens.Tag(last + 2, last)));
        sink.Add(LinearHash.Of(2545, end.Fine));
        features = sink;
    }

    private static void AddFollower<TSink>(SpanContext context, int first, int last, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        int behind = context.PhraseBehind(last, out int follower);
        if (behind < 0) return;
        ref readonly TokenFacts node = ref tokens[behind];
        uint hangs = context.HangsOn(node.Head, first, last);
        sink.Add(LinearHash.Of(2560, node.Relation, hangs));
        sink.Add(LinearHash.Of(2561, node.Tag, hangs));
        sink.Add(LinearHash.Of(2562, tokens[follower].Word, follower == last + 1 ? 0u : 1u));
        features = sink;
    }

    private static void AddWhole<TSink>(SpanContext context, int first, int last, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        int top = tokens[first].TopAtLeft, whole = top >= 0 && top == tokens[last].TopAtRight ? top : -1;
        uint subject = context.Subject < 0 ? 0u : context.Subject < first || context.Subject > last ? 1u : context.Subject == whole ? 2u : 3u;
        int noun = subject >= 2 ? context.Subject : whole >= 0 ? whole : last;
        ref readonly TokenFacts node = ref tokens[noun];
        sink.Add(LinearHash.Of(2580, Buckets.Of(last - first + 1)));
        sink.Add(LinearHash.Of(2581, subject, whole < 0 ? 0u : 1u));
        sink.Add(LinearHash.Of(2582, CueFeatures.Nature(tokens, noun)));
        sink.Add(LinearHash.Of(2583, node.Relation, context.IsCue(node.Head) ? 1u : 0u));
        sink.Add(LinearHash.Of(2584, ContentShape.Compare(node.Left, first), ContentShape.Compare(node.Right, last)));
        sink.Add(LinearHash.Of(2585, tokens[first].Quote >= 0 ? 1u : 0u, first < context.Content.First ? 0u : last > context.Content.Last ? 1u : 2u));
        sink.Add(LinearHash.Of(2586, node.Tag));
        features = sink;
    }
}
