namespace NewsNlp.Statements.Learned;

/// <summary>How many cues of an article begin before each of its tokens: so that it is quickly told whether a span holds some.</summary>
internal sealed class CueCounts
{
    private const int Many = 2;

    // Possible ones and, of them, likely ones; one place more than there are tokens.
    private (int Possible, int Likely)[] _before = [];

    /// <param name="cues">In text order.</param>
    /// <param name="tokenCount">Number of tokens of the article.</param>
    /// <param name="least">Margin of a cue that counts at all.</param>
    /// <param name="likely">Margin of a likely one.</param>
    public void Read(List<FoundCue> cues, int tokenCount, float least, float likely)
    {
        if (_before.Length <= tokenCount) _before = new (int, int)[tokenCount * 2 + 1];
        (int Possible, int Likely) count = default;
        int token = 0;
        foreach (FoundCue cue in cues)
        {
            if (cue.Margin < least) continue;
            while (token <= cue.Span.First) _before[token++] = count;
            count = (count.Possible + 1, count.Likely + (cue.Margin >= likely ? 1 : 0));
        }
        while (token <= tokenCount) _before[token++] = count;
    }

    /// <summary>Of the cues among tokens <c>[first, end)</c>: none, one or several that are possible, and three times that for likely ones.</summary>
    public uint In(int first, int end)
    {
        if (end <= first) return 0;
        (int Possible, int Likely) before = _before[first], behind = _before[end];
        return (uint)(Math.Min(Many, behind.Possible - before.Possible) + 3 * Math.Min(Many, behind.Likely - before.Likely));
    }
}
