namespace NewsNlp.Tokens;

/// <summary>What a dot behind a word is: part of an abbreviation, of initials, of a web address, or a full stop.</summary>
internal static class DottedWord
{
    private const int LongestDomain = 100;

    /// <summary>End of the word <c>text[start..dot]</c> with what belongs to it; <paramref name="goesOn"/> where more letters may follow.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon, out bool goesOn)
    {
        goesOn = false;
        char next = dot + 1 < text.Length ? text[dot + 1] : '\0';
        if (!CharKinds.IsWordPart(next)) return BelongsToWord(text, start, dot, lexicon) ? dot + 1 : dot;
        if (EndOfAcronym(text, start, dot) is int acronym and > 0) return acronym;
        if (EndOfEntry(text, start, dot, lexicon) is int entry and > 0) return entry;
        if (EndOfDomain(text, start, dot, lexicon) is int domain and > 0) return domain;
        if (IsPasted(text, start, dot, lexicon)) return dot + 1;
        goesOn = IsVersion(text, start, dot);
        return goesOn ? dot + 1 : dot;
    }

    // The dot has white space, punctuation or nothing behind it.
    private static bool BelongsToWord(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon)
    {
        ReadOnlySpan<char> word = text[start..dot];
        if (dot + 1 < text.Length && CharKinds.Of(text[dot + 1]) == CharKind.Stop) return false;
        if (word.Length == 1 && char.IsUpper(word[0]) && IsInitial(text, start, dot, lexicon)) return true;
        return lexicon.Abbreviations.KindOf(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Number => IsDigitNext(text, dot + 1),
            _ => true,
        };
    }

    // Before a comma or a capital, or between a name and a small letter (Ada G. and Bea H. Lund); behind a small letter (plan B. The) not where a word follows that begins sentences.
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon)
    {
        if (dot + 1 < text.Length && text[dot + 1] == ',') return true;
        int next = SkipSpaces(text, dot + 1);
        if (next >= text.Length || next == dot + 1) return false;
        bool afterName = char.IsUpper(StartOfWordBefore(text, start));
        if (!char.IsUpper(text[next])) return afterName && char.IsLower(text[next]) && text[start] != 'I';
        if (afterName) return true;
        int end = WordShape.EndOfLetters(text, next, next + 12);
        bool starter = lexicon.Starters.Contains(text[next..end]) && !(end < text.Length && text[end] == '.');
        return text[start] != 'I' && !starter;
    }

    // U.S., a.m., N.A.T.O.: single letters, each with its dot; the last dot belongs to it too. S.Korea: the first letter with its dot.
    private static int EndOfAcronym(ReadOnlySpan<char> text, int start, int dot)
    {
        if (dot != start + 1) return 0;
        int at = dot;
        while (at + 1 < text.Length && text[at] == '.' && CharKinds.Of(text[at + 1]) == CharKind.Letter
            && (at + 2 == text.Length || !CharKinds.IsWordPart(text[at + 2]))) at += 2;
        if (at > dot) return at < text.Length && text[at] == '.' ? at + 1 : at;
        bool initial = char.IsUpper(text[start]) && char.IsUpper(text[dot + 1]) && dot + 2 < text.Length && char.IsLower(text[dot + 2]);
        return initial ? dot + 1 : 0;
    }

    // Entries of the lexicon with a dot inside: Ph.D.
    private static int EndOfEntry(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon)
    {
        int end = dot, limit = Math.Min(text.Length, start + lexicon.Abbreviations.LongestEntry + 1);
        while (end < limit && (CharKinds.IsWordPart(text[end]) || text[end] == '.')) end++;
        if (text[end - 1] == '.') end--;
        if (end <= dot || lexicon.Abbreviations.KindOf(text[start..end]) == AbbreviationKind.None) return 0;
        return end < text.Length && text[end] == '.' ? end + 1 : end;
    }

    private static int EndOfDomain(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon)
    {
        int end = dot, last = dot, dots = 0, limit = Math.Min(text.Length, start + LongestDomain);
        while (end < limit && (CharKinds.IsWordPart(text[end]) || (text[end] is '.' or '-' or '_' && end + 1 < limit && CharKinds.IsWordPart(text[end + 1]))))
        {
            if (text[end] == '.')
            {
                last = end;
                dots++;
            }
            end++;
        }
        // Beyond it where the word before the dot alone is longer.
        if (end >= limit && limit < text.Length) return 0;
        bool path = end + 1 < text.Length && text[end] == '/' && CharKinds.Of(text[end + 1]) is not CharKind.Space;
        if (!IsDomain(text[start..end], text[(last + 1)..end], dots, path, lexicon)) return 0;
        return path ? WebAddress.EndOfPath(text, end) : end;
    }

    private static bool IsDomain(ReadOnlySpan<char> address, ReadOnlySpan<char> label, int dots, bool path, TokenLexicon lexicon)
    {
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        if (dots > 1 && IsLower(address)) return true;
        if (!lexicon.Domains.Contains(label)) return false;
        bool capitalised = char.IsUpper(label[0]) && label.Length > 1 && char.IsLower(label[1]);
        return !lexicon.DomainWords.Contains(label) || (!capitalised && (dots > 1 || path));
    }

    // Dr.Novak, Sept.11, No.10: only the space is missing.
    private static bool IsPasted(ReadOnlySpan<char> text, int start, int dot, TokenLexicon lexicon) => lexicon.Abbreviations.KindOf(text[start..dot]) switch
    {
        AbbreviationKind.Title => char.IsUpper(text[dot + 1]),
        AbbreviationKind.Date or AbbreviationKind.Number => char.IsAsciiDigit(text[dot + 1]),
        _ => false,
    };

    // v2.0, PM2.5
    private static bool IsVersion(ReadOnlySpan<char> text, int start, int dot) =>
        char.IsAsciiDigit(text[dot + 1]) && (char.IsAsciiDigit(text[dot - 1]) || text[start..dot] is "v" or "V");

    private static bool IsLower(ReadOnlySpan<char> word)
    {
        foreach (char c in word) if (char.IsUpper(c)) return false;
        return true;
    }

    private static bool IsDigitNext(ReadOnlySpan<char> text, int at)
    {
        at = SkipSpaces(text, at);
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    // No further than two spaces and no line.
    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        int limit = Math.Min(text.Length, at + 2);
        while (at < limit && CharKinds.Of(text[at]) == CharKind.Space && text[at] != '\n') at++;
        return at;
    }

    private static char StartOfWordBefore(ReadOnlySpan<char> text, int start)
    {
        int end = start - 1, limit = Math.Max(0, start - 24);
        if (end < 0 || CharKinds.Of(text[end]) != CharKind.Space) return '\0';
        int at = end;
        while (at > limit && CharKinds.Of(text[at - 1]) is not (CharKind.Space or CharKind.Symbol)) at--;
        return at < end ? text[at] : '\0';
    }
}
