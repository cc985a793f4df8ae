using NewsNlp.Drafts;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// Asks the cues about a quote that none of them has claimed which of them it belongs to, if it has to be in the content of one:
/// "…," Holm said quietly, where what she said was looked for behind the cue.
/// </summary>
internal sealed class QuoteClaimer(StatementModel model, StatementTokens tokens, StatementScratch scratch)
{
    private const int MostCues = 3;

    /// <summary>The attributions of the cues about an outermost quote with contents that hold the quote, the likeliest first.</summary>
    public List<AttributionData> Claims(int quote)
    {
        List<AttributionData> claims = [];
        (int first, int end) = tokens.QuoteTokens[quote];
        int start = end <= first ? -1 : tokens.NextWord(first, 1), last = end <= first ? -1 : tokens.NextWord(end - 1, -1);
        if (start < first || start >= end || last < start) return claims;
        int behind = FirstCueFrom(end), before = FirstCueFrom(first) - 1;
        for (int i = behind; i < Math.Min(scratch.Found.Count, behind + MostCues); i++) Consider(scratch.Found[i], start, last, claims);
        for (int i = before; i >= 0 && i > before - MostCues; i--) Consider(scratch.Found[i], start, last, claims);
        return claims;
    }

    private void Consider(FoundCue cue, int first, int last, List<AttributionData> claims)
    {
        if (!IsNear(cue.Span, first, last) || AttributionReader.IsName(tokens, cue.Span)) return;
        AttributionData data = model.Finder.ReadHolding(tokens, cue, new WordRange(first, last), scratch);
        if (data.Content.IsNone || data.Source.IsNone) return;
        // By itself: beside the others it was not found.
        data = model.Filter.Judge(scratch.Context, data);
        int at = claims.Count;
        while (at > 0 && claims[at - 1].KeepOdds < data.KeepOdds) at--;
        claims.Insert(at, data);
    }

    // In a sentence that the quote has a part in, or in the one before or behind it.
    private bool IsNear(CueSpan cue, int first, int last) =>
        tokens[cue.First].Quote < 0 && tokens[cue.First].Sentence >= tokens[first].Sentence - 1 && tokens[cue.First].Sentence <= tokens[last].Sentence + 1;

    private int FirstCueFrom(int token) => TextOrder.FirstFrom(scratch.Found, token, cue => cue.Span.First);
}
