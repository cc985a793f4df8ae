using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using Xunit;

namespace NewsNlp.Tests.Statements;

/// <summary>Who speaks the last quote of a passage by the words about it alone, whatever the models say.</summary>
public sealed class QuoteFrameTests
{
    [Theory]
    [InlineData("“The pier is closed for good,” the two write.", "the two", "write")]
    [InlineData("“The pier is closed for good,” said retired harbour master Ines Tull.", "retired harbour master Ines Tull", "said")]
    [InlineData("“The pier is closed for good,” Ines Tull replied.", "Ines Tull", "replied")]
    [InlineData("“The pier is closed for good,” From said.", "From", "said")]
    [InlineData("“The pier is closed for good,” but nobody said so.", null, null)]
    [InlineData("“The pier is closed for good.” Ines Tull said no more.", null, null)]
    [InlineData("“The pier is closed for good”", null, null)]
    public void A_verb_of_saying_right_behind_the_quote(string text, string? source, string? cue) =>
        Check(text, source, cue, (tokens, quote) => new BehindQuote(tokens, new ClauseSubjects(tokens)).SaidBy(quote));

    [Theory]
    [InlineData("Ines Tull: “The pier is closed for good.”", "Ines Tull", ":")]
    [InlineData("Ines Tull and Petra Holm: “The pier is closed for good.”", "Ines Tull and Petra Holm", ":")]
    [InlineData("More from Ines Tull: “The pier is closed for good.”", "Ines Tull", ":")]
    [InlineData("Stated Tull: “The pier is closed for good.”", "Tull", "Stated")]
    [InlineData("She wrongly suggested that he came from Estrand: “The pier is closed for good.”", null, null)]
    [InlineData(": “The pier is closed for good.”", null, null)]
    public void A_name_and_a_colon_before_the_quote(string text, string? source, string? cue) =>
        Check(text, source, cue, (tokens, quote) => new BeforeQuote(tokens, new ClauseSubjects(tokens)).AnnouncedBy(quote));

    [Theory]
    [InlineData("The union is angry about her comment that “we are going to close the pier for good.”", "her", "comment")]
    [InlineData("The union is angry about Ines Tull’s recent warning that “we are going to close the pier.”", "Ines Tull", "warning")]
    [InlineData("The union is angry about the comment that “we are going to close the pier for good.”", null, null)]
    [InlineData("Her comment angered the union, which shouted “we are going to close the pier for good.”", null, null)]
    public void Whose_saying_stands_before_the_quote(string text, string? source, string? cue) =>
        Check(text, source, cue, (tokens, quote) => new BeforeQuote(tokens, new ClauseSubjects(tokens)).OwnedBy(quote));

    [Theory]
    [InlineData("Ines Tull agreed. “The pier is closed for good.”", "Ines Tull", "agreed")]
    [InlineData("The ferry left at noon. “The pier is closed for good.”", null, null)]
    public void The_sentence_before_the_quote_says_who_speaks(string text, string? source, string? cue) =>
        Check(text, source, cue, (tokens, quote) => new BeforeQuote(tokens, new ClauseSubjects(tokens)).SaidBy(quote));

    private static void Check(string text, string? source, string? cue, Func<StatementTokens, int, QuoteFrame?> frame)
    {
        DocumentDraft draft = NewsPipeline.English.Read(text).Draft;
        StatementTokens tokens = new(new StatementWords(WordClusters.Of(ModelSource.Embedded), new SpeechLexicon()));
        tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
        QuoteFrame? found = frame(tokens, tokens.Quotes.Count - 1);
        Assert.Equal(source, found is { } one ? draft.SpanOf(one.Source.First, one.Source.Last + 1).In(text) : null);
        Assert.Equal(cue, found is { } two ? draft.SpanOf(two.Cue.First, two.Cue.End).In(text) : null);
    }
}
