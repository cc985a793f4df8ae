using System.Net;
using System.Text.RegularExpressions;
using NewsNlp.Tests.Invariants;
using Xunit;

namespace NewsNlp.Tests.Output;

public sealed class HtmlHighlightsTests
{
    [Fact]
    public void The_text_is_whole_and_escaped()
    {
        const string text = "Smith & <b>Sons</b> said \"no\" on Monday.";
        NewsDocument document = NewsPipeline.English.Read(text);
        string html = HtmlHighlights.Serialize(new NewsPage(text, [document]), "a <title>");
        string paragraph = html[(html.IndexOf("<p>", StringComparison.Ordinal) + 3)..html.IndexOf("</p>", StringComparison.Ordinal)];
        Assert.Equal(text, WebUtility.HtmlDecode(Regex.Replace(paragraph, "<[^>]*>", "")));
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("a &lt;title&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Crossing_marks_still_nest()
    {
        NewsDocument document = NewsPipeline.English.Read(SampleNews.Article, new ReadOptions { Published = new DateOnly(2025, 6, 4) });
        string html = HtmlHighlights.Serialize(new NewsPage(SampleNews.Article, [document]));
        Assert.Equal(Regex.Count(html, "<span "), Regex.Count(html, "</span>"));
    }
}
