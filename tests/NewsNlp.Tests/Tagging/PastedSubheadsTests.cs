using Xunit;

namespace NewsNlp.Tests.Tagging;

public sealed class PastedSubheadsTests
{
    // As long as an article that a page pressed into one paragraph.
    private static readonly string Before = string.Concat(Enumerable.Repeat("The harbour board met again on Monday without a result. ", 20));

    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().Build();

    [Theory]
    [InlineData("Vote may be weeks away Marsh said she had no choice but to resign.", "Vote may be weeks away")]
    [InlineData("Harbour a costly dream Reyl won the last election in November with a promise to build it.", "Harbour a costly dream")]
    [InlineData("Strike could last longer Union leaders have rejected the offer.", "Strike could last longer")]
    public void A_subhead_within_a_long_paragraph_is_a_sentence_of_its_own(string sentence, string subhead)
    {
        NewsDocument document = Pipeline.Read(Before + sentence);
        Assert.Equal([subhead, sentence[(subhead.Length + 1)..]], document.Sentences.TakeLast(2).Select(s => s.Text));
    }

    [Theory]
    [InlineData("Marsh said rival Tomas Reyl had refused to answer.")]
    [InlineData("Police say the driver Anton Weil was not hurt.")]
    [InlineData("Reporters asked about a decision that Marsh made in March.")]
    [InlineData("Former minister Tomas Reyl said the plan was dead.")]
    [InlineData("Hopes that the talks would resume soon faded after Marsh left.")]
    public void An_ordinary_sentence_stays_whole(string sentence) => Assert.Equal(sentence, Pipeline.Read(Before + sentence).Sentences[^1].Text);

    [Fact]
    public void Short_paragraphs_are_left_alone() =>
        Assert.Single(Pipeline.Read("Vote may be weeks away Marsh said she had no choice but to resign.").Sentences);
}
