using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// What tells whether one of the likeliest contents or sources of a cue is right: how far it is ahead or behind, where it stands, and what lies between its ends
/// and those of its likeliest rival. The numbers of the templates are part of the model format.
/// </summary>
internal static class ChoiceFeatures
{
    // Whether a cue follows soon behind the last word.
    private const int Soon = 5;

    /// <param name="context">The cue.</param>
    /// <param name="ranked">At least two, likeliest first.</param>
    /// <param name="at">The one looked at.</param>
    /// <param name="sink">Takes the features.</param>
    public static void Add<TSink>(SpanContext context, ReadOnlySpan<RankedRange> ranked, int at, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        WordRange own = ranked[at].Range, rival = ranked[at == 0 ? 1 : 0].Range;
        AddMargins(context, ranked, at, ref sink);
        AddPlace(context, own, ref sink);
        AddTree(context, own, ref sink);
        AddRival(context, own, rival, ranked[at].Margin - ranked[at == 0 ? 1 : 0].Margin, ref sink);
        if (own.Last != rival.Last) AddTail(context, Math.Min(own.Last, rival.Last), Math.Max(own.Last, rival.Last), own.Last < rival.Last ? 1u : 0u, ref sink);
        if (own.First != rival.First) AddFront(context, Math.Min(own.First, rival.First), Math.Max(own.First, rival.First), own.First > rival.First ? 1u : 0u, ref sink);
    }

    private static void AddMargins<TSink>(SpanContext context, ReadOnlySpan<RankedRange> ranked, int at, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        uint gap = at == 0 ? Buckets.OfOdds(ranked[0].Margin - ranked[1].Margin) : 100 + Buckets.OfOdds(ranked[0].Margin - ranked[at].Margin);
        sink.Add(LinearHash.Of(4001, (uint)at));
        sink.Add(LinearHash.Of(4002, gap));
        sink.Add(LinearHash.Of(4003, gap, Buckets.OfOdds(ranked[0].Margin) / 3));
        sink.Add(LinearHash.Of(4004, gap, context.Kind));
        features = sink;
    }

    private static void AddPlace<TSink>(SpanContext context, WordRange own, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        (int first, int last) = (own.First, own.Last);
        uint side = context.SideOf(own);
        sink.Add(LinearHash.Of(4005, side, ContentFeatures.Marks(tokens, first, last)));
        sink.Add(LinearHash.Of(4006, side, context.CuesIn(first, last)));
        sink.Add(LinearHash.Of(4007, side, Buckets.Of(last - first + 1)));
        sink.Add(LinearHash.Of(4008, context.HeadLemma, side));
        sink.Add(LinearHash.Of(4009, tokens[first].Place, tokens[last].Place));
        sink.Add(LinearHash.Of(4010, side, tokens[first].Tag, tokens[first].TagBefore));
        sink.Add(LinearHash.Of(4011, side, tokens[last].Tag, tokens[last].TagBehind));
        sink.Add(LinearHash.Of(4012, side, tokens.Cues.In(last + 1, Math.Min(tokens.Count, last + Soon))));
        features = sink;
    }

    private static void AddTree<TSink>(SpanContext context, WordRange own, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        uint side = context.SideOf(own);
        int top = tokens[own.First].TopAtLeft, whole = top >= 0 && top == tokens[own.Last].TopAtRight ? top : -1;
        uint arc = whole < 0 ? 0 : 1u + tokens[whole].Relation + (context.IsCue(tokens[whole].Head) ? 256u : 0u);
        sink.Add(LinearHash.Of(4013, context.Subject < 0 ? 0u : context.Subject >= own.First && context.Subject <= own.Last ? 1u : 2u, side));
        sink.Add(LinearHash.Of(4014, arc, side));
        sink.Add(LinearHash.Of(4015, arc, context.Kind));
        features = sink;
    }

    private static void AddRival<TSink>(SpanContext context, WordRange own, WordRange rival, float ahead, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        uint order = ContentShape.Compare(own.First, rival.First) * 3 + ContentShape.Compare(own.Last, rival.Last);
        sink.Add(LinearHash.Of(4020, order, Buckets.OfOdds(ahead)));
        sink.Add(LinearHash.Of(4021, order, ContentFeatures.Marks(tokens, own.First, own.Last), ContentFeatures.Marks(tokens, rival.First, rival.Last)));
        sink.Add(LinearHash.Of(4022, order, context.Kind));
        sink.Add(LinearHash.Of(4023, order, context.HeadLemma));
        features = sink;
    }

    // What stands between two possible last words; state tells whether it is left out, and whether a sign parts it from what is before.
    private static void AddTail<TSink>(SpanContext context, int inner, int outer, uint without, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        int follower = tokens.NextWord(inner + 1, 1);
        if (follower < 0 || follower > outer) return;
        uint state = without * 2 + (follower == inner + 1 ? 0u : 1u);
        sink.Add(LinearHash.Of(4030, state, tokens[follower].Word));
        sink.Add(LinearHash.Of(4031, state, Buckets.Of(outer - inner)));
        sink.Add(LinearHash.Of(4032, state, tokens.Cues.In(inner + 1, outer + 1)));
        sink.Add(LinearHash.Of(4033, state, tokens.VerbsIn(inner + 1, outer + 1)));
        sink.Add(LinearHash.Of(4034, state, tokens[inner].Quote >= 0 ? 1u : 0u, tokens[outer].Quote >= 0 ? 1u : 0u));
        features = sink;
        if (tokens[follower].TopAtLeft is >= 0 and int top) AddPhrase(context, inner, outer, follower, top, state, ref features);
    }

    private static void AddPhrase<TSink>(SpanContext context, int inner, int outer, int follower, int top, uint state, ref TSink features)
        where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts node = ref tokens[top];
        sink.Add(LinearHash.Of(4035, state, node.Relation, ContentShape.Compare(node.Right, outer)));
        sink.Add(LinearHash.Of(4036, state, node.Relation, context.HangsOn(node.Head, inner, inner)));
        sink.Add(LinearHash.Of(4037, state, node.Lemma));
        sink.Add(LinearHash.Of(4038, state, tokens[follower].Word, node.Relation));
        sink.Add(LinearHash.Of(4039, state, node.Tag, node.Relation));
        sink.Add(LinearHash.Of(4040, state, context.HeadLemma, node.Relation));
        sink.Add(LinearHash.Of(4043, state, node.Fine));
        if (node.Head >= 0)
        {
            sink.Add(LinearHash.Of(4041, state, tokens[node.Head].Tag, node.Relation));
            sink.Add(LinearHash.Of(4042, state, Buckets.Of(follower - node.Head), node.Relation));
        }
        features = sink;
    }

    // The same between two possible first words.
    private static void AddFront<TSink>(SpanContext context, int outer, int inner, uint without, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        uint state = without * 3 + context.SideOf(new WordRange(outer, inner));
        sink.Add(LinearHash.Of(4050, state, tokens[outer].Word));
        sink.Add(LinearHash.Of(4051, state, tokens[inner].Word));
        sink.Add(LinearHash.Of(4052, state, tokens[outer].Tag, tokens[inner].Tag));
        sink.Add(LinearHash.Of(4053, state, Buckets.Of(inner - outer)));
        sink.Add(LinearHash.Of(4054, state, tokens.Cues.In(outer, inner)));
        sink.Add(LinearHash.Of(4055, state, tokens.VerbsIn(outer, inner)));
        sink.Add(LinearHash.Of(4056, state, tokens[outer].Quote >= 0 ? 1u : 0u, tokens[inner].Quote >= 0 ? 1u : 0u));
        sink.Add(LinearHash.Of(4057, state, context.HeadLemma, tokens[outer].Tag));
        sink.Add(LinearHash.Of(4058, state, tokens.Word(inner - 1, inner)));
        if (tokens[outer].TopAtLeft is >= 0 and int top) sink.Add(LinearHash.Of(4059, state, tokens[top].Relation, ContentShape.Compare(tokens[top].Right, inner - 1)));
        features = sink;
    }
}
