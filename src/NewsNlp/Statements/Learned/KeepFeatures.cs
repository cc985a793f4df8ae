using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>What tells whether a cue that the tagger found is one, now that its content and source are known.</summary>
internal static class KeepFeatures
{
    public static void Add<TSink>(SpanContext context, AttributionData data, ref TSink sink) where TSink : IFeatureSink, allows ref struct
    {
        AddMargins(context, data, ref sink);
        AddCue(context, data.Cue, ref sink);
        AddContent(context, data, ref sink);
        AddSource(context, data, ref sink);
    }

    private static void AddMargins<TSink>(SpanContext context, AttributionData data, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        uint cue = Buckets.OfOdds(data.CueMargin), content = Buckets.OfOdds(data.ContentMargin), source = Buckets.OfOdds(data.SourceMargin);
        sink.Add(LinearHash.Of(3001, cue));
        sink.Add(LinearHash.Of(3002, content));
        sink.Add(LinearHash.Of(3003, source));
        sink.Add(LinearHash.Of(3004, cue / 3));
        sink.Add(LinearHash.Of(3005, content / 3));
        sink.Add(LinearHash.Of(3006, source / 3));
        sink.Add(LinearHash.Of(3007, cue / 3, content / 3));
        sink.Add(LinearHash.Of(3008, cue / 3, source / 3));
        sink.Add(LinearHash.Of(3009, context.HeadLemma, content / 4));
        sink.Add(LinearHash.Of(3010, context.Kind, cue / 3));
        features = sink;
    }

    private static void AddCue<TSink>(SpanContext context, CueSpan cue, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        ref readonly TokenFacts head = ref tokens[context.CueHead];
        uint clause = head.Clause < 0 ? 0 : 1u + tokens[head.Clause].Relation, thing = head.Object < 0 ? 0u : 1u;
        sink.Add(LinearHash.Of(3020, context.HeadLemma));
        sink.Add(LinearHash.Of(3021, context.CueWords));
        sink.Add(LinearHash.Of(3022, context.Kind));
        sink.Add(LinearHash.Of(3023, head.Fine));
        sink.Add(LinearHash.Of(3024, head.Middle, head.Tag));
        sink.Add(LinearHash.Of(3025, context.Frame, head.Tag));
        sink.Add(LinearHash.Of(3026, head.Relation, head.Tag));
        sink.Add(LinearHash.Of(3027, clause, thing, head.Tag));
        sink.Add(LinearHash.Of(3028, context.HeadLemma, clause, thing));
        sink.Add(LinearHash.Of(3029, (uint)(cue.End - cue.First), (uint)head.Cue));
        sink.Add(LinearHash.Of(3030, tokens.Word(cue.First - 1, cue.First)));
        sink.Add(LinearHash.Of(3031, tokens.Word(cue.End, cue.First)));
        sink.Add(LinearHash.Of(3032, tokens[cue.First].TagBefore, tokens[cue.End - 1].TagBehind, head.Tag));
        sink.Add(LinearHash.Of(3033, tokens[cue.First].Word, tokens[cue.End - 1].Word));
        sink.Add(LinearHash.Of(3034, context.HeadLemma, tokens.Word(cue.End, cue.First)));
        sink.Add(LinearHash.Of(3035, head.Head < 0 ? 0 : tokens[head.Head].Lemma, head.Relation));
        sink.Add(LinearHash.Of(3036, head.Head < 0 ? 99 : (uint)tokens[head.Head].Cue, head.Relation));
        sink.Add(LinearHash.Of(3037, context.Clauses, head.Quote >= 0 ? 1u : 0u));
        if (context.Subject >= 0)
        {
            sink.Add(LinearHash.Of(3038, CueFeatures.Nature(tokens, context.Subject), (uint)head.Cue));
            sink.Add(LinearHash.Of(3039, tokens[context.Subject].Fine, head.Middle));
            sink.Add(LinearHash.Of(3040, tokens[context.Subject].Lemma));
        }
        features = sink;
    }

    private static void AddContent<TSink>(SpanContext context, AttributionData data, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        (int first, int last) = (data.Content.First, data.Content.Last);
        uint side = context.SideOf(data.Content), marks = ContentFeatures.Marks(tokens, first, last);
        ref readonly TokenFacts start = ref tokens[first];
        sink.Add(LinearHash.Of(3060, side, marks));
        sink.Add(LinearHash.Of(3061, side, Buckets.Of(last - first + 1)));
        sink.Add(LinearHash.Of(3062, side, start.Word));
        sink.Add(LinearHash.Of(3063, side, start.Tag, context.Tokens[context.CueHead].Tag));
        sink.Add(LinearHash.Of(3064, context.HeadLemma, side, start.Tag));
        sink.Add(LinearHash.Of(3065, context.HeadLemma, marks));
        sink.Add(LinearHash.Of(3066, side, tokens.VerbsIn(first, last + 1), context.Tokens[context.CueHead].Middle));
        sink.Add(LinearHash.Of(3067, start.Place, tokens[last].Place));
        if (start.TopAtLeft >= 0) sink.Add(LinearHash.Of(3068, tokens[start.TopAtLeft].Relation, context.IsCue(tokens[start.TopAtLeft].Head) ? 1u : 0u, context.Kind));
        features = sink;
    }

    private static void AddSource<TSink>(SpanContext context, AttributionData data, ref TSink features) where TSink : IFeatureSink, allows ref struct
    {
        TSink sink = features;
        StatementTokens tokens = context.Tokens;
        if (data.Source.IsNone)
        {
            sink.Add(LinearHash.Of(3080, context.HeadLemma));
            sink.Add(LinearHash.Of(3081, context.Kind));
            features = sink;
            return;
        }
        int noun = context.Subject >= data.Source.First && context.Subject <= data.Source.Last ? context.Subject : data.Source.Last;
        uint nature = CueFeatures.Nature(tokens, noun), side = data.Source.First >= data.Cue.End ? 1u : 0u;
        sink.Add(LinearHash.Of(3082, nature, side));
        sink.Add(LinearHash.Of(3083, nature, context.Kind));
        sink.Add(LinearHash.Of(3084, nature, context.HeadLemma));
        sink.Add(LinearHash.Of(3085, tokens[noun].Lemma));
        sink.Add(LinearHash.Of(3086, side, Buckets.Of(data.Source.Last - data.Source.First + 1), noun == context.Subject ? 1u : 0u));
        sink.Add(LinearHash.Of(3087, Buckets.Side(noun, data.Cue), (uint)tokens[noun].Name));
        features = sink;
    }
}
