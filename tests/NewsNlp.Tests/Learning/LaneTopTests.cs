using CsCheck;
using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class LaneTopTests
{
    // Few different values, so that ties are common.
    [Fact]
    public void Finds_the_first_best_and_its_lead() => Gen.Short[-20, 20].Array[80].Sample(scores =>
    {
        short[] sorted = [.. scores.OrderDescending()];
        short[] before = [.. scores];
        (int best, int lead) = LaneTop.Of(scores);
        return best == Array.IndexOf(before, sorted[0]) && lead == sorted[0] - sorted[1] && scores.AsSpan().SequenceEqual(before);
    });
}
