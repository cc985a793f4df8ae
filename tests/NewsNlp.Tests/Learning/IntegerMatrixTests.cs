using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class IntegerMatrixTests
{
    [Theory]
    [InlineData(2, 64, 1)]
    [InlineData(64, 192, 3)]
    [InlineData(320, 64, 4)]
    public void Products_are_alike_at_every_width(int inner, int columns, int rows)
    {
        Random random = new(inner + rows);
        short[] weights = [.. Enumerable.Range(0, inner * columns).Select(_ => (short)random.Next(-2000, 2001))];
        short[] input = [.. Enumerable.Range(0, inner * rows).Select(_ => (short)random.Next(-3000, 3001))];
        IntegerMatrix matrix = new(weights, inner, columns);
        for (int column = 0; column < columns; column += IntegerMatrix.Panel)
        {
            int[] plain = Plain(weights, input, inner, columns, rows, column), chosen = new int[plain.Length];
            matrix.Multiply(input, inner, rows, column, chosen);
            Assert.Equal(plain, chosen);
            int[] narrow = new int[plain.Length], wide = new int[plain.Length];
            matrix.Multiply128(input, inner, rows, matrix.PanelAt(column), narrow);
            Assert.Equal(plain, narrow);
            if (!System.Runtime.Intrinsics.X86.Avx2.IsSupported) continue;
            matrix.Multiply256(input, inner, rows, matrix.PanelAt(column), wide);
            Assert.Equal(plain, wide);
        }
    }

    [Fact]
    public void Dots_are_alike_at_every_width()
    {
        Random random = new(9);
        short[] a = [.. Enumerable.Range(0, 192).Select(_ => (short)random.Next(0, 16384))], b = [.. a.Select(_ => (short)random.Next(-600, 600))];
        int plain = a.Zip(b).Sum(pair => pair.First * pair.Second);
        Assert.Equal(plain, IntegerMatrix.Dot(a, b));
        Assert.Equal(plain, IntegerMatrix.Dot128(a, b));
    }

    [Fact]
    public void The_largest_input_is_the_last_that_does_not_overflow()
    {
        short[] weights = [.. Enumerable.Repeat((short)30_000, 128)];
        weights[0] = -30_000;
        IntegerMatrix matrix = new(weights, 2, 64);
        Assert.Equal(short.MaxValue, matrix.LargestInput);
        Assert.True(new IntegerMatrix([.. Enumerable.Repeat((short)-32_000, 64 * 64)], 64, 64).LargestInput * 64L * 32_000 <= int.MaxValue);
    }

    private static int[] Plain(short[] weights, short[] input, int inner, int columns, int rows, int firstColumn)
    {
        int[] sums = new int[rows * IntegerMatrix.Panel];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < IntegerMatrix.Panel; column++)
                for (int k = 0; k < inner; k++)
                    sums[row * IntegerMatrix.Panel + column] += input[row * inner + k] * weights[k * columns + firstColumn + column];
        return sums;
    }
}
