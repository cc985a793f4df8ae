using System.Globalization;
using System.Net;

namespace NewsNlp;

/// <summary>Writes documents as a web page of its own: the text with everything found in it marked, explanations on hover.</summary>
public static class HtmlHighlights
{
    /// <summary>A whole HTML file that shows all articles of <paramref name="page"/>; it loads nothing.</summary>
    public static string Serialize(NewsPage page, string title = "NewsNlp")
    {
        ArgumentNullException.ThrowIfNull(page);
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        WriteHead(writer, title);
        WriteArticles(writer, page);
        WriteFoot(writer);
        return writer.ToString();
    }

    /// <summary>Everything before the first article.</summary>
    internal static void WriteHead(TextWriter writer, string title) =>
        writer.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title>\n<style>\n{Style}</style></head><body>\n");

    /// <summary>The articles of one page.</summary>
    internal static void WriteArticles(TextWriter writer, NewsPage page)
    {
        foreach (NewsDocument article in page.Articles)
        {
            writer.Write("<article><p>");
            WriteSegments(writer, article, Marks(article));
            writer.Write("</p>\n");
            WriteStatements(writer, article);
            writer.Write("</article>\n");
        }
    }

    /// <summary>Everything behind the last article.</summary>
    internal static void WriteFoot(TextWriter writer) => writer.Write("</body></html>\n");

    private sealed record Mark(TextSpan Span, string Class, string Title);

    private static List<Mark> Marks(NewsDocument article)
    {
        List<Mark> marks = [];
        if (article.Headline is { } headline) marks.Add(new Mark(headline, "headline", ""));
        foreach (Statement statement in article.Statements)
            foreach (TextSpan content in statement.Content)
                marks.Add(new Mark(content, "statement", $"{statement.Speaker?.Name ?? "?"} — {statement.Cue?.Lemma ?? "quoted"}"));
        foreach (Entity entity in article.Entities)
            foreach (Mention mention in entity.Mentions)
                marks.Add(new Mark(mention.Span, $"entity {entity.Type.ToLabel().ToLowerInvariant()}", $"{entity.Name} ({entity.Type.ToLabel()})"));
        foreach (Quantity quantity in article.Quantities)
            marks.Add(new Mark(quantity.Span, "quantity", string.Create(CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit}")));
        foreach (DateExpression date in article.Dates) marks.Add(new Mark(date.Span, "date", date.Value));
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        return marks;
    }

    // Marks may cross one another, elements may not: the text is cut wherever a mark starts or ends, and each piece is one element.
    private static void WriteSegments(TextWriter writer, NewsDocument article, List<Mark> marks)
    {
        SortedSet<int> cuts = [article.Span.Start, article.Span.End];
        foreach (Mark mark in marks)
        {
            cuts.Add(Math.Clamp(mark.Span.Start, article.Span.Start, article.Span.End));
            cuts.Add(Math.Clamp(mark.Span.End, article.Span.Start, article.Span.End));
        }
        List<Mark> open = [];
        int next = 0, start = article.Span.Start;
        foreach (int end in cuts)
        {
            if (end > start) WritePiece(writer, article.Text.AsSpan(start, end - start).ToString(), open);
            open.RemoveAll(mark => mark.Span.End <= end);
            for (; next < marks.Count && marks[next].Span.Start <= end; next++)
                if (marks[next].Span.End > end) open.Add(marks[next]);
            start = end;
        }
    }

    private static void WritePiece(TextWriter writer, string text, List<Mark> open)
    {
        string html = Encode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);
        if (open.Count == 0)
        {
            writer.Write(html);
            return;
        }
        string classes = string.Join(' ', open.Select(mark => mark.Class).Distinct());
        string title = string.Join(" · ", open.Select(mark => mark.Title).Where(t => t.Length > 0).Distinct());
        writer.Write($"<span class=\"{classes}\" title=\"{Encode(title)}\">{html}</span>");
    }

    private static void WriteStatements(TextWriter writer, NewsDocument article)
    {
        if (article.Statements.Count == 0) return;
        writer.Write("<table><tr><th>speaker</th><th>cue</th><th>statement</th></tr>\n");
        foreach (Statement statement in article.Statements)
            writer.Write($"<tr><td>{Encode(statement.Speaker?.Name ?? "")}</td><td>{Encode(statement.Cue?.Lemma ?? "")}</td><td>{Encode(statement.Text)}</td></tr>\n");
        writer.Write("</table>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private const string Style =
        """
        body { font: 17px/1.6 Georgia, serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
        article { margin-bottom: 3rem; }
        .headline { font-weight: bold; font-size: 1.3em; }
        .statement { background: #fff3c4; }
        .entity { border-bottom: 2px solid #888; }
        .person { border-color: #c0392b; } .org { border-color: #2471a3; } .gpe, .loc, .fac { border-color: #1e8449; } .norp { border-color: #7d3c98; }
        .quantity { background: #d6eaf8; } .date { background: #d5f5e3; }
        table { border-collapse: collapse; font-size: .8em; } td, th { border: 1px solid #ccc; padding: .2em .5em; text-align: left; vertical-align: top; }

        """;
}
