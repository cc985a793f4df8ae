using System.Buffers;

namespace NewsNlp.Statements.Quotes;

/// <summary>Marks that pair with each other.</summary>
internal enum QuoteFamily : byte
{
    None,

    /// <summary>" and '' and `` and “ ” „ ‟ ＂: newsrooms mix them, so that one may close the other.</summary>
    Double,

    /// <summary>' and ‘ ’ ‚ ‛ and `, all of which may also be apostrophes.</summary>
    Single,

    /// <summary>« »</summary>
    Guillemet,

    /// <summary>‹ ›</summary>
    SingleGuillemet,
}

/// <summary>A character (or two) that may be a quotation mark, with what it may do where it stands.</summary>
internal readonly record struct QuoteMark(int Start, int Length, QuoteFamily Family, bool MayOpen, bool MayClose)
{
    /// <summary>All that <see cref="Read"/> knows.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create("\"＂'`‘’‛‚“”„‟«»‹›");

    public int End => Start + Length;

    /// <summary>Reads the mark at <paramref name="at"/> of a block; one of no family where there is none.</summary>
    public static QuoteMark Read(ReadOnlySpan<char> text, int at, int start, int end)
    {
        char mark = text[at];
        switch (mark)
        {
            case '"' or '＂':
                return ByContext(text, at, 1, QuoteFamily.Double, start, end);
            case '\'' or '`' when at + 1 < end && text[at + 1] == mark:
                return ByContext(text, at, 2, QuoteFamily.Double, start, end);
            case '‘' or '’' when at + 1 < end && text[at + 1] == mark:
                return new QuoteMark(at, 2, QuoteFamily.Double, mark == '‘', mark == '’');
            case '\'':
                return ByContext(text, at, 1, QuoteFamily.Single, start, end);
            case '“':
                // It closes what „ opened; otherwise it opens, also where a typist put it at the end.
                return Directed(text, at, QuoteFamily.Double, opens: true, start, end);
            case '„' or '‟':
                return new QuoteMark(at, 1, QuoteFamily.Double, true, false);
            case '”':
                return Directed(text, at, QuoteFamily.Double, opens: false, start, end);
            case '‘' or '‛' or '`':
                return new QuoteMark(at, 1, QuoteFamily.Single, Opens(text, at, 1, start, end), mark == '‘' && Closes(text, at, 1, start, end));
            case '‚':
                return new QuoteMark(at, 1, QuoteFamily.Single, true, false);
            case '’':
                return new QuoteMark(at, 1, QuoteFamily.Single, false, Closes(text, at, 1, start, end));
            case '«':
                return new QuoteMark(at, 1, QuoteFamily.Guillemet, !Closes(text, at, 1, start, end) || Opens(text, at, 1, start, end), Closes(text, at, 1, start, end));
            case '»':
                return new QuoteMark(at, 1, QuoteFamily.Guillemet, Opens(text, at, 1, start, end), !Opens(text, at, 1, start, end));
            case '‹':
                return new QuoteMark(at, 1, QuoteFamily.SingleGuillemet, true, false);
            case '›':
                return new QuoteMark(at, 1, QuoteFamily.SingleGuillemet, false, true);
            default:
                return default;
        }
    }

    private static QuoteMark ByContext(ReadOnlySpan<char> text, int at, int length, QuoteFamily family, int start, int end) =>
        new(at, length, family, Opens(text, at, length, start, end), Closes(text, at, length, start, end));

    // A curly mark means what it says unless spaces say the contrary on both sides.
    private static QuoteMark Directed(ReadOnlySpan<char> text, int at, QuoteFamily family, bool opens, int start, int end)
    {
        bool spaceOpens = Opens(text, at, 1, start, end), spaceCloses = Closes(text, at, 1, start, end);
        return opens
            ? new QuoteMark(at, 1, family, spaceOpens || !spaceCloses, spaceCloses)
            : new QuoteMark(at, 1, family, spaceOpens && !spaceCloses, spaceCloses || !spaceOpens);
    }

    private static bool Opens(ReadOnlySpan<char> text, int at, int length, int start, int end)
    {
        int next = at + length;
        if (next >= end || char.IsWhiteSpace(text[next])) return false;
        return at == start || IsBefore(text[at - 1]);
    }

    private static bool Closes(ReadOnlySpan<char> text, int at, int length, int start, int end)
    {
        if (at == start || char.IsWhiteSpace(text[at - 1])) return false;
        int next = at + length;
        return next >= end || IsBehind(text[next]);
    }

    private static bool IsBefore(char c) =>
        char.IsWhiteSpace(c) || c is '(' or '[' or '{' or '-' or '–' or '—' or '/' or '"' or '\'' or '“' or '‘' or '«' or ':' or '…' or '>' or '\u200B';

    private static bool IsBehind(char c) =>
        char.IsWhiteSpace(c) || c is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '-' or '–' or '—' or '/'
            or '"' or '\'' or '”' or '’' or '»' or '…' or '<' or '\u200B';
}
