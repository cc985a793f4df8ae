using NewsNlp.Pages;

namespace NewsNlp.Training.Names;

/// <summary>The layout of a text of which each line is a sentence, as corpora without layout give it.</summary>
internal static class TextLines
{
    public static ArticleLayout Layout(string text)
    {
        List<Block> blocks = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) blocks.Add(new Block(new TextSpan(start, end), BlockKind.Paragraph));
            start = end + 1;
        }
        return new ArticleLayout(new TextSpan(0, text.Length), blocks);
    }
}
