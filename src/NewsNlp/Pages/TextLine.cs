namespace NewsNlp.Pages;

/// <summary>A line without the white space around it.</summary>
/// <param name="Span">Empty for a blank line.</param>
/// <param name="Words">Runs of characters between white space; counting stops at a hundred.</param>
internal readonly record struct TextLine(TextSpan Span, int Words)
{
    public const int ManyWords = 100;

    public bool IsBlank => Span.IsEmpty;

    /// <summary>The lines of a text; <c>\n</c>, <c>\r</c> and <c>\r\n</c> end one.</summary>
    public static List<TextLine> Split(string text)
    {
        List<TextLine> lines = [];
        int start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            lines.Add(Trimmed(text, start, end));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    /// <summary>What stands between <paramref name="start"/> and <paramref name="end"/> without white space at its ends.</summary>
    public static TextLine Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextLine(new TextSpan(start, end), CountWords(text.AsSpan(start, end - start)));
    }

    private static int CountWords(ReadOnlySpan<char> line)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in line)
        {
            bool letter = !char.IsWhiteSpace(c);
            if (letter && !inside && ++words == ManyWords) break;
            inside = letter;
        }
        return words;
    }
}
