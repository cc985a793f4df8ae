using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>An article as the models see it, with its attributions in words.</summary>
internal sealed class StatementExample
{
    public StatementExample(StatementTokens tokens, AttributionDocument gold)
    {
        (Tokens, Gold) = (tokens, gold);
        foreach (Attribution attribution in gold.Attributions)
        {
            if (CueOf(attribution.Cue) is not { } cue) continue;
            Attributions.Add(new AttributionData(cue, RangeOf(attribution.Content), RangeOf(attribution.Source), 0, 0, 0));
        }
    }

    public StatementTokens Tokens { get; }

    public AttributionDocument Gold { get; }

    public List<AttributionData> Attributions { get; } = [];

    private CueSpan? CueOf(TextSpan[] parts)
    {
        if (parts.Length == 0) return null;
        int first = TokenAt(parts[0].Start, false), last = TokenAt(parts[^1].End - 1, true);
        while (last > first && !Tokens[last].IsWord) last--;
        return first < 0 || last < first || Tokens[first].Sentence != Tokens[last].Sentence ? null : new CueSpan(first, last + 1);
    }

    private WordRange RangeOf(TextSpan[] parts)
    {
        if (StatementScore.Ends(parts, Gold.Text) is not { } span) return WordRange.None;
        int first = TokenAt(span.Start, false), last = TokenAt(span.End - 1, true);
        return first < 0 || last < first ? WordRange.None : new WordRange(first, last);
    }

    // The token that covers a character, else the next one (or the one before it).
    private int TokenAt(int at, bool before)
    {
        Span<TokenData> tokens = Tokens.Draft.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End <= at) low = middle + 1;
            else high = middle;
        }
        if (low < tokens.Length && tokens[low].Start <= at) return low;
        return before ? low - 1 : low < tokens.Length ? low : -1;
    }
}
