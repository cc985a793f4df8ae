using AngleSharp.Html.Parser.Tokens;
using NewsNlp.Pages;

namespace NewsNlp.Html;

/// <summary>The day of publication as a page's own data tell it: meta elements first, then linked data, then the first <c>time</c> element.</summary>
internal sealed class PublishedData
{
    private DateOnly? _meta;
    private DateOnly? _linked;
    private DateOnly? _time;

    public DateOnly? Day => _meta ?? _linked ?? _time;

    public void Note(HtmlTagToken tag)
    {
        if (tag.Name == "time") _time ??= CalendarDay.Find(tag.GetAttribute("datetime"));
        else if (tag.Name == "meta" && IsPublished(tag)) _meta ??= CalendarDay.Find(tag.GetAttribute("content"));
    }

    /// <summary>Reads <c>"datePublished": "2025-06-04…"</c>.</summary>
    public void NoteScript(ReadOnlySpan<char> script)
    {
        const string name = "\"datePublished\"";
        int at = script.IndexOf(name);
        if (_linked is not null || at < 0) return;
        ReadOnlySpan<char> value = script[(at + name.Length)..].TrimStart(" :\t\r\n\"");
        _linked = CalendarDay.Find(value[..Math.Min(value.Length, 32)]);
    }

    private static bool IsPublished(HtmlTagToken tag) =>
        Names(tag.GetAttribute("property")) || Names(tag.GetAttribute("name")) || Names(tag.GetAttribute("itemprop"));

    private static bool Names(string name) => name.ToLowerInvariant() is
        "article:published_time" or "article:published" or "og:published_time" or "datepublished" or "date" or "pubdate" or "publishdate" or "publish-date"
        or "publication_date" or "dc.date" or "dc.date.issued" or "dcterms.created" or "dcterms.date" or "parsely-pub-date" or "sailthru.date";
}
