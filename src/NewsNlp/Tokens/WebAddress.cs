namespace NewsNlp.Tokens;

/// <summary>Web and mail addresses.</summary>
internal static class WebAddress
{
    // No local part of a mail address is longer (RFC 5321).
    private const int LongestLocalPart = 64;

    public static bool IsScheme(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 6 && (Is(word, "http") || Is(word, "https") || Is(word, "ftp") || Is(word, "mailto") || Is(word, "doi"));

    /// <summary>End of what follows the colon of a scheme; 0 where no address follows.</summary>
    public static int EndOfUrl(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !(text[at] == '/' || CharKinds.IsWordPart(text[at]))) return 0;
        return EndOfPath(text, at);
    }

    /// <summary>End of the address from inside it on: up to white space, an angle bracket or a quotation mark, closing punctuation left out.</summary>
    public static int EndOfPath(ReadOnlySpan<char> text, int at)
    {
        int start = at, open = 0, close = 0;
        while (at < text.Length && IsAddressChar(text[at]))
        {
            if (text[at] == '(') open++;
            else if (text[at] == ')') close++;
            at++;
        }
        while (at > start && IsClosing(text[at - 1], open, close))
        {
            if (text[at - 1] == ')') close--;
            at--;
        }
        return at;
    }

    /// <summary>End of the mail address that begins at <paramref name="start"/> and has its @ at <paramref name="atSign"/>; 0 where there is none.</summary>
    public static int EndOfMail(ReadOnlySpan<char> text, int start, int atSign)
    {
        if (atSign - start > LongestLocalPart || atSign == start) return 0;
        foreach (char c in text[start..atSign]) if (!IsLocalChar(c)) return 0;
        int end = atSign + 1;
        while (end < text.Length && (CharKinds.IsWordPart(text[end]) || text[end] is '.' or '-' or '_')) end++;
        while (end > atSign && text[end - 1] is '.' or '-' or '_') end--;
        return end > atSign + 1 ? end : 0;
    }

    private static bool IsAddressChar(char c) =>
        CharKinds.Of(c) != CharKind.Space && c is not ('<' or '>' or '"' or '“' or '”' or '«' or '»' or '{' or '}' or '|' or '\\' or '^' or '`' or '’' or '‘' or '—');

    private static bool IsClosing(char c, int open, int close) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '\'' or ']' or '*' || (c == ')' && close > open);

    private static bool IsLocalChar(char c) => CharKinds.IsWordPart(c) || c is '.' or '_' or '-' or '+' or '%';

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
