namespace NewsNlp.Html;

/// <summary>A paragraph, heading, list item … of a page.</summary>
/// <param name="Span">In the plain text.</param>
/// <param name="Article">Number of the <c>article</c> element it stands in, from 0; -1 outside any.</param>
/// <param name="LinkLength">Characters of it that are links.</param>
internal readonly record struct HtmlBlock(TextSpan Span, HtmlRoles Roles, int Article, int LinkLength)
{
    public bool Is(HtmlRoles roles) => (Roles & roles) != 0;

    /// <summary>Mostly links: a menu's line, a teaser.</summary>
    public bool IsLinks => LinkLength * 10 > Span.Length * 6;
}

/// <summary>The readable text of a page.</summary>
/// <param name="Alignment">Back to the HTML as given.</param>
/// <param name="Published">As the page's own data tell it.</param>
internal sealed record HtmlText(TextAlignment Alignment, IReadOnlyList<HtmlBlock> Blocks, DateOnly? Published)
{
    public string Text => Alignment.Text;
}
