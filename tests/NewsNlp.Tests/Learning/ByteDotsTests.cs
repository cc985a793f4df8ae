using System.Runtime.Intrinsics.X86;
using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class ByteDotsTests
{
    [Theory]
    [InlineData(64, 16, 3)]
    [InlineData(256, 16, 3)]
    [InlineData(192, 5, 5)]
    public void Scores_are_those_of_the_columns_that_count(int inner, int stride, int columns)
    {
        Random random = new(inner);
        sbyte[] weights = ByteMatrixTests.Weights(random, inner * stride);
        byte[] input = ByteMatrixTests.Input(random, inner);
        int[] biases = [.. Enumerable.Range(0, columns).Select(_ => random.Next(-100_000, 100_000))];
        int[] expected = [.. Enumerable.Range(0, columns).Select(column => biases[column] + Enumerable.Range(0, inner).Sum(k => input[k] * weights[k * stride + column]))];
        int[] scores = new int[columns];
        new ByteDots(weights, stride, biases).Score(input, scores);
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void Sums_are_alike_at_every_width()
    {
        Random random = new(1);
        sbyte[] weights = ByteMatrixTests.Weights(random, 256);
        byte[] input = ByteMatrixTests.Input(random, 256);
        int expected = Enumerable.Range(0, 256).Sum(k => input[k] * weights[k]);
        Assert.Equal(expected, ByteDots.Sum128(input, weights));
        if (Avx2.IsSupported) Assert.Equal(expected, ByteDots.Sum256(input, weights));
    }
}
