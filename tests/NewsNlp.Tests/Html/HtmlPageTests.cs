using NewsNlp.Html;
using Xunit;

namespace NewsNlp.Tests.Html;

/// <summary>Pages to articles by their markup.</summary>
public sealed class HtmlPageTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><title>Ferry talks - The Harbour Post</title>
        <meta property="article:published_time" content="2031-03-09T08:15:00Z">
        <style>p { color: red }</style><script>var x = "<p>Not text</p>";</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <main><article class="story">
        <p class="kicker">World</p>
        <h1>Ferry talks &ldquo;close to a deal&rdquo;</h1>
        <div class="byline">By Ann Okoro</div>
        <figure><img src="a.jpg" alt="A ferry"><figcaption>The ferry <i>Aurora</i> at Lund. PHOTO: ANN OKORO</figcaption></figure>
        <p>LUND (AP) &mdash; Talks on the ferry line between Lund &amp; Oster are close to a deal, the harbour mayor,
        <a href="/bo">Bo Pratt</a>, said on <b>Mon</b>day.</p>
        <div class="share-tools"><p>Share this article with your friends and colleagues today.</p></div>
        <h2>Second line</h2>
        <p>&#8220;We agree on the price,&#x201D; he said.<br>Nobody else spoke.</p>
        <aside><p>Read more about ferries in our weekly letter from the harbour.</p></aside>
        <p><a href="/more">More ferries</a></p>
        </article></main>
        <footer><p>Copyright The Harbour Post.</p></footer></body></html>
        """;

    private static readonly HtmlPage Read = NewsPipeline.English.ReadHtml(Page);

    private static NewsDocument Article => Assert.Single(Read.Page.Articles);

    [Fact]
    public void Headline_is_the_first_heading() => Assert.Equal("Ferry talks “close to a deal”", Article.Headline!.Value.In(Read.Page.Text));

    [Fact]
    public void Day_of_publication_is_the_page_s_own() => Assert.Equal(new DateOnly(2031, 3, 9), Article.Published);

    [Fact]
    public void Given_day_of_publication_stands_above_the_page_s_own()
    {
        HtmlPage read = NewsPipeline.English.ReadHtml(Page, new ReadOptions { Published = new DateOnly(2031, 3, 10) });
        Assert.Equal(new DateOnly(2031, 3, 10), read.Page.Articles[0].Published);
    }

    [Fact]
    public void Dateline_and_byline_are_told_apart()
    {
        Assert.Equal("LUND", Article.Dateline!.Value.Place!.Value.In(Read.Page.Text));
        Assert.Equal("AP", Article.Dateline!.Value.Agency);
        Assert.Equal("Ann Okoro", Assert.Single(Article.Byline!.Authors).In(Read.Page.Text));
    }

    [Fact]
    public void Body_is_read_and_furniture_is_not()
    {
        string sentences = string.Join("\n", Article.Sentences.Select(sentence => sentence.Text));
        Assert.Contains("close to a deal, the harbour mayor, Bo Pratt, said on Monday.", sentences, StringComparison.Ordinal);
        Assert.Contains("“We agree on the price,” he said.", sentences, StringComparison.Ordinal);
        Assert.Contains("Nobody else spoke.", sentences, StringComparison.Ordinal);
        Assert.Contains("The ferry Aurora at Lund.", sentences, StringComparison.Ordinal);
        foreach (string furniture in new[] { "Home", "Share this", "Read more", "Copyright", "More ferries", "Not text", "color" })
            Assert.DoesNotContain(furniture, sentences, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_lead_back_into_the_html()
    {
        Assert.Equal("Ferry talks &ldquo;close to a deal&rdquo;", SourceOf(Article.Headline!.Value));
        Token monday = Article.Tokens.Single(token => token.Text == "Monday");
        Assert.Equal("Mon</b>day", SourceOf(monday.Span));
        Token and = Article.Tokens.Single(token => token.Text == "&");
        Assert.Equal("&amp;", SourceOf(and.Span));
        Assert.Equal("&#8220;", SourceOf(Article.Tokens.First(token => token.Text == "“" && token.Span.Start > Article.Dateline!.Value.Place!.Value.End).Span));
    }

    [Fact]
    public void Json_gives_offsets_into_the_html()
    {
        string json = NewsJson.Serialize(Read.Page, new NewsJsonOptions { Tokens = true, Alignment = Read.Alignment });
        Newtonsoft.Json.Linq.JObject root = Newtonsoft.Json.Linq.JObject.Parse(json);
        int slices = 0;
        foreach (Newtonsoft.Json.Linq.JObject item in root.Descendants().OfType<Newtonsoft.Json.Linq.JObject>())
        {
            if (item["text"] is null || item["start"] is null) continue;
            int start = (int)item["start"]!, end = (int)item["end"]!;
            Assert.Equal(Page[start..end], (string?)item["text"]);
            slices++;
        }
        Assert.True(slices > 40);
    }

    [Fact]
    public void Several_article_elements_are_several_articles()
    {
        const string body = "The council of the old harbour town agreed on Monday to close the eastern pier for the winter, and the mayor thanked its members. ";
        string html = $"<body><article><h1>Pier to close</h1><p>{body}{body}</p></article><article><h1>Bridge to open</h1><p>{body}{body}</p></article>"
            + "<article><a href=x>Teaser</a></article></body>";
        HtmlPage read = NewsPipeline.English.ReadHtml(html);
        Assert.Equal(["Pier to close", "Bridge to open"], read.Page.Articles.Select(article => article.Headline!.Value.In(read.Page.Text)));
    }

    [Theory]
    [InlineData("<p>Bo Pratt spoke.</p>", "Bo Pratt spoke.")]
    [InlineData("Bo Pratt spoke.", "Bo Pratt spoke.")]
    [InlineData("<nav>Bo Pratt spoke.", "Bo Pratt spoke.")]
    [InlineData("<p>One.<p>Two.", "One.\n\nTwo.")]
    [InlineData("<p>a  b\r\n c</p>", "a b c")]
    [InlineData("<p>a<br>b<br><br>c</p>", "a\nb\n\nc")]
    [InlineData("<ul><li>One<li>Two</ul>", "One\n\nTwo")]
    [InlineData("<pre>a\nb\n\nc</pre>", "a\nb\n\nc")]
    [InlineData("<p>5 < 6 &amp &copy; &bogus; &#0; &#150; &#xD800;</p>", "5 < 6 & © &bogus; \uFFFD – \uFFFD")]
    [InlineData("<p>x&nbsp;y&#10;z</p>", "x\u00A0y z")]
    [InlineData("<p>a</b></div>b<!-- c -->d</p>", "a\n\nbd")]
    [InlineData("<form><nav>No</nav><select><option>No</select><p>Yes</p></form>", "Yes")]
    [InlineData("<svg><title>No</title><style/></svg><p>Yes</p>", "Yes")]
    [InlineData("<textarea><p>No</textarea>Yes", "Yes")]
    [InlineData("<td>a</td><td>b</td>", "a\n\nb")]
    public void Text_of(string html, string expected) => Assert.Equal(expected, HtmlTextReader.Read(html).Text);

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"datePublished\":\"2031-05-06T10:00\"}</script><p>a", 6)]
    [InlineData("<time datetime='2031-05-07'>today</time>", 7)]
    [InlineData("<meta name='date' content='May 8, 2031'><time datetime='2031-05-07'>today</time>", 8)]
    public void Published_is_read_from(string html, int day) => Assert.Equal(new DateOnly(2031, 5, day), HtmlTextReader.Read(html).Published);

    private static string SourceOf(TextSpan span) => Read.Alignment.ToSource(span).In(Page);
}
