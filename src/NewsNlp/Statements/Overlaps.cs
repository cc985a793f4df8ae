using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>
/// Settles who has a quote that two cues claim. A cue that interrupts its content often runs on into the next quote, which a cue of its
/// own follows: there the later cue keeps it. Where two cues of different sentences claim the same words, that of their own sentence keeps them and the
/// other's statement goes. A statement within a statement has its cue inside the quote and is left alone.
/// </summary>
internal static class Overlaps
{
    private const int Window = 8;

    /// <param name="parts">Sorted by start.</param>
    public static void Settle(StatementTokens tokens, List<StatementParts> parts)
    {
        DropFarther(tokens, parts);
        for (int i = 0; i < parts.Count; i++)
            for (int j = i + 1; j < parts.Count && j <= i + Window && parts[j].Start < parts[i].End; j++)
                if (Claims(tokens, parts[j], parts[i])) Cut(tokens.Draft.Text, parts[i], parts[j].Start);
    }

    // "…?" Holm asks. The film ends so: what a cue of its own sentence claims does not belong to one of the next as well.
    private static void DropFarther(StatementTokens tokens, List<StatementParts> parts)
    {
        HashSet<StatementParts>? farther = null;
        for (int i = 0; i < parts.Count; i++)
        {
            for (int j = i + 1; j < parts.Count && j <= i + Window && parts[j].Content[0] == parts[i].Content[0]; j++)
            {
                if (!IsFarther(tokens, parts[i], parts[j]) && !IsFarther(tokens, parts[j], parts[i])) continue;
                farther ??= [];
                farther.Add(parts[i].Cue.First > parts[j].Cue.First ? parts[i] : parts[j]);
            }
        }
        if (farther is not null) parts.RemoveAll(farther.Contains);
    }

    private static bool IsFarther(StatementTokens tokens, StatementParts part, StatementParts other) =>
        part.HasCue && other.HasCue && part.Content.Count == 1 && tokens.Draft.TokenBuffer[part.Cue.First].Start >= part.End
        && tokens[part.Cue.First].Sentence > tokens[other.Cue.First].Sentence;

    private static bool Claims(StatementTokens tokens, StatementParts later, StatementParts earlier)
    {
        if (!later.HasCue || !earlier.HasCue || earlier.Content.Count < 2 || !earlier.Content[^1].Contains(later.Start)) return false;
        return tokens[later.Cue.First].Quote < 0 && (tokens.Draft.Text[later.Start] is '"' or '“' or '”' or '‘' or '\'' or '«' or '„' or '»');
    }

    private static void Cut(string text, StatementParts parts, int at)
    {
        TextSpan last = parts.Content[^1];
        parts.Content.RemoveAt(parts.Content.Count - 1);
        int end = at;
        while (end > last.Start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > last.Start) parts.Content.Add(new TextSpan(last.Start, end));
    }
}
