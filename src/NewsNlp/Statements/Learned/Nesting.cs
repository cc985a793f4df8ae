namespace NewsNlp.Statements.Learned;

/// <summary>
/// Settles what to do where the content of one cue holds another cue. A report within a report is rare: mostly the content is too long
/// ("said he would go, adding that …"), or the inner cue is none. The surer the inner one, the sooner the outer content is cut.
/// </summary>
internal sealed class Nesting(StatementModel model)
{
    // So many neighbours on each side are looked at, which bounds the time.
    private const int MostNeighbours = 12;

    // A content gives way to one without the inner cue that is less likely by no more than this, in log-odds.
    private const float Leeway = 1.5f, LeewayByCue = 1.5f;

    // An inner cue that is left within a content must be surer than another one.
    private const float LeastInner = 1;

    /// <param name="found">In the order of their cues; what is dropped is taken out.</param>
    public void Settle(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found)
    {
        for (int outer = 0; outer < found.Count; outer++)
        {
            for (int inner = outer + 1; inner < Math.Min(found.Count, outer + MostNeighbours); inner++) Settle(tokens, scratch, found, outer, inner);
            for (int inner = outer - 1; inner >= Math.Max(0, outer - MostNeighbours); inner--) Settle(tokens, scratch, found, outer, inner);
        }
        found.RemoveAll(attribution => attribution.Content.IsNone);
    }

    private void Settle(StatementTokens tokens, StatementScratch scratch, List<AttributionData> found, int outer, int inner)
    {
        AttributionData around = found[outer], within = found[inner];
        if (around.Content.IsNone || within.Content.IsNone || within.Cue.First < around.Content.First || within.Cue.First > around.Content.Last) return;
        AttributionData apart = model.Finder.ReadApart(tokens, new FoundCue(around.Cue, around.CueMargin), within.Cue, scratch);
        if (!apart.Content.IsNone && around.ContentMargin - apart.ContentMargin < Leeway + LeewayByCue * within.KeepOdds)
        {
            found[outer] = apart with { KeepOdds = around.KeepOdds, Source = apart.Source.IsNone ? around.Source : apart.Source };
        }
        else if (within.KeepOdds < LeastInner) found[inner] = within with { Content = WordRange.None };
    }
}
