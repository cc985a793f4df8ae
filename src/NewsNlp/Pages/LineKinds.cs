using System.Buffers;
using NewsNlp.Lexicon;

namespace NewsNlp.Pages;

/// <summary>What a single line looks like, by its own words: prose, headline, furniture, a time stamp, a caption.</summary>
internal sealed class LineKinds
{
    private const int MinProseWords = 12;
    private const int ManyWords = 18;
    private const int LongLine = 300;
    private const int MaxTrailingSentences = 4;
    private const int MaxHeadlineWords = 30;
    private const int MinHeadlineWords = 3;

    private readonly SearchValues<string> _phrases;
    private readonly WordSet _wholeLines;
    private readonly string[] _credits = [.. LexiconFile.Rows("pages/credits").Select(row => row[0]).OrderByDescending(credit => credit.Length)];
    private readonly SearchValues<string> _anyCredit;

    public LineKinds()
    {
        string[] rows = [.. LexiconFile.Rows("pages/boilerplate").Select(row => row[0])];
        _phrases = SearchValues.Create([.. rows.Where(row => row[0] != '=')], StringComparison.OrdinalIgnoreCase);
        _anyCredit = SearchValues.Create(_credits, StringComparison.Ordinal);
        _wholeLines = new WordSet(rows.Where(row => row[0] == '=').Select(row => row[1..]));
    }

    /// <summary>A line of running text: many words, or a full sentence.</summary>
    public bool IsProse(string text, TextLine line)
    {
        if (line.IsBlank || IsFurniture(text, line)) return false;
        if (line.Span.Length > LongLine) return true;
        return line.Words >= ManyWords || (line.Words >= MinProseWords && EndsSentence(text, line.Span));
    }

    /// <summary>A line that pages repeat around articles: calls to subscribe, menus, legal notes.</summary>
    public bool IsFurniture(string text, TextLine line)
    {
        if (line.IsBlank || line.Span.Length > LongLine) return false;
        ReadOnlySpan<char> words = text.AsSpan(line.Span.Start, line.Span.Length);
        return _wholeLines.Contains(words) || words.ContainsAny(_phrases);
    }

    /// <summary>Where the furniture at the end of a paragraph begins: its last sentences that call to subscribe and the like.</summary>
    public int StartOfTrailingFurniture(string text, TextSpan paragraph)
    {
        int end = paragraph.End;
        for (int sentences = 0; sentences < MaxTrailingSentences; sentences++)
        {
            int start = StartOfLastSentence(text, paragraph.Start, end);
            if (end - start > LongLine || start == paragraph.Start || !text.AsSpan(start, end - start).ContainsAny(_phrases)) break;
            end = start;
        }
        return end;
    }

    private static int StartOfLastSentence(string text, int start, int end)
    {
        for (int i = end - 3; i > start && i > end - LongLine - 2; i--)
            if (char.IsWhiteSpace(text[i]) && char.IsUpper(text[i + 1]) && EndsSentence(text, new TextSpan(start, i))) return i + 1;
        return start;
    }

    /// <summary>A line that may be a headline or subhead: a few words and no full stop.</summary>
    public bool IsHeadlineLike(string text, TextLine line)
    {
        if (line.Words is < MinHeadlineWords or > MaxHeadlineWords || line.Span.Length > 200) return false;
        char first = text[line.Span.Start], last = text[line.Span.End - 1];
        return last is not ('.' or ':' or ';' or ',') && first is not ('•' or '*' or '©' or '[') && !IsTimeStamp(text, line) && !IsFurniture(text, line);
    }

    /// <summary>A short line that tells when something was put on the page: <c>2 days ago</c>, <c>time11 minutes ago</c>.</summary>
    public static bool IsTimeStamp(string text, TextLine line)
    {
        ReadOnlySpan<char> words = text.AsSpan(line.Span.Start, line.Span.Length);
        return line.Words <= 8 && words.ContainsAnyInRange('0', '9') && words.EndsWith(" ago", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where a caption's credit (<c>PHOTO: REUTERS</c>) ends within a line; -1 where the line has none.</summary>
    public int EndOfCredit(string text, TextSpan line)
    {
        ReadOnlySpan<char> window = text.AsSpan(line.Start, Math.Min(line.Length, 600));
        int at = window.IndexOfAny(_anyCredit);
        if (at < 0) return -1;
        int length = 0;
        foreach (string credit in _credits)
            if (length == 0 && window[at..].StartsWith(credit, StringComparison.Ordinal)) length = credit.Length;
        return line.Start + EndOfOwner(window, at + length);
    }

    /// <summary>True where the last character that is no closing mark ends a sentence.</summary>
    public static bool EndsSentence(string text, TextSpan line)
    {
        int at = line.End - 1;
        while (at > line.Start && text[at] is '"' or '”' or '’' or '\'' or ')' or ']' or '»') at--;
        return text[at] is '.' or '!' or '?' or '…';
    }

    // The owner of a picture is written in capitals (REUTERS, EPA-EFE) or as a name of at most a few words up to the line's end.
    private static int EndOfOwner(ReadOnlySpan<char> window, int at)
    {
        while (at < window.Length && window[at] == ' ') at++;
        int end = at;
        while (end < window.Length)
        {
            int stop = end;
            while (stop < window.Length && !char.IsWhiteSpace(window[stop])) stop++;
            if (!Capitals.Throughout(window[end..stop], letters: 2)) break;
            end = stop;
            while (end < window.Length && window[end] == ' ') end++;
        }
        if (end > at) return window[..end].TrimEnd().Length;
        return window.Length - at <= 60 ? window.Length : at;
    }
}
