using NewsNlp.Lexicon;
using Xunit;

namespace NewsNlp.Tests.Lexicon;

public sealed class WordSieveTests
{
    [Theory]
    [InlineData("said", "SAID")]
    [InlineData("a", "A")]
    [InlineData("élan", "ÉLAN")]
    [InlineData("naïve", "NAÏVE")]
    [InlineData("don't", "Don'T")]
    [InlineData("a word much longer than thirty-one letters", "A WORD MUCH LONGER THAN THIRTY-ONE LETTERS")]
    [InlineData("", "")]
    public void A_word_of_the_set_passes_in_any_case(string word, string asked) => Assert.True(new WordSieve([word]).Passes(asked));

    [Fact]
    public void Most_other_words_do_not_pass()
    {
        string[] words = [.. Enumerable.Range(0, 2000).Select(i => Word(i * 7))];
        WordSieve sieve = new([.. words.Where((_, i) => i % 2 == 0)]);
        Assert.True(words.Where((_, i) => i % 2 == 1).Count(word => sieve.Passes(word)) < 250);
    }

    // What the sieve rests on: with no such letter a bit tells both cases of a letter apart from all others.
    [Fact]
    public void No_letter_of_ascii_is_the_other_case_of_one_that_is_not()
    {
        for (int c = 128; c <= char.MaxValue; c++)
            for (int a = 0; a < 128; a++)
                Assert.False(string.Equals(((char)c).ToString(), ((char)a).ToString(), StringComparison.OrdinalIgnoreCase), $"{c:X4} {a:X2}");
    }

    [Fact]
    public void A_set_answers_as_before_for_words_that_pass_by_mistake()
    {
        WordSet set = new(["bread"]);
        Assert.True(set.Contains("BREAD"));
        Assert.False(set.Contains("broad"));
        Assert.False(set.Contains("bre@d"));
    }

    private static string Word(int number)
    {
        char[] letters = new char[3 + number % 6];
        for (int i = 0; i < letters.Length; i++, number = number * 31 + 17) letters[i] = (char)('a' + (number & int.MaxValue) % 26);
        return new string(letters);
    }
}
