using NewsNlp.Coreference;
using Xunit;

namespace NewsNlp.Tests.Coreference;

public sealed class NameWordsTests
{
    [Theory]
    [InlineData("U.S.", "US")]
    [InlineData("O'Neill", "O’Neill")]
    [InlineData("OKORO", "Okoro")]
    public void Case_stops_and_apostrophes_do_not_count(string first, string second) =>
        Assert.Equal(NameWords.WordKey(first), NameWords.WordKey(second));

    [Theory]
    [InlineData("Iran", "Iraq")]
    [InlineData("F-16", "F-35")]
    public void Letters_and_digits_count(string first, string second) => Assert.NotEqual(NameWords.WordKey(first), NameWords.WordKey(second));

    [Fact]
    public void The_order_of_words_counts() => Assert.NotEqual(NameWords.KeyOf("Paul Simon"), NameWords.KeyOf("Simon Paul"));

    [Fact]
    public void One_word_has_one_key() => Assert.Equal(NameWords.KeyOf("Germany"), NameWords.KeyOfOne("Germany"));
}
