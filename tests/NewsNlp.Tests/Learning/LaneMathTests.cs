using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class LaneMathTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Rows_add_up_alike_at_every_width(int lanes)
    {
        Random random = new(lanes);
        for (int round = 0; round < 200; round++)
        {
            sbyte[] row = [.. Enumerable.Range(0, lanes).Select(_ => (sbyte)random.Next(-128, 128))];
            short[] start = [.. Enumerable.Range(0, lanes).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
            short[] scalar = [.. start], narrow = [.. start], wide = [.. start];
            LaneMath.AddRowScalar(row, scalar);
            LaneMath.AddRow128(row, narrow);
            LaneMath.AddRow256(row, wide);
            Assert.Equal(scalar, narrow);
            Assert.Equal(scalar, wide);
        }
    }

    [Fact]
    public void Vectors_add_up_alike_at_every_width()
    {
        Random random = new(3);
        for (int round = 0; round < 200; round++)
        {
            short[] addend = [.. Enumerable.Range(0, 32).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
            short[] start = [.. Enumerable.Range(0, 32).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
            short[] scalar = [.. start], narrow = [.. start], wide = [.. start];
            LaneMath.AddScalar(addend, scalar);
            LaneMath.Add128(addend, narrow);
            LaneMath.Add256(addend, wide);
            Assert.Equal(scalar, narrow);
            Assert.Equal(scalar, wide);
        }
    }

    [Fact]
    public void What_was_added_can_be_taken_off()
    {
        Random random = new(5);
        short[] addend = [.. Enumerable.Range(0, 80).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
        short[] start = [.. Enumerable.Range(0, 80).Select(_ => (short)random.Next(short.MinValue, short.MaxValue + 1))];
        short[] sums = [.. start];
        LaneMath.Add(addend, sums);
        LaneMath.Subtract(addend, sums);
        Assert.Equal(start, sums);
        Assert.Throws<ArgumentException>(() => LaneMath.Subtract(addend, new short[64]));
    }
}
