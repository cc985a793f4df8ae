using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class RectifiedLayerTests
{
    private static readonly uint[] Features = [0, 7u << (32 - RectifiedLayer.Bits), uint.MaxValue, uint.MaxValue];

    [Fact]
    public void Units_below_zero_say_nothing_and_all_others_say_their_sum_by_their_output()
    {
        byte[] rows = Rows();
        short[] outputs = [.. Enumerable.Range(0, RectifiedLayer.Units).Select(unit => (short)(unit * 40 - 500))];
        int expected = 0;
        for (int unit = 0; unit < RectifiedLayer.Units; unit++)
        {
            int sum = Features.Sum(feature => (sbyte)rows[(feature >> (32 - RectifiedLayer.Bits)) * RectifiedLayer.Units + unit]);
            expected += Math.Max(0, sum) * outputs[unit];
        }
        Assert.NotEqual(0, expected);
        Assert.Equal(expected / (float)(RectifiedLayer.RowScale * RectifiedLayer.OutputScale), Layer(rows, outputs).Score(Features));
    }

    [Fact]
    public void Without_features_it_says_nothing() => Assert.Equal(0, Layer(Rows(), [.. Enumerable.Repeat((short)9, RectifiedLayer.Units)]).Score([]));

    [Fact]
    public void Outputs_that_could_overflow_are_refused()
    {
        short[] outputs = new short[RectifiedLayer.Units];
        outputs[5] = RectifiedLayer.MaxOutput + 1;
        Assert.Throws<InvalidModelException>(() => Layer(Rows(), outputs));
    }

    private static RectifiedLayer Layer(byte[] rows, short[] outputs)
    {
        ModelFile file = new("test");
        PackedBytes.Pack(file, "layer.rows", rows);
        file.Set<short>("layer.outputs", outputs);
        return RectifiedLayer.Read(file, "layer");
    }

    private static byte[] Rows()
    {
        byte[] rows = new byte[RectifiedLayer.Units << RectifiedLayer.Bits];
        for (int i = 0; i < rows.Length; i++) rows[i] = (byte)(i * 37 + i / 251);
        return rows;
    }
}
