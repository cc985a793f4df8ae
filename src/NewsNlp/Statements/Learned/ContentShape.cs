using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>What the layer of units sees of a content: cue, first and last word, what follows, and how the tree and the span agree.</summary>
internal static class ContentShape
{
    private const int MostSteps = 12, MostUnquoted = 10;

    public static void Add<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        int top = TopOf(context.Tokens, first, last);
        AddCue(context, ref sink);
        AddFirst(context, first, ref sink);
        AddLast(context, last, ref sink);
        AddFollower(context, first, last, top, ref sink);
        AddWhole(context, first, last, top, ref sink);
    }

    private static void AddCue<TSink>(SpanContext context, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        ref readonly TokenFacts head = ref context.Tokens[context.CueHead];
        sink.Add(LinearHash.Of(2001, context.HeadLemma));
        sink.Add(LinearHash.Of(2002, context.CueWords));
        sink.Add(LinearHash.Of(2003, head.Tag));
        sink.Add(LinearHash.Of(2004, (uint)head.Cue));
        sink.Add(LinearHash.Of(2005, head.Middle));
        sink.Add(LinearHash.Of(2006, head.Relation));
        sink.Add(LinearHash.Of(2007, context.Frame));
        sink.Add(LinearHash.Of(2008, context.Clauses));
        sink.Add(LinearHash.Of(2009, head.Clause < 0 ? 0 : 1u + context.Tokens[head.Clause].Relation, head.Object < 0 ? 0u : 1u, context.Subject < 0 ? 0u : 1u));
        features = sink;
    }

    private static void AddFirst<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        sink.Add(LinearHash.Of(2020, Buckets.Side(word, context.Cue)));
        sink.Add(LinearHash.Of(2021, token.Tag));
        sink.Add(LinearHash.Of(2022, token.TagBefore));
        sink.Add(LinearHash.Of(2023, token.Word));
        sink.Add(LinearHash.Of(2024, tokens.Word(word - 1, word)));
        sink.Add(LinearHash.Of(2025, token.Place));
        if (token.TopAtLeft is >= 0 and int top) sink.Add(LinearHash.Of(2026, tokens[top].Relation, context.IsCue(tokens[top].Head) ? 1u : 0u));
        features = sink;
    }

    private static void AddLast<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        sink.Add(LinearHash.Of(2040, Buckets.Side(word, context.Cue)));
        sink.Add(LinearHash.Of(2041, token.Tag));
        sink.Add(LinearHash.Of(2042, token.TagBehind));
        sink.Add(LinearHash.Of(2043, tokens.Word(word + 1, word)));
        sink.Add(LinearHash.Of(2044, tokens.Tag(word + 2, word)));
        sink.Add(LinearHash.Of(2045, tokens.Word(word + 2, word)));
        sink.Add(LinearHash.Of(2046, token.Place));
        if (token.TopAtRight is >= 0 and int top) sink.Add(LinearHash.Of(2047, tokens[top].Relation, context.IsCue(tokens[top].Head) ? 1u : 0u));
        features = sink;
    }

    // The phrase behind the last word: what it is, on what it hangs, and whether a comma parts it from the span.
    private static void AddFollower<TSink>(SpanContext context, int first, int last, int top, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        int behind = context.PhraseBehind(last, out int follower);
        if (behind < 0)
        {
            sink.Add(LinearHash.Of(2060, 0));
            features = sink;
            return;
        }
        ref readonly TokenFacts node = ref tokens[behind];
        uint gap = follower == last + 1 ? 0u : 1u, hangs = HangsOn(context, node.Head, first, last, top);
        sink.Add(LinearHash.Of(2061, node.Relation, gap));
        sink.Add(LinearHash.Of(2062, node.Tag, node.Relation));
        sink.Add(LinearHash.Of(2063, hangs, tokens[follower].Sentence == tokens[last].Sentence ? 1u : 0u));
        sink.Add(LinearHash.Of(2064, hangs, node.Relation));
        sink.Add(LinearHash.Of(2065, tokens[follower].Word, gap));
        sink.Add(LinearHash.Of(2066, node.Subject < 0 ? 0u : 1u, node.Right < 0 ? 0 : Buckets.Of(node.Right - follower + 1)));
        sink.Add(LinearHash.Of(2068, (uint)node.Cue, node.Relation, hangs));
        sink.Add(LinearHash.Of(2069, node.Lemma, gap));
        sink.Add(LinearHash.Of(2070, node.Right < 0 ? 0 : tokens.Cues.In(follower, node.Right + 1), node.Relation));
        sink.Add(LinearHash.Of(2071, tokens.Cues.In(behind, behind + 1), hangs));
        if (node.Head >= 0) sink.Add(LinearHash.Of(2067, tokens[node.Head].Tag, node.Relation));
        features = sink;
    }

    private static void AddWhole<TSink>(SpanContext context, int first, int last, int top, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts node = ref tokens[top];
        uint side = context.SideOf(new WordRange(first, last));
        sink.Add(LinearHash.Of(2080, side, Buckets.Of(last - first + 1)));
        sink.Add(LinearHash.Of(2081, side, ContentFeatures.Marks(tokens, first, last), (uint)Math.Min(3, tokens[last].Sentence - tokens[first].Sentence)));
        sink.Add(LinearHash.Of(2082, tokens.VerbsIn(first, Math.Min(last + 1, context.Cue.First)), tokens.VerbsIn(Math.Max(first, context.Cue.End), last + 1)));
        sink.Add(LinearHash.Of(2083, Compare(node.Left, first), Compare(node.Right, last)));
        sink.Add(LinearHash.Of(2084, node.Relation, context.IsCue(node.Head) ? 1u : 0u));
        sink.Add(LinearHash.Of(2085, node.Tag));
        sink.Add(LinearHash.Of(2086, node.Subject < 0 ? 0u : node.Subject < first || node.Subject > last ? 1u : 2u));
        sink.Add(LinearHash.Of(2087, context.Subject < 0 ? 0u : context.Subject >= first && context.Subject <= last ? 1u : 2u));
        sink.Add(LinearHash.Of(2088, Buckets.Of(last - top), node.Relation));
        sink.Add(LinearHash.Of(2091, context.CuesIn(first, last)));
        sink.Add(LinearHash.Of(2090, side, Unquoted(context, first, last)));
        uint left = node.Left > context.CueHead ? 0u : node.Right < context.CueHead ? 1u : 2u;
        sink.Add(LinearHash.Of(2089, left, top == context.CueHead ? 1u : context.Tokens[context.CueHead].Head == top ? 2u : 0u));
        features = sink;
    }

    // Words of other sentences than the cue's that stand outside of quotes: a quote that is resumed has none of them in between.
    private static uint Unquoted(SpanContext context, int first, int last)
    {
        StatementTokens tokens = context.Tokens;
        int own = tokens[context.Cue.First].Sentence, count = 0;
        if (tokens[first].Sentence == own && tokens[last].Sentence == own) return 0;
        for (int t = first; t <= last && count < MostUnquoted; t++)
        {
            if (tokens[t].Quote is >= 0 and int quote) t = Math.Max(t, tokens.QuoteTokens[quote].End - 1);
            else if (tokens[t].Sentence == own) t = Math.Max(t, tokens.Draft.Sentences[own].EndToken - 1);
            else if (tokens[t].IsWord) count++;
        }
        return 1 + Buckets.Of(count);
    }

    internal static uint Compare(int edge, int word) => edge == word ? 1u : edge < word ? 0u : 2u;

    // A root, the cue, the span's own top, another word within it, one before it, one behind it.
    private static uint HangsOn(SpanContext context, int head, int first, int last, int top) =>
        head < 0 ? 1u : context.IsCue(head) ? 2u : head == top ? 3u : head >= first && head <= last ? 4u : head < first ? 5u : 6u;

    // The first word's highest head within the span.
    private static int TopOf(StatementTokens tokens, int first, int last)
    {
        int at = first;
        for (int i = 0; i < MostSteps && tokens[at].Head is var head && head >= first && head <= last; i++) at = head;
        return at;
    }
}
