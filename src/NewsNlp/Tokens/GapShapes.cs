using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>Kinds of what stands on the two sides of a gap between tokens.</summary>
internal static class GapShapes
{
    /// <summary>Whether a sentence might end before token <paramref name="next"/>: the cheap test that turns nearly every gap away.</summary>
    public static bool IsCandidate(DocumentDraft draft, int next)
    {
        ReadOnlySpan<char> before = draft.Form(next - 1), after = draft.Form(next);
        if (CharKinds.IsWordPart(before[^1])) return !IsJoined(draft, next) && StartsAfterWord(after, before);
        return !(IsJoined(draft, next) && IsCloser(after)) && after is not ("," or "." or ";" or ":" or "?" or "!" or ")" or "]" or "”");
    }

    // Behind a word without punctuation only a capital, or a figure behind a capital, may begin a sentence.
    private static bool StartsAfterWord(ReadOnlySpan<char> after, ReadOnlySpan<char> before)
    {
        char first = after[0];
        return char.IsUpper(first) || (char.IsAsciiDigit(first) && !char.IsLower(before[0])) || first is '*' or '•' or '_' or '-' or '<';
    }

    public static bool IsJoined(DocumentDraft draft, int token) => draft.TokenBuffer[token].Start == draft.TokenBuffer[token - 1].End;

    /// <summary>The token before the closing marks that end at <paramref name="token"/>.</summary>
    /// <param name="closers">1 quotation mark, 2 bracket, 4 with a space before. At most four of them, which bounds the time.</param>
    public static int SkipClosers(DocumentDraft draft, int first, int token, out int closers)
    {
        closers = 0;
        int last = Math.Max(first, token - 4);
        while (token > last && IsCloser(draft.Form(token)))
        {
            closers |= draft.Form(token) is ")" or "]" or "}" ? 2 : 1;
            if (!IsJoined(draft, token)) closers |= 4;
            token--;
        }
        return token;
    }

    public static GapEnd EndOf(DocumentDraft draft, int token, TokenLexicon lexicon)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        return CharKinds.Of(form[0]) switch
        {
            CharKind.Stop => OfStops(form),
            CharKind.Digit => GapEnd.Figure,
            CharKind.Letter => OfWord(form, lexicon),
            _ => OfSymbol(form),
        };
    }

    public static GapStart StartOf(DocumentDraft draft, int token)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        char first = form[0];
        switch (CharKinds.Of(first))
        {
            case CharKind.Letter: return OfFirstWord(form);
            case CharKind.Digit: return GapStart.Figure;
        }
        if (first is '"' or '“' or '‘' or '\'' or '«' or '„' or '`')
            return token + 1 < draft.TokenCount && char.IsUpper(draft.Form(token + 1)[0]) ? GapStart.QuoteThenCapital : GapStart.QuoteThenOther;
        if (first is '(' or '[' or '{') return GapStart.Bracket;
        return first is '*' or '•' or '-' or '·' or '>' or '_' or '=' or '–' or '—' ? GapStart.Bullet : GapStart.Other;
    }

    /// <summary>1, 2, 3-4, 5-8, 9-16 … as 0, 1, 2, 3, 4 …</summary>
    public static ulong Bucket(int length) => (ulong)Math.Min(7, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Max(0, length - 1)));

    public static bool IsCloser(ReadOnlySpan<char> form) => form is "\"" or "”" or "’" or "'" or "''" or "’’" or ")" or "]" or "»" or "}" or "›";

    private static GapEnd OfStops(ReadOnlySpan<char> form)
    {
        if (form.Length == 1) return form[0] switch { '.' => GapEnd.FullStop, '!' => GapEnd.Exclamation, '?' => GapEnd.Question, _ => GapEnd.Ellipsis };
        if (form.IndexOfAnyExcept('.') < 0) return GapEnd.Ellipsis;
        if (form.IndexOfAnyExcept('!') < 0) return GapEnd.Exclamation;
        return form.IndexOfAnyExcept('?', '!') < 0 ? GapEnd.Question : GapEnd.MixedStops;
    }

    private static GapEnd OfWord(ReadOnlySpan<char> form, TokenLexicon lexicon)
    {
        if (form[^1] == '.') return OfAbbreviation(form, lexicon);
        if (char.IsLower(form[0])) return GapEnd.Word;
        return form.Length > 1 && char.IsUpper(form[^1]) ? GapEnd.AllCapitals : GapEnd.CapitalWord;
    }

    private static GapEnd OfAbbreviation(ReadOnlySpan<char> form, TokenLexicon lexicon)
    {
        if (form.Length == 2 && char.IsUpper(form[0])) return GapEnd.Initial;
        return lexicon.Abbreviations.KindOf(form[..^1]) switch
        {
            AbbreviationKind.Title => GapEnd.Title,
            AbbreviationKind.Number => GapEnd.Number,
            AbbreviationKind.Date => GapEnd.Date,
            AbbreviationKind.Other => GapEnd.Abbreviation,
            _ => GapEnd.Acronym,
        };
    }

    private static GapEnd OfSymbol(ReadOnlySpan<char> form) => form[0] switch
    {
        ':' or ';' or '=' when form.Length > 1 => GapEnd.Emoticon,
        ':' => GapEnd.Colon,
        ';' => GapEnd.Semicolon,
        ',' => GapEnd.Comma,
        '-' or '–' or '—' => GapEnd.Dash,
        _ => GapEnd.Other,
    };

    private static GapStart OfFirstWord(ReadOnlySpan<char> form)
    {
        if (!char.IsUpper(form[0])) return form.IndexOfAny('@', '/') >= 0 ? GapStart.Address : GapStart.Lower;
        if (form.Length == 1 || form[1] == '.') return GapStart.OneCapital;
        return char.IsUpper(form[^1]) ? GapStart.AllCapitals : GapStart.Capital;
    }
}
