using CsCheck;
using Xunit;

namespace NewsNlp.Tests.Pipeline;

public sealed class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], (a, b) => new TextSpan(Math.Min(a, b), Math.Max(a, b)));

    [Fact]
    public void Slices_the_text() => Assert.Equal("Ortiz", new TextSpan(4, 9).In("Ms. Ortiz said"));

    [Fact]
    public void Refuses_reversed_and_negative_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(-1, 2));
    }

    [Fact]
    public void Contains_and_overlaps_agree_with_counting() => Gen.Select(Spans, Spans).Sample((a, b) =>
    {
        int shared = Enumerable.Range(0, 51).Count(i => a.Contains(i) && b.Contains(i));
        Assert.Equal(shared > 0, a.Overlaps(b) && !a.IsEmpty && !b.IsEmpty);
        if (!b.IsEmpty) Assert.Equal(shared == b.Length, a.Contains(b));
    });

    [Fact]
    public void Order_is_by_start_then_end()
    {
        TextSpan[] sorted = [new(0, 1), new(0, 2), new(1, 1)];
        Assert.Equal(sorted, sorted.Reverse().Order());
        Assert.True(sorted[0] < sorted[1] && sorted[2] > sorted[1] && sorted[0] <= sorted[0] && sorted[0] >= sorted[0]);
    }
}
