namespace NewsNlp.Tokens;

/// <summary>Where figures end: 1,250.75, 10:30, 4/7/2024, 713-555-0134.</summary>
internal static class NumberShape
{
    public static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        int end = EndOfDigits(text, at);
        if (EndOfDashed(text, at, end) is int dashed && dashed > end) return dashed;
        while (end + 1 < text.Length && IsInner(text, end)) end = EndOfDigits(text, end + 1);
        return end;
    }

    /// <summary>At the 's of 1990's.</summary>
    public static bool IsDecade(ReadOnlySpan<char> text, int start, int end) =>
        end - start is 2 or 4 && text[end - 1] == '0' && end + 1 < text.Length && CharKinds.Of(text[end]) == CharKind.Apostrophe
        && text[end + 1] == 's' && (end + 2 == text.Length || !CharKinds.IsWordPart(text[end + 2]));

    /// <summary>The figures of '05 and '60s.</summary>
    public static bool IsShortYear(ReadOnlySpan<char> text, int at, out int end)
    {
        end = EndOfDigits(text, at, at + 3);
        if (end != at + 2) return false;
        if (end < text.Length && text[end] == 's') end++;
        return end == text.Length || !CharKinds.IsWordPart(text[end]);
    }

    /// <summary>a.m. or p.m. right behind a figure.</summary>
    public static bool IsHalfOfDay(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && (text[at] | 0x20) is 'a' or 'p' && text[at + 1] == '.' && (text[at + 2] | 0x20) == 'm';

    private static bool IsInner(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '.' or ':' or '/' or '٫' or '٬' => IsDigit(text[at + 1]),
        ',' => EndOfDigits(text, at + 1, at + 5) == at + 4,
        _ => false,
    };

    // 713-555-0134 and 2024-06-04 have two hyphens, 555-0134, 5-0134 and 94720-1900 a tail of four figures behind one, three or five; else it is a range.
    private static int EndOfDashed(ReadOnlySpan<char> text, int start, int end)
    {
        int groups = 1, last = end, tail = end - start;
        while (last + 1 < text.Length && text[last] == '-' && IsDigit(text[last + 1]))
        {
            int next = EndOfDigits(text, last + 1);
            tail = next - last - 1;
            last = next;
            groups++;
        }
        bool whole = groups > 2 || (groups == 2 && tail == 4 && end - start is 1 or 3 or 5);
        return whole ? last : end;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at) => EndOfDigits(text, at, text.Length);

    private static int EndOfDigits(ReadOnlySpan<char> text, int at, int limit)
    {
        limit = Math.Min(limit, text.Length);
        while (at < limit && IsDigit(text[at])) at++;
        return at;
    }

    private static bool IsDigit(char c) => CharKinds.Of(c) == CharKind.Digit;
}
