using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class FeatureBucketsTests
{
    [Theory]
    [InlineData(0u)]
    [InlineData(1u << 31)]
    [InlineData(uint.MaxValue - 29)]
    public void Full_buckets_go_on_in_the_next(uint first)
    {
        uint[] features = [.. Enumerable.Range(0, 30).Select(i => first + (uint)i)];
        FeatureBuckets buckets = new(features.Length);
        foreach (uint feature in features) buckets.Insert(feature, feature - first + 1);
        Assert.Equal(Enumerable.Range(1, 30), features.Select(feature => (int)buckets.Find(feature)));
        Assert.Equal(0u, buckets.Find(first - 1));
        Assert.Equal(0u, buckets.Find(first + 30));
    }

    [Fact]
    public void Without_features_none_is_found()
    {
        FeatureBuckets buckets = new(0);
        foreach (uint feature in new uint[] { 0, 7, uint.MaxValue }) Assert.Equal(0u, buckets.Find(feature));
    }

    [Fact]
    public void A_bucket_is_searched_alike_at_both_widths()
    {
        uint[] bucket = [5, 9, 0, 5, 7, 0, 0, 9];
        foreach (uint feature in new uint[] { 0, 5, 7, 9, 11 })
        {
            uint expected = (uint)Enumerable.Range(0, 8).Where(i => bucket[i] == feature).Sum(i => 1 << i);
            Assert.Equal(expected, FeatureBuckets.Matches256(ref bucket[0], feature));
            Assert.Equal(expected, FeatureBuckets.Matches128(ref bucket[0], feature));
        }
    }
}
