using Xunit;

namespace NewsNlp.Tests.Quantities;

/// <summary>Reading quantities allocates what it hands out and nothing for each token.</summary>
public sealed class QuantityAllocationTests
{
    private const string NoQuantities = "The mayor said on Tuesday that the old harbour wall would be mended before the winter storms came back. ";
    private const string OnlyOtherNumbers = "In 2014 the club met at 10:15 a.m. on June 4, 2025, won 3-2 and flew home on Flight 412 after two weeks. ";

    private static readonly NewsPipeline Without = NewsPipeline.CreateBuilder().AddTokens().AddTags().Build();
    private static readonly NewsPipeline With = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddQuantities().Build();

    [Theory]
    [InlineData(NoQuantities)]
    [InlineData(OnlyOtherNumbers)]
    public void Allocates_nothing_for_text_without_quantities(string sentence)
    {
        string text = string.Concat(Enumerable.Repeat(sentence, 50));
        Assert.Empty(With.Read(text).Quantities);
        long difference = Allocated(With, text) - Allocated(Without, text);
        Assert.True(difference < 256, $"{difference} bytes for fifty sentences");
    }

    [Fact]
    public void Allocates_only_what_it_finds()
    {
        string text = string.Concat(Enumerable.Repeat(NoQuantities + "Some 1,200 workers got $45 million. ", 50));
        int found = With.Read(text).Quantities.Count;
        Assert.Equal(100, found);
        long difference = Allocated(With, text) - Allocated(Without, text);
        Assert.True(difference < 600 * found, $"{difference} bytes for {found} quantities");
    }

    // The least of several readings: the first ones fill caches, and others may allocate beside them.
    private static long Allocated(NewsPipeline pipeline, string text)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 8; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = pipeline.Read(text);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
