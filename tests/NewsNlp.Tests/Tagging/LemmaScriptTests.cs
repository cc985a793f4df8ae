using CsCheck;
using NewsNlp.Tagging;
using Xunit;

namespace NewsNlp.Tests.Tagging;

public sealed class LemmaScriptTests
{
    [Theory]
    [InlineData("cities", "city", "0 3 y")]
    [InlineData("Said", "say", "1 2 y")]
    [InlineData("WARSAW", "Warsaw", "2 0 ")]
    [InlineData("went", "go", "0 4 go")]
    [InlineData("1,250,300", "1250300", "3 0 ")]
    public void A_script_says_what_changes(string form, string lemma, string script) =>
        Assert.Equal(script, LemmaScript.From(form, lemma).ToString());

    [Fact]
    public void A_script_makes_the_lemma_it_was_made_from() =>
        Gen.Select(Gen.String[1, 20], Gen.String[1, 20]).Sample((form, lemma) => LemmaScript.From(form, lemma).Apply(form) == lemma);

    [Fact]
    public void A_script_that_does_not_fit_leaves_the_word_alone()
    {
        Assert.Equal("is", new LemmaScript(LemmaCase.Keep, 3, "y").Apply("is"));
        Assert.Equal("s", new LemmaScript(LemmaCase.Lower, 1, "").Apply("s"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("4 0 x")]
    [InlineData("0 999 x")]
    public void Text_that_is_no_script_is_refused(string text) => Assert.False(LemmaScript.TryParse(text, out _));
}
