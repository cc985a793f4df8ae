using NewsNlp.Syntax;
using Xunit;

namespace NewsNlp.Tests.Syntax;

public sealed class ParserLanesTests
{
    [Fact]
    public void Hidden_layers_are_alike_at_every_width()
    {
        Random random = new(3);
        short[] table = [.. Enumerable.Range(0, 5000).Select(_ => (short)random.Next(-2000, 2000))];
        int[] places = [0, 4000, 4808, 17, 4936, 900, 64];
        byte[] hidden = new byte[192], narrow = new byte[192], wide = new byte[192];
        ParserLanes.SumRows(table, places, wide: 3, hidden);
        ParserLanes.SumRows256(table, places, 3, narrow);
        ParserLanes.SumRows512(table, places, 3, wide);
        byte[] expected = [.. Enumerable.Range(0, 192).Select(i => Hidden(places.Take(i < 64 ? places.Length : 3).Sum(place => table[place + i])))];
        Assert.Equal(expected, hidden);
        Assert.Equal(expected, narrow);
        Assert.Equal(expected, wide);
    }

    [Fact]
    public void A_row_that_ends_behind_the_table_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ParserLanes.SumRows(new short[1000], [809], wide: 1, new byte[192]));
        Assert.Throws<ArgumentException>(() => ParserLanes.SumRows(new short[1000], [0, 937], wide: 1, new byte[192]));
        Assert.Throws<ArgumentException>(() => ParserLanes.SumRows(new short[1000], [-1], wide: 1, new byte[192]));
    }

    // From nine binary places to five.
    private static byte Hidden(int sum) => (byte)Math.Clamp((sum + 8) >> 4, 0, 255);
}
