namespace NewsNlp.Statements.Learned;

/// <summary>A cue with its content and source in words.</summary>
/// <param name="CueMargin">By how much the cue is better than none, in log-odds; likewise for the content and the source.</param>
/// <param name="KeepOdds">How sure it is, all in all, that this is a cue, in log-odds.</param>
internal readonly record struct AttributionData(
    CueSpan Cue, WordRange Content, WordRange Source, float CueMargin, float ContentMargin, float SourceMargin, float KeepOdds = 0);

/// <summary>Cue, then content, then source of every attribution of an article.</summary>
internal sealed class AttributionReader(StatementModel model)
{
    // In log-odds.
    private const float PossibleCue = -1, LikelyCue = 1;

    // A clause around its own verb, which is none of reporting and has no source, must be surer than others.
    private const float LeastForClause = 0.3f;

    private readonly Nesting _nesting = new(model);

    public void Read(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found)
    {
        foreach (FoundCue cue in FindCues(model.Finder.Cues, tokens, scratch))
        {
            AttributionData attribution = model.Finder.Read(tokens, cue, scratch);
            if (!attribution.Content.IsNone) found.Add(model.Filter.Judge(scratch.Context, attribution));
        }
        model.Filter.Compare(tokens, found, scratch.Odds);
        Keep(tokens, scratch.Context, found);
        _nesting.Settle(tokens, scratch, found);
    }

    /// <summary>The cues of an article; where they may begin is then known to <see cref="StatementTokens.Cues"/>.</summary>
    public static List<FoundCue> FindCues(CueTagger tagger, StatementTokens tokens, StatementScratch scratch)
    {
        scratch.Found.Clear();
        tagger.Find(tokens, scratch.Cues, scratch.Found);
        tokens.Cues.Read(scratch.Found, tokens.Count, PossibleCue - tagger.Caution, LikelyCue - tagger.Caution);
        return scratch.Found;
    }

    private static void Keep(StatementTokens tokens, SpanContext context, List<AttributionData> found)
    {
        int kept = 0;
        for (int i = 0; i < found.Count; i++)
        {
            if (!CueFilter.Keeps(found[i]) || IsName(tokens, found[i].Cue)) continue;
            context.Set(tokens, found[i].Cue);
            if (found[i].KeepOdds >= LeastForClause || !IsOwnClause(tokens, context, found[i])) found[kept++] = WithSubject(tokens, context, found[i]);
        }
        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>True where every word is part of a name: gold has some speakers as cues and <c>said</c> as their source, by mistake.</summary>
    public static bool IsName(StatementTokens tokens, CueSpan cue)
    {
        for (int t = cue.First; t < cue.End; t++)
            if (!tokens[t].IsSpeakingName) return false;
        return true;
    }

    // "Okoro said she accepted it, but denied that …": where the model sees no source, who does what the cue's verb says is one.
    private static AttributionData WithSubject(StatementTokens tokens, SpanContext context, AttributionData attribution)
    {
        int subject = context.Subject;
        if (!attribution.Source.IsNone || subject < 0 || !Arcs.IsActiveSubject(tokens[subject].Relation)) return attribution;
        if (!MaySay(tokens, subject, attribution.Content)) return attribution;
        // A lone sign that the tagger takes for a pronoun.
        if (tokens[subject].Right < 0) return attribution;
        WordRange source = new(tokens[subject].Left, tokens[subject].Right);
        bool apart = source.Last < attribution.Content.First || source.First > attribution.Content.Last;
        return apart && source.Last < attribution.Cue.First ? attribution with { Source = source } : attribution;
    }

    // A quote may be anyone's, other contents only those of people and bodies.
    private static bool MaySay(StatementTokens tokens, int subject, WordRange content) =>
        tokens[subject].IsSpeakingName || tokens[subject].Pos == PartOfSpeech.Pronoun
        || (tokens[subject].Pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && tokens.HoldsQuote(content));

    // "The ferry was named Queen in 1931", not "The mine is said to be flooded".
    private static bool IsOwnClause(StatementTokens tokens, SpanContext context, AttributionData attribution) =>
        attribution.Source.IsNone && tokens[context.CueHead].Cue == SpeechClass.None
        && attribution.Content.First < attribution.Cue.First && attribution.Content.Last >= attribution.Cue.End
        && tokens[attribution.Content.First].Quote < 0;
}
