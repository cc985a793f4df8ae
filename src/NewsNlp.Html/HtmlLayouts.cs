using NewsNlp.Pages;

namespace NewsNlp.Html;

/// <summary>Finds the articles among the blocks of a page, and the parts of each.</summary>
internal static class HtmlLayouts
{
    // An article element with less prose than this is a teaser.
    private const int LeastProse = 140;
    private const int MaxKickerWords = 6;
    private const int MaxBylineWords = 8;

    public static IReadOnlyList<ArticleLayout> Find(HtmlText page, ArticleReader reader)
    {
        List<ArticleLayout> layouts = [.. Groups(page.Blocks).Select(blocks => Layout(page, blocks, reader))];
        // Of several articles the page's own day need not be each one's.
        return layouts.Count == 1 ? [layouts[0] with { Published = page.Published ?? layouts[0].Published }] : layouts;
    }

    // The article elements that hold prose; else the main element; else everything.
    private static List<List<HtmlBlock>> Groups(IReadOnlyList<HtmlBlock> blocks)
    {
        List<List<HtmlBlock>> articles = [.. blocks.Where(block => block.Article >= 0).GroupBy(block => block.Article).Select(group => group.ToList())];
        int most = articles.Count == 0 ? 0 : articles.Max(Prose);
        articles.RemoveAll(article => Prose(article) < Math.Max(LeastProse, most / 5));
        if (articles.Count == 1 && !articles[0].Exists(block => block.Is(HtmlRoles.Headline))) AddHeadlineAbove(blocks, articles[0]);
        if (articles.Count > 0) return articles;
        List<HtmlBlock> main = [.. blocks.Where(block => block.Is(HtmlRoles.Main))];
        return Prose(main) >= LeastProse ? [main] : blocks.Count > 0 ? [[.. blocks]] : [];
    }

    private static void AddHeadlineAbove(IReadOnlyList<HtmlBlock> blocks, List<HtmlBlock> article)
    {
        int first = article[0].Span.Start;
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].Span.Start >= first || !blocks[i].Is(HtmlRoles.Headline)) continue;
            article.Insert(0, blocks[i]);
            return;
        }
    }

    private static int Prose(List<HtmlBlock> blocks) => blocks.Where(block => !block.IsLinks && !block.Is(HtmlRoles.Heading)).Sum(block => block.Span.Length);

    private static ArticleLayout Layout(HtmlText page, List<HtmlBlock> blocks, ArticleReader reader)
    {
        string text = page.Text;
        int headline = blocks.FindIndex(block => block.Is(HtmlRoles.Headline));
        List<TextLine> lines = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            TextLine line = TextLine.Trimmed(text, blocks[i].Span.Start, blocks[i].Span.End);
            if (i != headline && !line.IsBlank && IsPart(text, blocks[i], line, aboveHeadline: i < headline)) lines.Add(line);
        }
        TextLine? above = headline < 0 ? null : TextLine.Trimmed(text, blocks[headline].Span.Start, blocks[headline].Span.End);
        return WithRoles(text, reader.Compose(text, lines, above), blocks);
    }

    private static bool IsPart(string text, HtmlBlock block, TextLine line, bool aboveHeadline)
    {
        bool sentence = LineKinds.EndsSentence(text, line.Span);
        if (aboveHeadline && !sentence && line.Words <= MaxKickerWords && !block.Is(HtmlRoles.Byline)) return false;
        return sentence || block.Is(HtmlRoles.Heading | HtmlRoles.Byline | HtmlRoles.Caption) || !block.IsLinks;
    }

    // What the markup says outright stands above what the words look like.
    private static ArticleLayout WithRoles(string text, ArticleLayout layout, List<HtmlBlock> blocks)
    {
        Block[] parts = [.. layout.Blocks];
        Byline? byline = layout.Byline;
        int at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            while (at < blocks.Count && blocks[at].Span.End <= parts[i].Span.Start) at++;
            if (at == blocks.Count) break;
            if (parts[i].Kind is not (BlockKind.Paragraph or BlockKind.Subhead)) continue;
            parts[i] = parts[i] with { Kind = KindOf(blocks[at], parts[i].Kind) };
            if (!blocks[at].Is(HtmlRoles.Byline) || TextLine.Trimmed(text, parts[i].Span.Start, parts[i].Span.End).Words > MaxBylineWords) continue;
            parts[i] = parts[i] with { Kind = BlockKind.Byline };
            byline ??= new Byline(parts[i].Span, [parts[i].Span]);
        }
        return layout with { Blocks = parts, Byline = byline };
    }

    private static BlockKind KindOf(HtmlBlock block, BlockKind kind)
    {
        if (block.Is(HtmlRoles.Caption)) return BlockKind.Caption;
        return block.Is(HtmlRoles.Heading) ? BlockKind.Subhead : kind;
    }
}
