using NewsNlp.Drafts;
using Xunit;

namespace NewsNlp.Tests.Pipeline;

public sealed class BuilderTests
{
    private static StepRecipe Recipe(string name, Layers requires, Layers provides) => new(name, requires, provides, _ => null!);

    [Fact]
    public void A_missing_layer_is_refused_with_the_fix()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            StepOrder.Check([Recipe("AddTokens", Layers.None, Layers.Tokens), Recipe("AddDates", Layers.Tokens | Layers.Tags, Layers.Dates)]));
        Assert.Contains("Call AddTags before AddDates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_order_is_refused_with_the_fix()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            StepOrder.Check([Recipe("AddDates", Layers.Tokens, Layers.Dates), Recipe("AddTokens", Layers.None, Layers.Tokens)]));
        Assert.Contains("Move AddTokens before AddDates", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_step_twice_is_refused()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => NewsPipeline.CreateBuilder().AddTokens().AddTokens().Build());
        Assert.Contains("AddTokens is called twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_step_at_all_reads_the_text_and_nothing_more()
    {
        NewsDocument document = NewsPipeline.CreateBuilder().Build().Read("Talks began.");
        Assert.Equal("Talks began.", document.Text);
        Assert.Empty(document.Tokens);
        Assert.False(document.Has(Layers.Tokens));
    }

    [Fact]
    public void Layers_tell_what_was_built() => Assert.Equal(Layers.Tokens, NewsPipeline.CreateBuilder().AddTokens().Build().Layers);
}
