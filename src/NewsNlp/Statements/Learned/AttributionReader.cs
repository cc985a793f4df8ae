namespace NewsNlp.Statements.Learned;

/// <summary>A cue with its content and source in words.</summary>
/// <param name="CueMargin">By how much the cue is better than none, in log-odds; likewise for the content and the source.</param>
/// <param name="KeepOdds">How sure it is, all in all, that this is a cue, in log-odds.</param>
internal readonly record struct AttributionData(
    CueSpan Cue, WordRange Content, WordRange Source, float CueMargin, float ContentMargin, float SourceMargin, float KeepOdds = 0);

/// <summary>Cue, then content, then source of every attribution of an article.</summary>
internal sealed class AttributionReader(StatementModel model)
{
    // Less sure cues are among those that teach what to keep; of them too few are right to be worth the look.
    public const float LeastCueMargin = 0.5f;

    // The tagger being lenient by 1.5, this is a log-odds of 1.
    public const float LikelyCueMargin = 2.5f;

    // A clause around its own verb, which is none of reporting and has no source, must be surer than others.
    private const float LeastForClause = 0.3f;

    private readonly Nesting _nesting = new(model);

    public void Read(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found)
    {
        scratch.Found.Clear();
        model.Finder.Cues.Find(tokens, scratch.Cues, scratch.Found);
        tokens.Cues.Read(scratch.Found, tokens.Count, LeastCueMargin, LikelyCueMargin);
        foreach (FoundCue cue in scratch.Found)
        {
            if (cue.Margin < LeastCueMargin) continue;
            AttributionData attribution = model.Finder.Read(tokens, cue, scratch);
            if (attribution.Content.IsNone || IsSubject(tokens, scratch.Context, attribution.Content)) continue;
            if (model.Keeps(scratch.Context, ref attribution) && (attribution.KeepOdds >= LeastForClause || !IsOwnClause(tokens, scratch.Context, attribution))) found.Add(WithSubject(tokens, scratch.Context, attribution));
        }
        _nesting.Settle(tokens, scratch, found);
    }

    // "Okoro said she accepted it, but denied that …": where the model sees no source, who does what the cue's verb says is one.
    private static AttributionData WithSubject(StatementTokens tokens, SpanContext context, AttributionData attribution)
    {
        int subject = context.Subject;
        if (!attribution.Source.IsNone || subject < 0 || !Arcs.IsActiveSubject(tokens[subject].Relation) || !IsSomeone(tokens[subject])) return attribution;
        // A lone sign that the tagger takes for a pronoun.
        if (tokens[subject].Right < 0) return attribution;
        WordRange source = new(tokens[subject].Left, tokens[subject].Right);
        bool apart = source.Last < attribution.Content.First || source.First > attribution.Content.Last;
        return apart && source.Last < attribution.Cue.First ? attribution with { Source = source } : attribution;
    }

    private static bool IsSomeone(in TokenFacts token) =>
        token.Name is EntityType.Person or EntityType.Organization or EntityType.GeopoliticalEntity or EntityType.Norp || token.Pos == PartOfSpeech.Pronoun;

    // Who says is not what is said: "The clock told the wrong time."
    private static bool IsSubject(StatementTokens tokens, SpanContext context, WordRange content)
    {
        int subject = tokens[context.CueHead].Subject;
        return subject >= 0 && Arcs.IsActiveSubject(tokens[subject].Relation) && tokens[content.First].Quote < 0
            && content.First == tokens[subject].Left && content.Last == tokens[subject].Right;
    }

    // "The ferry was named Queen in 1931", not "The mine is said to be flooded".
    private static bool IsOwnClause(StatementTokens tokens, SpanContext context, AttributionData attribution) =>
        attribution.Source.IsNone && tokens[context.CueHead].Cue == SpeechClass.None && attribution.Content.First < attribution.Cue.First && attribution.Content.Last >= attribution.Cue.End
        && tokens[attribution.Content.First].Quote < 0;
}
