using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class CueReadingTests
{
    [Theory]
    [InlineData("Ruth Abara said that the bank would fail.", "say", Stance.Assert, false)]
    [InlineData("Ruth Abara denied that the bank would fail.", "deny", Stance.Deny, false)]
    [InlineData("Ruth Abara warned that the bank would fail.", "warn", Stance.Warn, false)]
    [InlineData("Ruth Abara believes that the bank will fail.", "believe", Stance.Believe, false)]
    [InlineData("Ruth Abara promised that the bank would survive.", "promise", Stance.Promise, false)]
    [InlineData("Ruth Abara asked whether the bank would fail.", "ask", Stance.Ask, false)]
    [InlineData("Ruth Abara did not say that the bank would fail.", "say", Stance.Assert, true)]
    [InlineData("Ruth Abara never said that the bank would fail.", "say", Stance.Assert, true)]
    [InlineData("Ruth Abara admitted that the bank would fail.", "admit", Stance.Agree, false)]
    [InlineData("According to Ruth Abara, the bank will fail.", "according to", Stance.Assert, false)]
    public void A_cue_tells_what_is_done_by_it(string text, string lemma, Stance stance, bool negated)
    {
        Statement statement = NewsPipeline.English.Read(text).Statements.First(s => s.Cue is not null);
        Assert.Equal((lemma, stance, negated), (statement.Cue!.Value.Lemma, statement.Stance, statement.Negated));
    }

    [Theory]
    [InlineData("Ruth Abara told reporters that the bank would fail.", "reporters")]
    [InlineData("\"The bank will fail,\" Ruth Abara told the newspaper.", "the newspaper")]
    [InlineData("Ruth Abara told Marek Lind that the bank would fail.", "Marek Lind")]
    [InlineData("Ruth Abara said that the bank would fail.", null)]
    public void The_one_who_is_told_is_the_addressee(string text, string? addressee) =>
        Assert.Equal(addressee, NewsPipeline.English.Read(text).Statements[0].Addressee?.Name);

    [Theory]
    [InlineData("\"The bank will fail,\" said Ruth Abara.", StatementForm.Direct)]
    [InlineData("Ruth Abara said that the bank would fail.", StatementForm.Indirect)]
    [InlineData("Ruth Abara said that the bank would \"fail before Easter or soon after it.\"", StatementForm.Mixed)]
    public void Quotation_marks_tell_the_form(string text, StatementForm form) =>
        Assert.Equal(form, NewsPipeline.English.Read(text).Statements[0].Form);
}
