using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class CueTaggerTests
{
    private const string Text =
        """
        According to the harbour office, the ferry will close in May. Mayor Ann Okoro said on Monday that the town had expected it. In a letter to the council,
        owner Tom Adeyemi wrote that his claim that ships were safe had been proven. "We are adamant that nobody was hurt," he told reporters. Workers walked
        out, moved the boats, painted them and were told to wait; they hope to be back soon, and the union is expected to meet them. Officials showed a film,
        opened the hall, made a list, saw the plan and gave up. The deal suggests a price, reveals a loss, means trouble and shows how it went.
        """;

    private readonly ModelFile _model = ModelSource.Embedded.Load(StatementModel.Name);

    [Theory]
    [InlineData("According to")]
    [InlineData("said")]
    [InlineData("wrote")]
    [InlineData("told")]
    [InlineData("hope")]
    public void Finds_cues(string cue) => Assert.Contains(cue, Found(_model.Array<float>("cue.caution", 1)[0]).Select(found => found.Text));

    // Of cues that are asked for although they are unlikely, those that hold no word of reporting are left out.
    [Theory]
    [InlineData(-2.5f)]
    [InlineData(-4)]
    public void Unlikely_cues_are_words_of_reporting(float caution)
    {
        (string Text, float LogOdds, bool IsReporting)[] unlikely = [.. Found(caution).Where(found => found.LogOdds < -1.01f)];
        Assert.NotEmpty(unlikely);
        Assert.All(unlikely, found => Assert.True(found.IsReporting, found.Text));
    }

    private (string Text, float LogOdds, bool IsReporting)[] Found(float caution)
    {
        StatementTokens tokens = StatementTexts.Read(Text);
        List<FoundCue> cues = [];
        CueTagger.Read(_model, caution).Find(tokens, new CueScratch(), cues);
        return [.. cues.Select(cue => (
            tokens.Draft.Text[tokens.Draft.TokenBuffer[cue.Span.First].Start..tokens.Draft.TokenBuffer[cue.Span.End - 1].End], cue.Margin + caution,
            Enumerable.Range(cue.Span.First, cue.Span.End - cue.Span.First).Any(token => tokens[token].Cue != SpeechClass.None)))];
    }
}
