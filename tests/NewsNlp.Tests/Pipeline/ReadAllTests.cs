using System.Runtime.CompilerServices;
using Xunit;

namespace NewsNlp.Tests.Pipeline;

public sealed class ReadAllTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().Build();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Results_come_in_input_order(int threads)
    {
        List<string?> ids = [];
        await foreach (ReadResult result in Pipeline.ReadAllAsync(Articles(200), new BatchOptions { Threads = threads })) ids.Add(result.Article.Id);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"a{i}"), ids);
    }

    [Fact]
    public async Task A_bad_article_is_one_error_and_nothing_else_is_lost()
    {
        NewsArticle[] articles = [new("One."), new(null!), new("Three.")];
        List<ReadResult> results = [];
        await foreach (ReadResult result in Pipeline.ReadAllAsync(Stream(articles))) results.Add(result);
        Assert.Equal([false, true, false], results.Select(result => result.Error is not null));
        Assert.Equal(["One", "Three"], results.Where(result => result.Document is not null).Select(result => result.Document!.Tokens[0].Text));
    }

    [Fact]
    public async Task Reads_no_further_ahead_than_its_bound()
    {
        int taken = 0, ahead = 0, seen = 0;
        async IAsyncEnumerable<NewsArticle> Counted()
        {
            for (int i = 0; i < 300; i++)
            {
                Interlocked.Increment(ref taken);
                yield return new NewsArticle("Talks began.");
                await Task.Yield();
            }
        }
        await foreach (ReadResult _ in Pipeline.ReadAllAsync(Counted(), new BatchOptions { Threads = 4 }))
        {
            await Task.Delay(1);
            ahead = Math.Max(ahead, Volatile.Read(ref taken) - ++seen);
        }
        Assert.Equal(300, seen);
        Assert.InRange(ahead, 0, 12);
    }

    [Fact]
    public async Task Cancelling_stops_the_stream()
    {
        using CancellationTokenSource stop = new();
        int seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReadResult _ in Pipeline.ReadAllAsync(Articles(int.MaxValue), cancellationToken: stop.Token))
                if (++seen == 10) await stop.CancelAsync();
        });
        Assert.InRange(seen, 10, 100);
    }

    [Fact]
    public async Task A_caller_that_stops_early_closes_the_source()
    {
        bool closed = false;
        async IAsyncEnumerable<NewsArticle> Source([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                while (true)
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return new NewsArticle("Talks began.");
                    await Task.Yield();
                }
            }
            finally
            {
                closed = true;
            }
        }
        await foreach (ReadResult _ in Pipeline.ReadAllAsync(Source())) break;
        Assert.True(closed);
    }

    [Fact]
    public async Task An_error_of_the_source_reaches_the_caller_behind_what_was_read()
    {
        static async IAsyncEnumerable<NewsArticle> Broken()
        {
            yield return new NewsArticle("Talks began.");
            await Task.Yield();
            throw new InvalidDataException("the disk is gone");
        }
        int seen = 0;
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (ReadResult _ in Pipeline.ReadAllAsync(Broken())) seen++;
        });
        Assert.Equal(1, seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    public void Threads_out_of_range_are_refused(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { Threads = threads });

    private static IAsyncEnumerable<NewsArticle> Articles(int count) =>
        Stream(Enumerable.Range(0, count).Select(i => new NewsArticle(new string('x', i * 37 % 500) + " said.", $"a{i}")));

    private static async IAsyncEnumerable<NewsArticle> Stream(IEnumerable<NewsArticle> articles)
    {
        foreach (NewsArticle article in articles)
        {
            yield return article;
            await Task.Yield();
        }
    }
}
