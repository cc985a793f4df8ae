namespace NewsNlp.Pages;

/// <summary>Marks that publishing systems leave in a text: <c>[[nid:718683]]</c>.</summary>
internal static class EditorMarks
{
    private const int MaxLength = 60;

    /// <summary>What is left of a line without its marks, in text order.</summary>
    public static IEnumerable<TextSpan> Cut(string text, TextSpan line)
    {
        int start = line.Start, search = line.Start;
        while (search < line.End)
        {
            int open = text.IndexOf("[[", search, line.End - search, StringComparison.Ordinal);
            if (open < 0) break;
            int reach = Math.Min(line.End, open + MaxLength);
            int close = text.IndexOf("]]", open, reach - open, StringComparison.Ordinal);
            if (close < 0)
            {
                search = open + 2;
                continue;
            }
            TextSpan before = TextLine.Trimmed(text, start, open).Span;
            if (!before.IsEmpty) yield return before;
            start = search = close + 2;
        }
        TextSpan rest = TextLine.Trimmed(text, start, line.End).Span;
        if (!rest.IsEmpty) yield return rest;
    }
}
