namespace NewsNlp.Pages;

/// <summary>One article of a page, as lines.</summary>
/// <param name="Headline">Its headline line, told apart from the lines; null where none was found.</param>
/// <param name="Lines">What belongs to it, in text order, its headline left out.</param>
internal sealed record PageArticle(TextLine? Headline, List<TextLine> Lines);

/// <summary>
/// Cuts a page into articles by evidence from its lines. Prose makes an article; what stands between two stretches of prose either
/// belongs to the article (subheads, captions) or parts two articles (a repeated headline, time stamps, furniture).
/// </summary>
internal sealed class PageSplitter(LineKinds kinds)
{
    /// <summary>An article has at least this many words of prose.</summary>
    private const int MinWords = 30;

    /// <summary>Evidence from which a gap parts two articles.</summary>
    private const int PartingEvidence = 2;

    public List<PageArticle> Split(string text, List<TextLine> lines)
    {
        List<PageArticle> articles = [];
        List<TextLine> gap = [], body = [];
        TextLine? headline = null;
        foreach (TextLine line in lines)
        {
            if (!kinds.IsProse(text, line))
            {
                gap.Add(line);
                continue;
            }
            if (body.Count == 0 || PartsArticles(text, gap))
            {
                Close(articles, text, headline, body, gap);
                headline = Headline(text, gap);
                body = [.. gap.Where(l => BelongsToHead(text, l)), line];
            }
            else
            {
                body.AddRange(gap.Where(l => IsPartOfBody(text, l)));
                body.Add(line);
            }
            gap.Clear();
        }
        Close(articles, text, headline, body, gap);
        return articles;
    }

    /// <summary>A line that states the day of publication: a full calendar day and little else.</summary>
    public static bool IsPublishedLine(string text, TextLine line) =>
        line.Words is > 0 and <= 10 && CalendarDay.Find(text.AsSpan(line.Span.Start, line.Span.Length)) is not null;

    // A short last sentence is no prose by itself, but stands right behind some.
    private void Close(List<PageArticle> articles, string text, TextLine? headline, List<TextLine> body, List<TextLine> gap)
    {
        if (body.Count > 0)
            body.AddRange(gap.TakeWhile(line => IsPartOfBody(text, line) && line.Words > 1 && LineKinds.EndsSentence(text, line.Span)));
        if (body.Sum(line => line.Words) >= MinWords) articles.Add(new PageArticle(headline, body));
    }

    private bool PartsArticles(string text, List<TextLine> gap)
    {
        int evidence = 0;
        foreach (TextLine line in gap)
        {
            if (kinds.IsFurniture(text, line) || LineKinds.IsTimeStamp(text, line)) evidence++;
            if (evidence >= PartingEvidence) return true;
        }
        return Repeated(text, gap) is not null || (evidence > 0 && gap.Count > 4);
    }

    private bool BelongsToHead(string text, TextLine line) =>
        BylineParser.Parse(text, line) is not null || IsPublishedLine(text, line) || (!line.IsBlank && kinds.EndOfCredit(text, line.Span) > 0);

    private bool IsPartOfBody(string text, TextLine line) => !kinds.IsFurniture(text, line) && !LineKinds.IsTimeStamp(text, line);

    // A line that stands twice before the prose is the headline; else the last line that could be one.
    private TextLine? Headline(string text, List<TextLine> gap)
    {
        if (Repeated(text, gap) is { } repeated) return repeated;
        for (int i = gap.Count - 1; i >= 0; i--)
        {
            TextLine line = gap[i];
            if (kinds.IsHeadlineLike(text, line) && BylineParser.Parse(text, line) is null && !IsPublishedLine(text, line)) return line;
        }
        return null;
    }

    private TextLine? Repeated(string text, List<TextLine> gap)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        TextLine? found = null;
        foreach (TextLine line in gap)
            if (kinds.IsHeadlineLike(text, line) && !seen.Add(SameWords.Key(text, line.Span))) found = line;
        return found;
    }
}
