namespace NewsNlp.Statements.Learned;

/// <summary>A cue with its content and source in words.</summary>
/// <param name="CueMargin">By how much the cue is better than none, in log-odds; likewise for the content and the source.</param>
internal readonly record struct AttributionData(CueSpan Cue, WordRange Content, WordRange Source, float CueMargin, float ContentMargin, float SourceMargin);

/// <summary>Cue, then content, then source of every attribution of an article.</summary>
internal sealed class AttributionReader(StatementModel model)
{
    // The source of a quote is believed although "no source" is this much likelier, in log-odds.
    private const float SourcePatience = 3;

    public void Read(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found)
    {
        scratch.Found.Clear();
        model.Cues.Find(tokens, scratch.Cues, scratch.Found);
        foreach (FoundCue cue in scratch.Found)
            if (ReadOne(tokens, cue, scratch) is { Content.IsNone: false } attribution && model.Keeps(tokens, attribution)) found.Add(attribution);
    }

    private AttributionData ReadOne(StatementTokens tokens, FoundCue cue, StatementScratch scratch)
    {
        scratch.Context.Set(tokens, cue.Span);
        scratch.Window.FillSentence(tokens, cue.Span);
        scratch.Window.AddQuotes(tokens, cue.Span);
        (WordRange content, float contentMargin) = model.Content.Best(scratch.Context, scratch.Window, scratch.Spans);
        if (content.IsNone || !StatementModel.MayKeep(contentMargin)) return new AttributionData(cue.Span, content, WordRange.None, cue.Margin, contentMargin, 0);
        scratch.Context.Content = content;
        scratch.Window.FillSentence(tokens, cue.Span);
        (WordRange source, float sourceMargin) = model.Source.Best(scratch.Context, scratch.Window, scratch.Spans);
        WordRange believed = MayBelieve(tokens, content, sourceMargin) ? source : WordRange.None;
        return new AttributionData(cue.Span, content, believed, cue.Margin, contentMargin, sourceMargin);
    }

    // Hardly a quote is printed without its speaker; reports of other kinds often are.
    private bool MayBelieve(StatementTokens tokens, WordRange content, float sourceMargin) =>
        sourceMargin > 0 || (sourceMargin > -SourcePatience && HoldsQuote(tokens, content));

    private static bool HoldsQuote(StatementTokens tokens, WordRange content)
    {
        for (int t = content.First; t <= content.Last; t++)
            if (tokens[t].Quote >= 0) return true;
        return false;
    }
}
