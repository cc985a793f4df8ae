using NewsNlp.Statements.Learned;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class BucketsTests
{
    [Theory]
    [InlineData(int.MinValue, 0)]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(7, 6)]
    [InlineData(9, 6)]
    [InlineData(10, 7)]
    [InlineData(14, 7)]
    [InlineData(15, 8)]
    [InlineData(22, 8)]
    [InlineData(23, 9)]
    [InlineData(40, 9)]
    [InlineData(41, 10)]
    [InlineData(int.MaxValue, 10)]
    public void Counts_up_to_four_are_exact_and_then_coarser(int count, int bucket) => Assert.Equal((ulong)bucket, Buckets.Of(count));
}
