using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>Finds the best of a row of scores. Of equal scores the lower lane wins, at every register width and without registers.</summary>
internal static class LaneTop
{
    /// <summary>The best lane and how far it leads the second best.</summary>
    /// <param name="scores">A multiple of <see cref="LaneMath.Block"/>; the best is overwritten for a moment and put back.</param>
    public static (int Best, int Lead) Of(Span<short> scores)
    {
        short top = Max(scores);
        int best = IndexOf(scores, top);
        scores[best] = short.MinValue;
        int lead = top - Max(scores);
        scores[best] = top;
        return (best, lead);
    }

    private static short Max(ReadOnlySpan<short> scores)
    {
        ReadOnlySpan<Vector128<short>> blocks = MemoryMarshal.Cast<short, Vector128<short>>(scores);
        Vector128<short> tops = blocks[0];
        foreach (Vector128<short> block in blocks[1..]) tops = Vector128.Max(tops, block);
        short top = tops[0];
        for (int i = 1; i < Vector128<short>.Count; i++) top = Math.Max(top, tops[i]);
        return top;
    }

    private static int IndexOf(ReadOnlySpan<short> scores, short top)
    {
        ReadOnlySpan<Vector128<short>> blocks = MemoryMarshal.Cast<short, Vector128<short>>(scores);
        for (int i = 0; ; i++)
        {
            uint equal = Vector128.Equals(blocks[i], Vector128.Create(top)).ExtractMostSignificantBits();
            if (equal != 0) return i * Vector128<short>.Count + BitOperations.TrailingZeroCount(equal);
        }
    }
}
