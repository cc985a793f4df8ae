using NewsNlp.Tagging;
using Xunit;

namespace NewsNlp.Tests.Tagging;

public sealed class TagDoubtTests
{
    private static readonly byte Last = (byte)(PennTags.Names.Length - 1);

    [Fact]
    public void A_sure_tag_has_no_second() => Assert.Equal(0, TagDoubt.Of(Last, TagDoubt.Some));

    [Fact]
    public void Each_tag_at_each_nearness_has_a_number_of_its_own()
    {
        byte[] doubts = [.. Enumerable.Range(1, Last).SelectMany(tag => new[] { TagDoubt.Of((byte)tag, TagDoubt.Some - 1), TagDoubt.Of((byte)tag, TagDoubt.Much - 1) })];
        Assert.Equal(2 * Last, doubts.Distinct().Count());
        Assert.All(doubts, doubt => Assert.InRange(doubt, 1, TagDoubt.Count - 1));
    }
}
