using Xunit;

namespace NewsNlp.Tests.Tagging;

/// <summary>The sentences of <c>Specs/Tagging.txt</c>, each word with its Penn tag, part of speech and lemma.</summary>
public sealed class TaggingSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().Build();

    public static TheoryData<string> Sentences =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "Tagging.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Words_have_their_tags_and_lemmas(string expected)
    {
        string text = string.Join(' ', expected.Split(' ').Select(word => word.Split('/')[0]))
            .Replace(" '", "'", StringComparison.Ordinal).Replace(" n't", "n't", StringComparison.Ordinal);
        NewsDocument document = Pipeline.Read(text);
        Assert.Equal(expected, string.Join(' ', document.Tokens.Select(token => $"{token.Text}/{token.Tag}/{token.Pos.ToUpos()}/{token.Lemma}")));
    }
}
