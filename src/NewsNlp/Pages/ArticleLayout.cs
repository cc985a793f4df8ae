namespace NewsNlp.Pages;

/// <summary>What a block of an article is: sentences never reach across two blocks.</summary>
internal enum BlockKind
{
    Paragraph,
    Headline,
    Subhead,
    Byline,
    Dateline,
    Caption,
}

/// <summary>A stretch of running text that is read on its own, for example a paragraph.</summary>
internal readonly record struct Block(TextSpan Span, BlockKind Kind);

/// <summary>Where an article's parts lie in the text, boilerplate left out.</summary>
/// <param name="Span">From its first to its last block.</param>
/// <param name="Blocks">In text order, not overlapping; what lies between them is not read.</param>
internal sealed record ArticleLayout(TextSpan Span, IReadOnlyList<Block> Blocks)
{
    public TextSpan? Headline { get; init; }

    public Dateline? Dateline { get; init; }

    public Byline? Byline { get; init; }

    /// <summary>Where the text itself tells it.</summary>
    public DateOnly? Published { get; init; }
}
