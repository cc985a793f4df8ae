namespace NewsNlp.Pages;

/// <summary>Joins the lines of a text into paragraphs.</summary>
internal static class Paragraphs
{
    private const int MinWrapped = 40;
    private const int MaxWrapped = 100;

    /// <summary>
    /// The paragraphs as trimmed spans. Usually a line is a paragraph; where the text is wrapped at a column, lines are joined up to
    /// the next blank line.
    /// </summary>
    public static List<TextLine> Join(string text, List<TextLine> lines)
    {
        if (!IsWrapped(text, lines)) return [.. lines.Where(line => !line.IsBlank)];
        List<TextLine> joined = [];
        int start = -1, end = 0;
        foreach (TextLine line in lines)
        {
            if (line.IsBlank && start >= 0)
            {
                joined.Add(TextLine.Trimmed(text, start, end));
                start = -1;
            }
            if (line.IsBlank) continue;
            if (start < 0) start = line.Span.Start;
            end = line.Span.End;
        }
        if (start >= 0) joined.Add(TextLine.Trimmed(text, start, end));
        return joined;
    }

    // Wrapped text breaks lines wherever the column is full, so most lines go on in lower case on the next one.
    private static bool IsWrapped(string text, List<TextLine> lines)
    {
        int pairs = 0, continued = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            TextLine line = lines[i], next = lines[i + 1];
            if (line.Span.Length > MaxWrapped) return false;
            if (next.IsBlank || line.Span.Length < MinWrapped) continue;
            pairs++;
            if (char.IsLower(text[next.Span.Start]) && !LineKinds.EndsSentence(text, line.Span)) continued++;
        }
        return pairs >= 2 && continued * 2 >= pairs;
    }
}
