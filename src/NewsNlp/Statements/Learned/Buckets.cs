namespace NewsNlp.Statements.Learned;

/// <summary>Numbers made coarse.</summary>
internal static class Buckets
{
    /// <summary>Exact up to 4, then in steps that double.</summary>
    public static ulong Of(int count)
    {
        if (count <= 4) return (ulong)Math.Max(0, count);
        return count <= 6 ? 5u : count <= 9 ? 6u : count <= 14 ? 7u : count <= 22 ? 8u : count <= 40 ? 9u : 10u;
    }

    /// <summary>Log-odds in steps of two thirds; there are 31 of them.</summary>
    public static ulong OfOdds(float odds) => (ulong)(Math.Clamp(odds, -6, 14) * 1.5f + 9.5f);

    /// <summary>Signed distance of a token from a range: 0 within, odd numbers before, even ones behind.</summary>
    public static ulong Side(int token, CueSpan cue) =>
        token >= cue.End ? 2 * Of(token - cue.End + 1) : token < cue.First ? 2 * Of(cue.First - token) + 1 : 0;
}
