using Xunit;

namespace NewsNlp.Tests.Pipeline;

public sealed class ReadTests
{
    [Fact]
    public void Empty_text_gives_an_empty_document()
    {
        NewsDocument document = NewsPipeline.English.Read("");
        Assert.Empty(document.Tokens);
        Assert.Empty(document.Sentences);
    }

    [Fact]
    public void Every_token_is_a_slice_of_the_text()
    {
        const string text = "Talks began. They end on Friday.";
        NewsDocument document = NewsPipeline.English.Read(text);
        Assert.Equal(["Talks", "began", ".", "They", "end", "on", "Friday", "."], document.Tokens.Select(token => token.Text));
        Assert.Equal(["Talks began.", "They end on Friday."], document.Sentences.Select(sentence => sentence.Text));
    }
}
