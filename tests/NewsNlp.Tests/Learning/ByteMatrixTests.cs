using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class ByteMatrixTests
{
    private const int Panel = ByteMatrix.Panel;

    [Theory]
    [InlineData(4, 64)]
    [InlineData(64, 192)]
    [InlineData(320, 64)]
    public void Products_are_alike_at_every_width(int inner, int columns)
    {
        Random random = new(inner);
        sbyte[] weights = Weights(random, inner * columns);
        byte[] input = Input(random, inner * 4);
        ByteMatrix matrix = new(weights, inner, columns);
        for (int column = 0; column < columns; column += Panel)
        {
            short[] expected = Plain(weights, input, inner, columns, column), four = new short[expected.Length];
            matrix.MultiplyFour(input, inner, column, four);
            Assert.Equal(expected, four);
            for (int row = 0; row < 4; row++)
            {
                ReadOnlySpan<byte> one = input.AsSpan(row * inner, inner);
                short[] right = expected[(row * Panel)..((row + 1) * Panel)], sums = new short[Panel];
                matrix.MultiplyOne(one, column, sums);
                Assert.Equal(right, sums);
                matrix.Multiply128(one, matrix.PanelAt(column), sums);
                Assert.Equal(right, sums);
                if (Avx2.IsSupported)
                {
                    sums.AsSpan().Clear();
                    matrix.Multiply256(one, matrix.PanelAt(column), sums);
                    Assert.Equal(right, sums);
                }
            }
        }
    }

    [Fact]
    public void Largest_bytes_times_largest_weights_are_not_cut_off()
    {
        byte[] input = [.. Enumerable.Repeat(byte.MaxValue, 4 * 4)];
        foreach (sbyte weight in (sbyte[])[ByteMatrix.MostWeight, -ByteMatrix.MostWeight])
        {
            ByteMatrix matrix = new([.. Enumerable.Repeat(weight, 4 * Panel)], 4, Panel);
            short[] sums = new short[4 * Panel];
            matrix.MultiplyFour(input, 4, 0, sums);
            Assert.All(sums, sum => Assert.Equal(unchecked((short)(4 * byte.MaxValue * weight)), sum));
        }
    }

    [Fact]
    public void Weights_that_could_be_cut_off_do_not_fit()
    {
        Assert.True(ByteMatrix.Fits([64, -64, 0]));
        Assert.False(ByteMatrix.Fits([65]));
        Assert.False(ByteMatrix.Fits([0, -65]));
    }

    [Fact]
    public void Pairs_are_alike_without_the_processors_own_instruction()
    {
        Random random = new(4);
        for (int i = 0; i < 100; i++)
        {
            Vector128<byte> input = Vector128.Create(Input(random, 16));
            Vector128<sbyte> weights = Vector128.Create(Weights(random, 16));
            Assert.Equal(BytePairs.MultiplyAddPlain(input, weights), BytePairs.MultiplyAdd(input, weights));
        }
    }

    internal static sbyte[] Weights(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(-ByteMatrix.MostWeight, ByteMatrix.MostWeight + 1))];

    internal static byte[] Input(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(256))];

    private static short[] Plain(sbyte[] weights, byte[] input, int inner, int columns, int firstColumn)
    {
        short[] sums = new short[4 * Panel];
        for (int row = 0; row < 4; row++)
            for (int column = 0; column < Panel; column++)
                for (int k = 0; k < inner; k++)
                    sums[row * Panel + column] = unchecked((short)(sums[row * Panel + column] + input[row * inner + k] * weights[k * columns + firstColumn + column]));
        return sums;
    }
}
