using NewsNlp.Pages;
using Xunit;

namespace NewsNlp.Tests.Pages;

public sealed class ArticleTests
{
    private static readonly ArticleReader Reader = new();

    private static (BlockKind Kind, string Text)[] Blocks(string text) =>
        [.. Reader.ReadArticle(text).Blocks.Select(block => (block.Kind, block.Span.In(text)))];

    [Fact]
    public void Parts_are_told_apart() => Assert.Equal(
        [
            (BlockKind.Headline, "Minister quits over harbour"),
            (BlockKind.Byline, "By Ann Okoro and Li Wei, Staff Writer"),
            (BlockKind.Dateline, "OLDTOWN (KNA)"),
            (BlockKind.Paragraph, "The transport minister resigned on Wednesday after work on the harbour was halted."),
            (BlockKind.Subhead, "What happens next"),
            (BlockKind.Paragraph, "Nobody knows."),
            (BlockKind.Byline, "AFP"),
        ],
        Blocks("Minister quits over harbour\nBy Ann Okoro and Li Wei, Staff Writer\n\nOLDTOWN (KNA) - The transport minister resigned on Wednesday after work on the harbour was halted.\nWhat happens next\nNobody knows. AFP\n"));

    [Fact]
    public void Wrapped_lines_are_one_paragraph() => Assert.Equal(
        [(BlockKind.Paragraph, "The transport minister resigned on Wednesday after work on\nthe harbour extension was halted for the second time this\nyear."), (BlockKind.Paragraph, "She told reporters that she would not come back, and that\nshe had been right to go when she did.")],
        Blocks("The transport minister resigned on Wednesday after work on\nthe harbour extension was halted for the second time this\nyear.\n\nShe told reporters that she would not come back, and that\nshe had been right to go when she did.\n"));

    [Fact]
    public void Editors_marks_are_dropped_and_nothing_else() => Assert.Equal(
        [(BlockKind.Paragraph, "One."), (BlockKind.Paragraph, "Two [[ three.")],
        Blocks("One. [[nid:5]] Two [[ three."));

    [Theory]
    [InlineData("Published: June 4, 2025", 2025, 6, 4)]
    [InlineData("4 June 2025, 10:15 GMT", 2025, 6, 4)]
    [InlineData("Updated 2025-06-04T10:15:00Z", 2025, 6, 4)]
    [InlineData("Wed, Jun 4th, 2025", 2025, 6, 4)]
    [InlineData("Sept. 30, 1999 - 5 pm", 1999, 9, 30)]
    public void A_stated_day_is_the_day_of_publication(string line, int year, int month, int day) => Assert.Equal(
        new DateOnly(year, month, day),
        Reader.ReadArticle($"Minister quits over harbour\n{line}\nThe transport minister resigned on Wednesday after work on the harbour was halted.\n").Published);

    [Theory]
    [InlineData("31 June 2025")]
    [InlineData("June 2025")]
    [InlineData("12 of 2025")]
    [InlineData("Call 020 7946 2025")]
    public void What_is_no_full_day_is_none(string line) => Assert.Null(CalendarDay.Find(line));

    [Fact]
    public void All_words_stay_in_blocks()
    {
        string text = Invariants.SampleNews.Article;
        string kept = string.Concat(Reader.ReadArticle(text).Blocks.Select(block => block.Span.In(text))).Replace("\n", "", StringComparison.Ordinal);
        string[] lost = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word != "—" && !kept.Contains(word, StringComparison.Ordinal))];
        Assert.Empty(lost);
    }
}
