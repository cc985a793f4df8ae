using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public class LinearHashTests
{
    [Theory]
    [InlineData(256, 16, 1, 1)]
    [InlineData(64, 64, 1, 1)]
    [InlineData(1, 64, 64, 1)]
    [InlineData(64, 1, 64, 1)]
    [InlineData(3, 50, 50, 1)]
    [InlineData(8, 64, 8, 1)]
    [InlineData(4, 50, 4, 50)]
    [InlineData(6, 6, 6, 6)]
    public void Small_values_spread_over_the_upper_bits_as_if_drawn_by_lot(uint first, uint second, uint third, uint fourth)
    {
        foreach (int bits in new[] { 13, 16, 19 })
        {
            HashSet<uint> places = [];
            int features = 0;
            for (uint a = 0; a < first; a++)
                for (uint b = 0; b < second; b++)
                    for (uint c = 0; c < third; c++)
                        for (uint d = 0; d < fourth; d++, features++) places.Add(LinearHash.Of(101, a, b, c, d) >> (32 - bits));
            Assert.True(places.Count > 0.98 * PlacesByLot(bits, features), $"{places.Count} places of {bits} bits for {features} features");
        }
    }

    [Fact]
    public void Templates_and_the_order_of_values_tell_features_apart()
    {
        HashSet<uint> features =
        [
            LinearHash.Of(1, 2), LinearHash.Of(2, 1), LinearHash.Of(1, 2, 3), LinearHash.Of(1, 3, 2), LinearHash.Of(2, 2, 3),
            LinearHash.Of(1, 2, 3, 4), LinearHash.Of(1, 2, 4, 3), LinearHash.Of(1, 2, 3, 4, 5), LinearHash.Of(1, 2, 3, 5, 4), LinearHash.Of(1, 5, 3, 4, 2),
        ];
        Assert.Equal(10, features.Count);
    }

    [Fact]
    public void Words_of_one_template_seldom_share_a_place()
    {
        const int Words = 20_000, Bits = 19;
        HashSet<uint> places = [];
        for (int i = 0; i < Words; i++)
        {
            uint word = (uint)(FeatureHash.OfWord($"word{i}") >> 32);
            places.Add(LinearHash.Of(110, 1, word, 7) >> (32 - Bits));
        }
        Assert.True(places.Count > 0.99 * PlacesByLot(Bits, Words), $"{places.Count} places");
    }

    // How many different places so many draws are to give.
    private static double PlacesByLot(int bits, int draws)
    {
        double room = 1u << bits;
        return room * (1 - Math.Pow(1 - 1 / room, draws));
    }
}
