namespace NewsNlp.Statements.Learned;

/// <summary>A cue with its content and source in words.</summary>
/// <param name="ContentMargin">By how much the content is better than none, in units of the model.</param>
internal readonly record struct AttributionData(CueSpan Cue, WordRange Content, WordRange Source, int ContentMargin, int SourceMargin);

/// <summary>Cue, then content, then source of every attribution of an article.</summary>
internal sealed class AttributionReader(StatementModel model)
{
    public void Read(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found)
    {
        scratch.Found.Clear();
        model.Cues.Find(tokens, scratch.Cues, scratch.Found);
        foreach (CueSpan cue in scratch.Found)
            if (ReadOne(tokens, cue, scratch) is { Content.IsNone: false } attribution) found.Add(attribution);
    }

    private AttributionData ReadOne(StatementTokens tokens, CueSpan cue, StatementScratch scratch)
    {
        scratch.Context.Set(tokens, cue);
        scratch.Window.FillSentence(tokens, cue);
        scratch.Window.AddQuotes(tokens, cue);
        (WordRange content, int contentMargin) = model.Content.Best(scratch.Context, scratch.Window, scratch.Spans);
        if (contentMargin < -model.Patience) content = WordRange.None;
        if (content.IsNone) return new AttributionData(cue, content, WordRange.None, contentMargin, 0);
        scratch.Context.Content = content;
        scratch.Window.FillSentence(tokens, cue);
        (WordRange source, int sourceMargin) = model.Source.Best(scratch.Context, scratch.Window, scratch.Spans);
        return new AttributionData(cue, content, MayBelieve(tokens, content, sourceMargin) ? source : WordRange.None, contentMargin, sourceMargin);
    }

    // Hardly a quote is printed without its speaker; reports of other kinds often are.
    private bool MayBelieve(StatementTokens tokens, WordRange content, int sourceMargin) =>
        sourceMargin > 0 || (QuoteSigns.Opens(tokens, content.First) && sourceMargin > -model.SourcePatience);
}
