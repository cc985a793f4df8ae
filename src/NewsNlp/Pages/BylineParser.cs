namespace NewsNlp.Pages;

/// <summary>Reads a line such as <c>By Ann Okoro and Li Wei, Staff Writer</c>.</summary>
internal static class BylineParser
{
    private const int MaxWords = 14;

    /// <summary>The byline; null where the line is none.</summary>
    public static Byline? Parse(string text, TextLine line)
    {
        if (line.Words is < 2 or > MaxWords || LineKinds.EndsSentence(text, line.Span)) return null;
        ReadOnlySpan<char> words = text.AsSpan(line.Span.Start, line.Span.Length);
        if (!words.StartsWith("By ", StringComparison.OrdinalIgnoreCase)) return null;
        List<TextSpan> authors = Authors(text, new TextSpan(line.Span.Start + 3, line.Span.End));
        return authors.Count == 0 ? null : new Byline(line.Span, authors);
    }

    // Names stand first, joined by commas, "and" or "&"; the first part that is no name (a role, a place) ends them.
    private static List<TextSpan> Authors(string text, TextSpan rest)
    {
        List<TextSpan> authors = [];
        int start = rest.Start;
        while (start < rest.End)
        {
            int end = start, next = rest.End;
            for (; end < rest.End; end++)
            {
                int separator = Separator(text, end, rest.End);
                if (separator == 0) continue;
                next = end + separator;
                break;
            }
            TextLine part = TextLine.Trimmed(text, start, end);
            if (!IsName(text, part)) break;
            authors.Add(part.Span);
            start = next;
        }
        return authors;
    }

    private static int Separator(string text, int at, int end)
    {
        if (text[at] is ',' or '&' or '|') return 1;
        return at + 5 <= end && text.AsSpan(at, 5).Equals(" and ", StringComparison.OrdinalIgnoreCase) ? 5 : 0;
    }

    private static bool IsName(string text, TextLine part)
    {
        if (part.Words is < 2 or > 5) return false;
        ReadOnlySpan<char> name = text.AsSpan(part.Span.Start, part.Span.Length);
        if (name.ContainsAnyInRange('0', '9')) return false;
        ReadOnlySpan<char> last = name[(name.LastIndexOf(' ') + 1)..];
        return char.IsUpper(name[0]) && char.IsUpper(last[0]) && last is not ("Writer" or "Staff" or "Correspondent" or "Editor" or "Reporter");
    }
}
