using NewsNlp.Entities;
using Xunit;

namespace NewsNlp.Tests.Entities;

public sealed class WordShapeTests
{
    [Theory]
    [InlineData("house", "Lower")]
    [InlineData("Paris", "Capital")]
    [InlineData("A", "Capital")]
    [InlineData("NATO", "Upper")]
    [InlineData("U.S.", "Upper")]
    [InlineData("F-16", "Capital")]
    [InlineData("iPhone", "Mixed")]
    [InlineData("McBride", "Mixed")]
    [InlineData("1,200", "Number")]
    [InlineData("--", "Mark")]
    [InlineData("Élysée", "Capital")]
    public void Tells_how_a_word_is_written(string word, string expected) =>
        Assert.Equal(expected, WordShape.Of(word).Case.ToString());

    [Fact]
    public void Words_of_one_shape_share_it()
    {
        Assert.Equal(WordShape.Of("McBride").Short, WordShape.Of("MacLean").Short);
        Assert.NotEqual(WordShape.Of("McBride").Short, WordShape.Of("Bride").Short);
        Assert.NotEqual(WordShape.Long("Bride"), WordShape.Long("Brides"));
    }
}
