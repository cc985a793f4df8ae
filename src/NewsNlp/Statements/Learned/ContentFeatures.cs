using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>Features of the content of a cue. The numbers of the templates are part of the model format.</summary>
internal readonly struct ContentFeatures : ISpanFeatures
{
    public static string Section => "content";

    public static int Bits => 19;

    // Content stands before the cue, behind it or on both sides; it never begins or ends within.
    public static bool MayPair(SpanContext context, int first, int last) => first <= last;

    public static void First<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        uint side = word >= context.Cue.End ? 1u : 0u, distance = Buckets.Side(word, context.Cue);
        uint before = tokens.Word(word - 1, word), place = token.Place;
        uint tagBefore = token.TagBefore;
        sink.Add(LinearHash.Of(101, side, token.Word));
        sink.Add(LinearHash.Of(102, side, token.Tag, tagBefore));
        sink.Add(LinearHash.Of(103, side, before));
        sink.Add(LinearHash.Of(104, distance, before));
        sink.Add(LinearHash.Of(105, distance, token.Tag));
        sink.Add(LinearHash.Of(106, distance, context.Frame));
        sink.Add(LinearHash.Of(107, distance, place, context.Kind));
        sink.Add(LinearHash.Of(108, distance, context.HeadLemma));
        sink.Add(LinearHash.Of(109, side, place, context.Frame));
        sink.Add(LinearHash.Of(110, side, before, token.Word));
        sink.Add(LinearHash.Of(111, side, tokens.Word(word - 2, word), before));
        sink.Add(LinearHash.Of(112, side, context.HeadLemma, before));
        sink.Add(LinearHash.Of(113, side, context.HeadLemma, token.Tag));
        sink.Add(LinearHash.Of(114, context.CueWords, distance));
        sink.Add(LinearHash.Of(115, side, tagBefore, token.Tag, token.TagBehind));
        sink.Add(LinearHash.Of(116, side, token.Tag, place));
        sink.Add(LinearHash.Of(117, context.Kind, before, side));
        features = sink;
        TreeEdge(context, word, token.TopAtLeft, side + 120, ref features);
    }

    public static void Last<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        uint side = word >= context.Cue.End ? 1u : 0u, distance = Buckets.Side(word, context.Cue);
        uint next = tokens.Word(word + 1, word), second = tokens.Word(word + 2, word), place = token.Place;
        uint tagNext = token.TagBehind, tagSecond = tokens.Tag(word + 2, word);
        sink.Add(LinearHash.Of(201, side, token.Word));
        sink.Add(LinearHash.Of(202, side, token.Tag, tagNext));
        sink.Add(LinearHash.Of(203, side, next));
        sink.Add(LinearHash.Of(204, side, next, second));
        sink.Add(LinearHash.Of(205, side, next, tagSecond));
        sink.Add(LinearHash.Of(206, side, tagNext, tagSecond));
        sink.Add(LinearHash.Of(207, side, place, context.Frame));
        sink.Add(LinearHash.Of(208, side, place, tagNext));
        sink.Add(LinearHash.Of(209, side, context.HeadLemma, next));
        sink.Add(LinearHash.Of(210, side, context.Kind, next));
        sink.Add(LinearHash.Of(211, distance, place));
        sink.Add(LinearHash.Of(212, distance, context.HeadLemma));
        sink.Add(LinearHash.Of(213, distance, tagNext, token.Tag));
        sink.Add(LinearHash.Of(214, side, context.CueWords, place));
        sink.Add(LinearHash.Of(215, side, context.CueWords, tagNext));
        sink.Add(LinearHash.Of(216, side, token.Word, next));
        sink.Add(LinearHash.Of(217, side, tagNext, tagSecond, tokens.Tag(word + 3, word)));
        if (tokens.NextWord(word + 1, 1) is >= 0 and int follower)
        {
            sink.Add(LinearHash.Of(218, side, tokens[follower].Word, next == tokens[follower].Word ? 1u : 0u));
            sink.Add(LinearHash.Of(219, side, tokens[follower].Relation, next == tokens[follower].Word ? 1u : 0u));
            ref readonly TokenFacts top = ref tokens[Math.Max(0, tokens[follower].TopAtLeft)];
            sink.Add(LinearHash.Of(226, side, top.Relation, context.IsCue(top.Head) ? 1u : 0u, next == tokens[follower].Word ? 1u : 0u));
        }
        features = sink;
        TreeEdge(context, word, token.TopAtRight, side + 220, ref features);
    }

    public static void Pair<TSink>(SpanContext context, int first, int last, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        uint side = context.SideOf(new WordRange(first, last));
        uint length = Buckets.Of(last - first + 1), marks = Marks(tokens, first, last);
        int crossed = tokens[last].Sentence - tokens[first].Sentence;
        int top = tokens[first].TopAtLeft, whole = top >= 0 && top == tokens[last].TopAtRight ? top : -1;
        uint arc = whole < 0 ? 0 : 1u + tokens[whole].Relation + (context.IsCue(tokens[whole].Head) ? 256u : 0u);
        sink.Add(LinearHash.Of(301, side, length));
        sink.Add(LinearHash.Of(302, side, marks, Buckets.Of(crossed)));
        sink.Add(LinearHash.Of(303, side, marks, context.Kind));
        sink.Add(LinearHash.Of(304, side, context.HeadLemma, marks));
        sink.Add(LinearHash.Of(305, side, arc, context.Kind));
        sink.Add(LinearHash.Of(306, side, context.HeadLemma, arc));
        sink.Add(LinearHash.Of(307, side, length, context.HeadLemma));
        sink.Add(LinearHash.Of(308, side, context.Frame, marks));
        sink.Add(LinearHash.Of(309, side, context.Subject < 0 ? 0u : context.Subject >= first && context.Subject <= last ? 1u : 2u, context.Kind));
        if (side == 2) sink.Add(LinearHash.Of(310, Buckets.Of(last - context.Cue.End), Buckets.Of(context.Cue.First - first), marks));
        if (side == 0) sink.Add(LinearHash.Of(311, Buckets.Of(context.Cue.First - last), marks, context.Kind));
        if (side == 1) sink.Add(LinearHash.Of(312, Buckets.Of(first - context.Cue.End), arc));
        uint cues = context.CuesIn(first, last);
        sink.Add(LinearHash.Of(340, side, cues));
        sink.Add(LinearHash.Of(341, cues, context.HeadLemma));
        sink.Add(LinearHash.Of(342, cues, context.Kind, marks));
        uint before = tokens.VerbsIn(first, Math.Min(last + 1, context.Cue.First)), behind = tokens.VerbsIn(Math.Max(first, context.Cue.End), last + 1);
        uint verbs = (context.Clauses * 16 + before * 4 + behind) * 3 + side;
        sink.Add(LinearHash.Of(350, verbs, context.Kind));
        sink.Add(LinearHash.Of(351, verbs, marks));
        sink.Add(LinearHash.Of(352, verbs, tokens[first].Tag));
        features = sink;
        TreeCut(context, first, last, side, ref features);
    }

    // What the span cuts apart: on what the phrase hangs that follows it, and those that begin and end it.
    private static void TreeCut<TSink>(SpanContext context, int first, int last, uint side, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        int behind = context.PhraseBehind(last, out _), start = tokens[first].TopAtLeft, end = tokens[last].TopAtRight;
        uint hangs = behind < 0 ? 0 : context.HangsOn(tokens[behind].Head, first, last) * 256 + tokens[behind].Relation;
        uint starts = start < 0 ? 0 : context.HangsOn(tokens[start].Head, first, last);
        uint ends = end < 0 ? 0 : context.HangsOn(tokens[end].Head, first, last) * 256 + tokens[end].Relation;
        sink.Add(LinearHash.Of(330, side, hangs));
        sink.Add(LinearHash.Of(331, side, hangs, tokens.Word(last + 1, last)));
        sink.Add(LinearHash.Of(332, side, starts, ends));
        sink.Add(LinearHash.Of(333, side, starts, start < 0 ? 0u : tokens[start].Relation, hangs >> 8));
        features = sink;
    }

    public static void Together<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct =>
        ContentShape.Add(context, first, last, ref sink);

    public static void None<TSink>(SpanContext context, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        sink.Add(LinearHash.Of(401, 0));
        sink.Add(LinearHash.Of(402, context.Kind));
        sink.Add(LinearHash.Of(403, context.HeadLemma));
        sink.Add(LinearHash.Of(404, context.Frame));
        features = sink;
    }

    // How the quotes of a range fit together, in a few bits.
    internal static uint Marks(StatementTokens tokens, int first, int last)
    {
        int a = tokens[first].Quote, b = tokens[last].Quote;
        return (a >= 0 ? 1u : 0) | (b >= 0 ? 2u : 0) | (a == b ? 4u : 0) | (WordPlace.Opens(tokens[first].Place) ? 8u : 0)
            | (WordPlace.Closes(tokens[last].Place) ? 16u : 0);
    }

    private static void TreeEdge<TSink>(SpanContext context, int word, int top, uint kind, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        if (top < 0) return;
        ref readonly TokenFacts node = ref context.Tokens[top];
        uint hangs = (uint)context.LinkOf(top);
        sink.Add(LinearHash.Of(130, kind, node.Relation, hangs));
        sink.Add(LinearHash.Of(131, kind, node.Relation, hangs, context.HeadLemma));
        sink.Add(LinearHash.Of(132, kind, node.Relation, node.Tag, context.Kind * 4 + hangs));
        sink.Add(LinearHash.Of(133, kind, context.Tokens[word].Relation, Buckets.Of(Depth(context.Tokens, word, top))));
        features = sink;
    }

    private static int Depth(StatementTokens tokens, int word, int top)
    {
        int depth = 0;
        for (int at = word; at != top && at >= 0 && depth < 6; at = tokens[at].Head) depth++;
        return depth;
    }
}
