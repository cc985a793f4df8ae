using System.Runtime.Intrinsics.X86;
using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class ByteScorerTests
{
    [Theory]
    [InlineData(64, 16)]
    [InlineData(192, 64)]
    public void Scores_are_alike_at_every_width(int inner, int columns)
    {
        Random random = new(columns);
        sbyte[] weights = ByteMatrixTests.Weights(random, inner * columns);
        byte[] input = ByteMatrixTests.Input(random, inner);
        int[] biases = [.. Enumerable.Range(0, columns).Select(_ => random.Next(-100_000, 100_000))];
        int[] expected = [.. Enumerable.Range(0, columns).Select(column => biases[column] + Enumerable.Range(0, inner).Sum(k => input[k] * weights[k * columns + column]))];
        ByteScorer scorer = new(weights, biases);
        int[] scores = new int[columns];
        scorer.Score(input, scores);
        Assert.Equal(expected, scores);
        scorer.Score128(input, scores);
        Assert.Equal(expected, scores);
        if (!Avx2.IsSupported) return;
        scores.AsSpan().Clear();
        scorer.Score256(input, scores);
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void The_best_score_wins_and_of_equal_ones_the_first()
    {
        Random random = new(2);
        for (int i = 0; i < 1000; i++)
        {
            int[] scores = [.. Enumerable.Range(0, 64).Select(_ => random.Next(-20, 20) * (i % 3 == 0 ? 400_000 : 1))];
            Assert.Equal(Array.IndexOf(scores, scores.Max()), ByteScorer.Best(scores));
        }
    }
}
