namespace NewsNlp.Tokens;

/// <summary>Where runs of letters and of symbols end.</summary>
internal static class WordShape
{
    /// <summary>End of the letters, figures and marks from <paramref name="at"/> on; invisible joiners belong to them where a letter follows.</summary>
    public static int EndOfLetters(ReadOnlySpan<char> text, int at) => EndOfLetters(text, at, text.Length);

    /// <summary>As <see cref="EndOfLetters(ReadOnlySpan{char}, int)"/>, but looks no further than <paramref name="limit"/>.</summary>
    public static int EndOfLetters(ReadOnlySpan<char> text, int at, int limit)
    {
        limit = Math.Min(limit, text.Length);
        while (at < limit)
        {
            if (CharKinds.IsWordPart(text[at])) at++;
            else if (EndOfInvisible(text, at, limit) is int next && next > at) at = next;
            else break;
        }
        return Math.Min(at, text.Length);
    }

    public static bool IsCapitals(ReadOnlySpan<char> word, int most) => IsCapitals(word, 1, most);

    public static bool IsCapitals(ReadOnlySpan<char> word, int least, int most)
    {
        if (word.Length < least || word.Length > most) return false;
        foreach (char c in word) if (!char.IsUpper(c)) return false;
        return true;
    }

    /// <summary>End of a #topic or @name.</summary>
    public static int EndOfTag(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (CharKinds.IsWordPart(text[at]) || text[at] == '_')) at++;
        return at;
    }

    /// <summary>End of the symbols that make one token: a rule of any of its signs, dashes, doubled quotation marks; else one sign.</summary>
    public static int EndOfSymbols(ReadOnlySpan<char> text, int at)
    {
        char first = text[at++];
        if (first == '-' || CharKinds.Of(first) == CharKind.Rule)
            while (at < text.Length && (text[at] == '-' || CharKinds.Of(text[at]) == CharKind.Rule)) at++;
        else if (first is '–' or '—' or '―' or '`' || CharKinds.Of(first) == CharKind.Currency)
            while (at < text.Length && text[at] == first) at++;
        return at;
    }

    // Joiners, and letters beyond the basic plane: both are rare.
    private static int EndOfInvisible(ReadOnlySpan<char> text, int at, int limit)
    {
        int end = at;
        while (end < limit && CharKinds.Of(text[end]) == CharKind.Joiner) end++;
        if (end > at) return end < limit && CharKinds.IsWordPart(text[end]) ? end : at;
        return end + 1 < limit && char.IsSurrogatePair(text[end], text[end + 1]) && IsLetter(text[end], text[end + 1]) ? end + 2 : at;
    }

    public static bool IsLetter(char high, char low) => System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(high, low));
}
