using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>Finds the best of a row of scores. Of equal scores the lower lane wins, at every register width and without registers.</summary>
internal static class LaneTop
{
    /// <summary>The best lane and how far it leads the second best.</summary>
    /// <param name="scores">A multiple of <see cref="LaneMath.Block"/>.</param>
    public static (int Best, int Lead) Of(ReadOnlySpan<short> scores)
    {
        ReadOnlySpan<Vector128<short>> blocks = MemoryMarshal.Cast<short, Vector128<short>>(scores);
        Vector128<short> tops = blocks[0], seconds = Vector128.Create(short.MinValue);
        foreach (Vector128<short> block in blocks[1..]) Merge(ref tops, ref seconds, block, seconds);
        // The two best of eight lanes, of four, of two.
        Merge(ref tops, ref seconds, Vector128.Shuffle(tops.AsInt32(), Vector128.Create(2, 3, 0, 1)).AsInt16(), Vector128.Shuffle(seconds.AsInt32(), Vector128.Create(2, 3, 0, 1)).AsInt16());
        Merge(ref tops, ref seconds, Vector128.Shuffle(tops.AsInt32(), Vector128.Create(1, 0, 3, 2)).AsInt16(), Vector128.Shuffle(seconds.AsInt32(), Vector128.Create(1, 0, 3, 2)).AsInt16());
        short top = Math.Max(tops[0], tops[1]), second = Math.Max(Math.Min(tops[0], tops[1]), Math.Max(seconds[0], seconds[1]));
        return (IndexOf(scores, top), top - second);
    }

    // Lane by lane the best two of two pairs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge(ref Vector128<short> tops, ref Vector128<short> seconds, Vector128<short> otherTops, Vector128<short> otherSeconds)
    {
        seconds = Vector128.Max(Vector128.Max(seconds, otherSeconds), Vector128.Min(tops, otherTops));
        tops = Vector128.Max(tops, otherTops);
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
