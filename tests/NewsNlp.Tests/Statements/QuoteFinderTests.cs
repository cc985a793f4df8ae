using NewsNlp.Pages;
using NewsNlp.Statements.Quotes;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class QuoteFinderTests
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (SpecCase item in SpecCase.Read("StatementsQuotes.txt")) cases.Add(item.Passage, string.Join('\n', item.Expected));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Quotes_are_found(string passage, string expected)
    {
        List<QuoteData> quotes = Find(passage);
        Assert.Equal(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), quotes.Select(quote => Describe(quote, passage)));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("'a ")]
    [InlineData("“")]
    [InlineData("\"(“‘a")]
    [InlineData("\" a\" \"b\n")]
    [InlineData("’s ‘")]
    [InlineData("«»\ud800")]
    public void Any_text_is_read_in_linear_time(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        List<QuoteData> quotes = Find(text);
        Assert.All(quotes, quote => Assert.True(
            quote.Start <= quote.InnerStart && quote.InnerStart < quote.InnerEnd && quote.InnerEnd <= quote.End && quote.End <= text.Length));
        for (int i = 1; i < quotes.Count; i++) Assert.True(quotes[i].Start >= quotes[i - 1].Start);
    }

    private static List<QuoteData> Find(string text) => QuoteFinder.Find(text, new ArticleReader().ReadArticle(text).Blocks);

    private static string Describe(QuoteData quote, string text) =>
        (quote.IsOutermost ? "= " : "== ") + quote.Inner.In(text) + (quote.Closed ? "" : " (open)") + (quote.Continues >= 0 ? " (more)" : "");
}
