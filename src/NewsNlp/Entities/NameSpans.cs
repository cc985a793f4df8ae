using NewsNlp.Drafts;

namespace NewsNlp.Entities;

/// <summary>Labels to names.</summary>
internal static class NameSpans
{
    // A margin counts log-odds against one rival, not all, and so claims too much. The share is a choice, not calibrated on held-out news.
    private const float Caution = 0.6f;

    /// <summary>Adds the names to <paramref name="names"/>.</summary>
    /// <param name="labels">The labels of a stretch of tokens.</param>
    /// <param name="margins">How sure each is, in steps of which <paramref name="scale"/> are one unit of log-odds.</param>
    /// <param name="firstToken">The token of the first label.</param>
    public static void Collect(ReadOnlySpan<byte> labels, ReadOnlySpan<short> margins, float scale, int firstToken, List<NameData> names)
    {
        for (int i = 0; i < labels.Length;)
        {
            if (labels[i] == NameLabels.Outside)
            {
                i++;
                continue;
            }
            EntityType type = NameLabels.TypeOf(labels[i]);
            int end = i + 1;
            while (end < labels.Length && labels[end] == NameLabels.Inside(type)) end++;
            names.Add(new NameData(firstToken + i, firstToken + end, type, Confidence(margins[i..Math.Min(margins.Length, end + 1)], scale)));
            i = end;
        }
    }

    // A name is as sure as its least sure token; the one behind it tells whether it ends there.
    private static float Confidence(ReadOnlySpan<short> margins, float scale)
    {
        short least = short.MaxValue;
        foreach (short margin in margins) least = Math.Min(least, margin);
        return 1 / (1 + MathF.Exp(-Caution * least / scale));
    }
}
