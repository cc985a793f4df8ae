using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>Content in words to content in the text: without the cue and source that interrupt it, with its quotation marks.</summary>
internal sealed class ContentCutter(StatementTokens tokens)
{
    private readonly DocumentDraft _draft = tokens.Draft;
    private readonly List<QuoteData> _outermost = tokens.Quotes.FindAll(quote => quote.IsOutermost);

    /// <summary>In text order; at least one.</summary>
    public List<TextSpan> Cut(AttributionData data)
    {
        List<TextSpan> parts = [];
        int gapFirst = data.Cue.First, gapEnd = data.Cue.End;
        if (IsBeside(data)) (gapFirst, gapEnd) = (Math.Min(gapFirst, data.Source.First), Math.Max(gapEnd, data.Source.Last + 1));
        if (gapEnd <= data.Content.First || gapFirst > data.Content.Last) AddPart(parts, data.Content.First, data.Content.Last);
        else
        {
            if (!BeginsInSource(data)) AddPart(parts, data.Content.First, gapFirst == 0 ? -1 : tokens.NextWord(gapFirst - 1, -1));
            AddPart(parts, ResumeAt(gapEnd, data.Content.Last), data.Content.Last);
            if (parts.Count == 0) AddPart(parts, data.Content.First, data.Content.Last);
        }
        return parts;
    }

    /// <summary>The quoted words within the content.</summary>
    public List<TextSpan> QuotesOf(List<TextSpan> content)
    {
        List<TextSpan> inside = [];
        foreach (TextSpan part in content)
        {
            for (int q = FirstEndingBehind(part.Start); q < _outermost.Count && _outermost[q].Start < part.End; q++)
            {
                int start = Math.Max(_outermost[q].InnerStart, part.Start), end = Math.Min(_outermost[q].InnerEnd, part.End);
                if (start < end) inside.Add(new TextSpan(start, end));
            }
        }
        return inside;
    }

    /// <param name="content">In text order.</param>
    /// <param name="quotes">Its quotes, in text order.</param>
    public StatementForm FormOf(List<TextSpan> content, List<TextSpan> quotes)
    {
        if (quotes.Count == 0) return StatementForm.Indirect;
        int at = 0;
        foreach (TextSpan part in content)
        {
            for (int i = part.Start; i < part.End; i++)
            {
                while (at < quotes.Count && quotes[at].End <= i) at++;
                if (at < quotes.Count && i >= quotes[at].Start) i = quotes[at].End - 1;
                else if (char.IsLetterOrDigit(_draft.Text[i])) return StatementForm.Mixed;
            }
        }
        return StatementForm.Direct;
    }

    // A source within the content, right beside the cue: "…", she said, "…".
    private bool IsBeside(AttributionData data) =>
        !data.Source.IsNone && tokens[data.Source.First].Sentence == tokens[data.Cue.First].Sentence
        && data.Source.First >= data.Content.First && data.Source.Last <= data.Content.Last
        && tokens[data.Source.First].Quote < 0;

    // Words of the same noun phrase as the source, before it, say who speaks, not what: Dunmark's [Minister Ada Holm said] …
    private bool BeginsInSource(AttributionData data)
    {
        if (data.Source.IsNone || tokens[data.Content.First].Quote >= 0) return false;
        for (int t = data.Source.First; t <= data.Source.Last; t++)
            if (tokens[t].Head < data.Source.First || tokens[t].Head > data.Source.Last) return tokens[t].Left <= data.Content.First && tokens[t].Right < data.Cue.First;
        return false;
    }

    // Where the first part was quoted, the second begins with the next quote: what is between them belongs to the cue.
    private int ResumeAt(int gapEnd, int last)
    {
        int word = tokens.NextWord(gapEnd, 1);
        if (tokens[last].Quote < 0 || word < 0 || tokens[word].Quote >= 0) return word;
        int first = tokens.QuoteTokens[tokens[last].Quote].First;
        for (int t = word; t < first; t++)
            if (tokens[t].Quote >= 0) return tokens.NextWord(t, 1);
        return tokens.NextWord(Math.Max(first, word), 1);
    }

    private void AddPart(List<TextSpan> parts, int first, int last)
    {
        if (first < 0 || last < first) return;
        TextSpan span = _draft.SpanOf(first, last + 1);
        int start = span.Start, end = span.End;
        if (QuoteSigns.Opens(tokens, first)) start = Math.Min(start, tokens.Quotes[tokens[first].Quote].Start);
        if (QuoteSigns.Closes(tokens, last)) end = Math.Max(end, tokens.Quotes[tokens[last].Quote].End);
        parts.Add(new TextSpan(start, end));
    }

    private int FirstEndingBehind(int place) => TextOrder.FirstFrom(_outermost, place + 1, quote => quote.End);
}
