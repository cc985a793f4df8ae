using CsCheck;
using Xunit;

namespace NewsNlp.Tests.Invariants;

/// <summary>Every layer on random, mutated and hostile text.</summary>
public sealed class PipelineInvariantTests
{
    private static readonly ReadOptions Options = new() { Published = new DateOnly(2025, 6, 4) };

    // Pieces of news in any order, with odd characters between: closer to what breaks a reader than random characters are.
    private static readonly Gen<string> Pieces =
        Gen.OneOfConst([.. SampleNews.Article.Split(' '), .. HostileTexts.Patterns]).Array[0, 80].Select(pieces => string.Join(' ', pieces));

    private static readonly Gen<string> Mutated =
        Gen.Select(Gen.Int[0, SampleNews.Article.Length], Gen.Int[0, 60], Gen.OneOfConst([.. HostileTexts.Patterns]), (at, length, insert) =>
            SampleNews.Article.Remove(at, Math.Min(length, SampleNews.Article.Length - at)).Insert(at, insert));

    private static NewsDocument Read(string text) => NewsPipeline.English.Read(text, Options);

    [Fact]
    public void Holds_on_the_sample_article() => DocumentInvariants.Check(Read(SampleNews.Article));

    [Fact]
    public void Holds_on_short_odd_texts()
    {
        foreach (string text in HostileTexts.Short) DocumentInvariants.Check(Read(text));
    }

    [Fact]
    public void Holds_on_repeated_patterns()
    {
        foreach (string pattern in HostileTexts.Patterns) DocumentInvariants.Check(Read(HostileTexts.Repeat(pattern, 700)));
    }

    [Fact]
    public void Holds_on_random_strings() => Gen.String[0, 300].Sample(text => DocumentInvariants.Check(Read(text)), iter: 500, threads: 1);

    [Fact]
    public void Holds_on_shuffled_pieces() => Pieces.Sample(text => DocumentInvariants.Check(Read(text)), iter: 500, threads: 1);

    [Fact]
    public void Holds_on_mutated_news() => Mutated.Sample(text => DocumentInvariants.Check(Read(text)), iter: 300, threads: 1);

    [Fact]
    public void Holds_on_every_prefix_of_the_sample()
    {
        for (int length = 0; length < SampleNews.Article.Length; length += 7) DocumentInvariants.Check(Read(SampleNews.Article[..length]));
    }

    [Fact]
    public void Pages_hold_too() => Pieces.Sample(
        text =>
        {
            NewsPage page = NewsPipeline.English.ReadPage(text.Replace(". ", ".\n", StringComparison.Ordinal), Options);
            int end = 0;
            foreach (NewsDocument article in page.Articles)
            {
                DocumentInvariants.Check(article);
                Assert.True(article.Span.Start >= end);
                end = article.Span.End;
            }
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void Same_text_same_answer() =>
        Mutated.Sample(text => DocumentInvariants.CheckSame(Read(text), Read(text)), iter: 50, threads: 1);

    [Fact]
    public void Same_answer_from_eight_threads()
    {
        string[] texts = [SampleNews.Article, .. HostileTexts.Short, .. HostileTexts.Patterns.Select(pattern => HostileTexts.Repeat(pattern, 300))];
        string[] expected = [.. texts.Select(Serialized)];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (int i = 0; i < texts.Length; i++)
            {
                int at = (i + thread * 5) % texts.Length;
                Assert.Equal(expected[at], Serialized(texts[at]));
            }
        });
    }

    [Fact]
    public void Answer_does_not_depend_on_what_was_read_before()
    {
        string first = Serialized(SampleNews.Article);
        foreach (string pattern in HostileTexts.Patterns) Read(HostileTexts.Repeat(pattern, 2000));
        Assert.Equal(first, Serialized(SampleNews.Article));
    }

    public static TheoryData<string> LongPatterns => [.. HostileTexts.Patterns];

    /// <summary>Eight times the text takes nowhere near sixty-four times the time.</summary>
    [Theory]
    [MemberData(nameof(LongPatterns))]
    public void Time_grows_linearly(string pattern) => LinearTime.Check(text => Read(text), pattern, 1 << 16);

    /// <summary>The same where a megabyte is fast enough to be tried at every change.</summary>
    [Theory]
    [InlineData("\"((((")]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData("1")]
    public void Time_grows_linearly_up_to_a_megabyte(string pattern) => LinearTime.Check(text => Read(text), pattern, 1 << 20);

    /// <summary>Each paragraph opens the quote anew, and only the last one tells whose it is.</summary>
    [Fact]
    public void Time_grows_linearly_with_the_paragraphs_of_one_quote() =>
        LinearTime.Check(text => Read(text + "\n\n“It is shut for good,” Ada Holm said."), "“The pier is ours.\n\n", 1 << 18);

    private static string Serialized(string text) => NewsJson.Serialize(Read(text), new NewsJsonOptions { Tokens = true });
}
