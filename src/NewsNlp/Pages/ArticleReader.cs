namespace NewsNlp.Pages;

/// <summary>Finds the articles of a text and the blocks of each.</summary>
internal sealed class ArticleReader
{
    private readonly LineKinds _kinds = new();
    private readonly PageSplitter _splitter;
    private readonly ArticleComposer _composer;

    public ArticleReader()
    {
        _splitter = new PageSplitter(_kinds);
        _composer = new ArticleComposer(_kinds);
    }

    /// <summary>The whole text as one article: its parts are told apart where that is sure, and nothing but editors' marks is left out.</summary>
    public ArticleLayout ReadArticle(string text) => _composer.Compose(text, Paragraphs.Join(text, TextLine.Split(text)), headline: null);

    /// <summary>An article whose lines, and headline where there is one, another reader has found.</summary>
    public ArticleLayout Compose(string text, List<TextLine> lines, TextLine? headline) => _composer.Compose(text, lines, headline);

    /// <summary>True where the text has the furniture of a page as scraped: menus, time stamps, calls to subscribe.</summary>
    public bool LooksLikePage(string text)
    {
        int furniture = 0;
        foreach (TextLine line in TextLine.Split(text))
            if (!line.IsBlank && (_kinds.IsFurniture(text, line) || LineKinds.IsTimeStamp(text, line)) && ++furniture == 3) return true;
        return false;
    }

    /// <summary>Every article of a page, navigation and other boilerplate between them left out; empty where the page holds no prose.</summary>
    public IReadOnlyList<ArticleLayout> ReadPage(string text)
    {
        List<PageArticle> articles = _splitter.Split(text, Paragraphs.Join(text, TextLine.Split(text)));
        return [.. articles.Select(article => _composer.Compose(text, article.Lines, article.Headline))];
    }
}
