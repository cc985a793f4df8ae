using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>Features of the source of a cue whose content is known. The numbers of the templates are part of the model format.</summary>
internal readonly struct SourceFeatures : ISpanFeatures
{
    private const int Longest = 40;

    public static string Section => "source";

    public static int Bits => 17;

    // A source lies on one side of the cue.
    public static bool MayPair(SpanContext context, int first, int last) =>
        first <= last && last - first < Longest && (last < context.Cue.First || first >= context.Cue.End);

    public static void First<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        uint side = Position(context, word), distance = Buckets.Side(word, context.Cue);
        uint before = tokens.Word(word - 1, word);
        uint tagBefore = token.TagBefore;
        sink.Add(LinearHash.Of(501, side, token.Word));
        sink.Add(LinearHash.Of(502, side, token.Tag, tagBefore));
        sink.Add(LinearHash.Of(503, side, before));
        sink.Add(LinearHash.Of(504, distance, before));
        sink.Add(LinearHash.Of(505, distance, token.Tag));
        sink.Add(LinearHash.Of(506, distance, context.Kind, side));
        sink.Add(LinearHash.Of(507, side, before, token.Tag));
        sink.Add(LinearHash.Of(508, side, token.Place));
        sink.Add(LinearHash.Of(509, side, (uint)token.Name, tagBefore));
        sink.Add(LinearHash.Of(510, side, context.HeadLemma, before));
        sink.Add(LinearHash.Of(511, side, tokens.Tag(word - 2, word), tagBefore, token.Tag));
        sink.Add(LinearHash.Of(512, side, before, tokens.Word(word - 2, word)));
        features = sink;
        TreeEdge(context, word, token.TopAtLeft, side + 520, ref features);
    }

    public static void Last<TSink>(SpanContext context, int word, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts token = ref tokens[word];
        uint side = Position(context, word), distance = Buckets.Side(word, context.Cue);
        uint next = tokens.Word(word + 1, word);
        uint tagNext = token.TagBehind, tagSecond = tokens.Tag(word + 2, word);
        sink.Add(LinearHash.Of(601, side, token.Word));
        sink.Add(LinearHash.Of(602, side, token.Tag, tagNext));
        sink.Add(LinearHash.Of(603, side, next));
        sink.Add(LinearHash.Of(604, distance, next));
        sink.Add(LinearHash.Of(605, distance, token.Tag));
        sink.Add(LinearHash.Of(606, side, next, tokens.Word(word + 2, word)));
        sink.Add(LinearHash.Of(607, side, tagNext, tagSecond));
        sink.Add(LinearHash.Of(608, side, token.Place));
        sink.Add(LinearHash.Of(609, side, (uint)token.Name, tagNext));
        sink.Add(LinearHash.Of(610, side, context.HeadLemma, next));
        sink.Add(LinearHash.Of(611, side, next, tagSecond));
        sink.Add(LinearHash.Of(612, distance, tagNext, context.Kind));
        sink.Add(LinearHash.Of(613, side, token.Fine));
        features = sink;
        TreeEdge(context, word, token.TopAtRight, side + 620, ref features);
    }

    public static void Pair<TSink>(SpanContext context, int first, int last, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        uint side = Position(context, first), length = Buckets.Of(last - first + 1);
        int top = tokens[first].TopAtLeft, whole = top >= 0 && top == tokens[last].TopAtRight ? top : -1;
        uint arc = whole < 0 ? 0 : 1u + tokens[whole].Relation + (context.IsCue(tokens[whole].Head) ? 256u : 0u);
        uint subject = context.Subject < 0 ? 0u : context.Subject < first || context.Subject > last ? 1u : context.Subject == whole ? 2u : 3u;
        int noun = subject >= 2 ? context.Subject : whole >= 0 ? whole : last;
        uint nature = CueFeatures.Nature(tokens, noun);
        sink.Add(LinearHash.Of(701, side, length, subject));
        sink.Add(LinearHash.Of(702, side, arc, context.Kind));
        sink.Add(LinearHash.Of(703, subject, arc, side));
        sink.Add(LinearHash.Of(704, side, nature, subject));
        sink.Add(LinearHash.Of(705, nature, context.HeadLemma));
        sink.Add(LinearHash.Of(706, side, tokens[noun].Tag, length));
        sink.Add(LinearHash.Of(707, tokens[noun].Lemma, side));
        sink.Add(LinearHash.Of(708, tokens[first].Tag, tokens[last].Tag, length));
        sink.Add(LinearHash.Of(709, tokens[first].TagBefore, tokens[last].TagBehind, side));
        sink.Add(LinearHash.Of(710, last < context.Cue.First ? Buckets.Of(context.Cue.First - last) : 32 + Buckets.Of(first - context.Cue.End), subject, context.Kind));
        sink.Add(LinearHash.Of(711, (uint)tokens[first].Name, (uint)tokens[last].Name, length));
        features = sink;
    }

    public static void Together<TSink>(SpanContext context, int first, int last, ref TSink sink) where TSink : IFeatureSink, allows ref struct =>
        SourceShape.Add(context, first, last, ref sink);

    public static void None<TSink>(SpanContext context, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        sink.Add(LinearHash.Of(801, 0));
        sink.Add(LinearHash.Of(802, context.Kind));
        sink.Add(LinearHash.Of(803, context.HeadLemma));
        sink.Add(LinearHash.Of(804, context.Frame));
        sink.Add(LinearHash.Of(805, context.CueWords));
        sink.Add(LinearHash.Of(806, context.Subject < 0 ? 0u : 1u, context.Tokens[context.CueHead].Relation, context.Tokens[context.CueHead].Tag));
        features = sink;
    }

    // Before or behind the cue, and before, within or behind the content, and whether right at its border.
    private static uint Position(SpanContext context, int word)
    {
        uint side = word >= context.Cue.End ? 1u : 0u;
        WordRange content = context.Content;
        if (content.IsNone) return side;
        uint where = word < content.First ? 2u : word > content.Last ? 4u : 6u;
        return side + where + (context.Tokens[word].Quote >= 0 ? 8u : 0u);
    }

    private static void TreeEdge<TSink>(SpanContext context, int word, int top, uint kind, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        if (top < 0) return;
        ref readonly TokenFacts node = ref context.Tokens[top];
        // Counted, not asked: nobody can foresee the answers.
        uint onCue = context.IsCue(node.Head) ? 1u : 0, hangs = onCue + (1 - onCue) * (top == context.Subject ? 2u : 0);
        sink.Add(LinearHash.Of(530, kind, node.Relation, hangs));
        sink.Add(LinearHash.Of(531, kind, node.Relation, node.Tag, context.Kind * 4 + hangs));
        sink.Add(LinearHash.Of(532, kind, context.Tokens[word].Relation, top == word ? 1u : 0u));
        features = sink;
    }
}
