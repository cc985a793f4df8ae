using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class FeatureTableTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    public void Rows_of_known_features_are_added_one_by_one_and_together(int lanes)
    {
        Random random = new(11);
        uint[] features = [.. Enumerable.Range(0, 500).Select(_ => (uint)random.NextInt64(uint.MaxValue)).Distinct().Order()];
        sbyte[] rows = [.. Enumerable.Range(0, features.Length * lanes).Select(_ => (sbyte)random.Next(-127, 128))];
        FeatureTable table = new(features, rows, lanes);
        uint[] asked = [features[0], 0, features[^1], features[7] + 1, features[7], features[8], features[7], uint.MaxValue];
        short[] expected = new short[lanes], single = new short[lanes], together = new short[lanes];
        foreach (uint feature in asked)
        {
            int row = Array.IndexOf(features, feature);
            for (int lane = 0; row >= 0 && lane < lanes; lane++) expected[lane] += rows[row * lanes + lane];
            table.AddTo(single, feature);
        }
        BatchSink sink = new(table, new uint[asked.Length]);
        foreach (uint feature in asked) sink.Add(feature);
        sink.AddTo(together);
        Assert.Equal(expected, single);
        Assert.Equal(expected, together);
    }
}
