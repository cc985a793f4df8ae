using Xunit;

namespace NewsNlp.Tests.Pages;

public sealed class PageTests
{
    private const string Page =
        """
        logo
        Home
        News

        Harbour deal in doubt as minister quits

        Daily Lantern
        3 hours ago

        A crane at the unfinished harbour on Tuesday. PHOTO: REUBEN
        Harbour deal in doubt as minister quits
        PORT LUMEN - Transport Minister Tomas Reyl resigned on Wednesday, two days after work on the harbour extension was halted.
        What happens next
        The prime minister said she had accepted his decision, but denied that the project was dead for good. [[nid:4711]]
        More than a thousand workers may lose their jobs by the end of the year, according to the union. AFP
        Join our Telegram channel and get the latest news delivered to you.

        Related Articles

        Floods cut off villages in Calder valley, World News
        Floods cut off villages in Calder valley, World News

        The Beacon

        time12 minutes ago

        • The Beacon

        Floods cut off villages in Calder valley, World News

        Rescue workers in the valley on Sunday. PHOTO: EPA-EFE Floods cut off villages in Calder valley MINGORA - Rescuers pulled 212 people from rooftops on Sunday after the worst floods in two decades, officials said. The death toll rose to 31 and was likely to climb, the agency said. AFP Sign up for our newsletter to get it in your inbox.

        DOWNLOAD THE APP

        Ready to read more? Download our app today from your preferred store and never miss a story again.
        """;

    private static readonly IReadOnlyList<NewsDocument> Articles = NewsPipeline.English.ReadPage(Page).Articles;

    [Fact]
    public void Each_article_is_found_with_its_headline() =>
        Assert.Equal(["Harbour deal in doubt as minister quits", "Floods cut off villages in Calder valley"], Articles.Select(a => a.Headline!.Value.In(Page)));

    [Fact]
    public void Datelines_and_agencies_are_found() =>
        Assert.Equal(["PORT LUMEN AFP", "MINGORA AFP"], Articles.Select(a => $"{a.Dateline!.Value.Place!.Value.In(Page)} {a.Dateline.Value.Agency}"));

    [Theory]
    [InlineData("Telegram")]
    [InlineData("newsletter")]
    [InlineData("Related")]
    [InlineData("logo")]
    [InlineData("nid")]
    [InlineData("app")]
    [InlineData("ago")]
    public void Furniture_is_left_out(string word) =>
        Assert.DoesNotContain(word, Articles.SelectMany(a => a.Tokens).Select(token => token.Text));

    [Theory]
    [InlineData("Tomas")]
    [InlineData("crane")]
    [InlineData("happens")]
    [InlineData("union")]
    [InlineData("Rescuers")]
    [InlineData("climb")]
    public void The_report_is_kept(string word) => Assert.Contains(word, Articles.SelectMany(a => a.Tokens).Select(token => token.Text));

    [Fact]
    public void Page_without_prose_has_no_article() => Assert.Empty(NewsPipeline.English.ReadPage("Home\nNews\nSport\n").Articles);

    [Fact]
    public void An_ordinary_article_is_a_page_with_one()
    {
        const string text = "Minister quits cabinet\n\nBy Ann Okoro\n\nThe transport minister resigned on Wednesday after work on the harbour was halted for the second time.\n\n"
            + "She told reporters that she would not come back, and that she had been right to go when she did.\n";
        NewsDocument article = Assert.Single(NewsPipeline.English.ReadPage(text).Articles);
        Assert.Equal("Minister quits cabinet", article.Headline?.In(text));
        Assert.Equal(["Ann Okoro"], article.Byline!.Authors.Select(author => author.In(text)));
    }

    [Fact]
    public void Real_page_has_its_four_articles()
    {
        string? file = SharedData.Find("samples/page.txt");
        if (file is null) return;
        string page = File.ReadAllText(file);
        Assert.Equal([58, 66, 79, 73], NewsPipeline.English.ReadPage(page).Articles.Select(a => a.Headline!.Value.Length));
    }
}
