using System.Runtime.CompilerServices;

namespace NewsNlp.Statements.Learned;

/// <summary>Numbers made coarse.</summary>
internal static class Buckets
{
    // Looked up: nobody can foresee how long a span is.
    private static ReadOnlySpan<byte> Steps =>
        [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10];

    /// <summary>Exact up to 4, then in steps that double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int count) => Steps[Math.Clamp(count, 0, Steps.Length - 1)];

    /// <summary>Log-odds in steps of two thirds; there are 31 of them.</summary>
    public static uint OfOdds(float odds) => (uint)(Math.Clamp(odds, -6, 14) * 1.5f + 9.5f);

    /// <summary>Signed distance of a token from a range: 0 within, odd numbers before, even ones behind.</summary>
    public static uint Side(int token, CueSpan cue) =>
        token >= cue.End ? 2 * Of(token - cue.End + 1) : token < cue.First ? 2 * Of(cue.First - token) + 1 : 0;
}
