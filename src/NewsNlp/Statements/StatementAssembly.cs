using NewsNlp.Drafts;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>Makes statements of what the models found.</summary>
internal sealed class StatementAssembly(StatementTokens tokens, SpeechLexicon lexicon, float[] trust)
{
    private readonly DocumentDraft _draft = tokens.Draft;

    public void Build(List<AttributionData> found, List<Statement> statements)
    {
        List<(List<TextSpan> Content, AttributionData Data)> parts = [.. found.Select(item => (ContentOf(item), item))];
        parts.Sort((a, b) => a.Content[0].CompareTo(b.Content[0]) is not 0 and int order ? order : a.Data.Cue.First.CompareTo(b.Data.Cue.First));
        foreach ((List<TextSpan> content, AttributionData data) in parts) statements.Add(Make(statements.Count, content, data));
    }

    private Statement Make(int id, List<TextSpan> content, AttributionData data)
    {
        List<TextSpan> quotes = QuotesOf(content);
        return new Statement(_draft.Text, id, content)
        {
            Quotes = quotes,
            Form = FormOf(content, quotes),
            Speaker = data.Source.IsNone ? null : SpeakerOf(data.Source),
            Cue = new Cue(_draft.SpanOf(data.Cue.First, data.Cue.End), LemmaOf(data.Cue)),
            Stance = lexicon.StanceOf(LemmaOf(data.Cue)),
            Confidence = ConfidenceOf(data, quotes.Count > 0),
            Rule = "model",
        };
    }

    private Speaker SpeakerOf(WordRange source)
    {
        TextSpan span = _draft.SpanOf(source.First, source.Last + 1);
        return new Speaker(span, span.In(_draft.Text), null);
    }

    private string LemmaOf(CueSpan cue)
    {
        Span<string?> lemmas = _draft.Lemmas;
        for (int t = cue.First; t < cue.End; t++)
            if (tokens[t].Pos == PartOfSpeech.Verb) return lemmas[t] ?? _draft.Form(t).ToString();
        return lemmas[cue.First] ?? _draft.Form(cue.First).ToString();
    }

    // The range without the cue and the source where they interrupt it; quotation marks at its edges belong to it.
    private List<TextSpan> ContentOf(AttributionData data)
    {
        List<TextSpan> parts = [];
        int gapFirst = data.Cue.First, gapEnd = data.Cue.End;
        if (!data.Source.IsNone && tokens[data.Source.First].Sentence == tokens[data.Cue.First].Sentence)
            (gapFirst, gapEnd) = (Math.Min(gapFirst, data.Source.First), Math.Max(gapEnd, data.Source.Last + 1));
        if (gapEnd <= data.Content.First || gapFirst > data.Content.Last) AddPart(parts, data.Content.First, data.Content.Last);
        else
        {
            AddPart(parts, data.Content.First, tokens.NextWord(gapFirst - 1, -1));
            AddPart(parts, tokens.NextWord(gapEnd, 1), data.Content.Last);
            if (parts.Count == 0) AddPart(parts, data.Content.First, data.Content.Last);
        }
        return parts;
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

    private List<TextSpan> QuotesOf(List<TextSpan> content)
    {
        List<TextSpan> inside = [];
        foreach (TextSpan part in content)
        {
            foreach (QuoteData quote in tokens.Quotes)
            {
                if (!quote.IsOutermost || !quote.Span.Overlaps(part)) continue;
                int start = Math.Max(quote.InnerStart, part.Start), end = Math.Min(quote.InnerEnd, part.End);
                if (start < end) inside.Add(new TextSpan(start, end));
            }
        }
        return inside;
    }

    private StatementForm FormOf(List<TextSpan> content, List<TextSpan> quotes)
    {
        if (quotes.Count == 0) return StatementForm.Indirect;
        foreach (TextSpan part in content)
        {
            for (int i = part.Start; i < part.End; i++)
                if (char.IsLetterOrDigit(_draft.Text[i]) && !quotes.Exists(quote => quote.Contains(i))) return StatementForm.Mixed;
        }
        return StatementForm.Direct;
    }

    private float ConfidenceOf(AttributionData data, bool quoted)
    {
        float odds = trust[0] + trust[1] * data.ContentMargin + trust[2] * data.SourceMargin + (quoted ? trust[3] : 0);
        return 1 / (1 + MathF.Exp(-odds));
    }
}
