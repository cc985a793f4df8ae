using NewsNlp.Lexicon;

namespace NewsNlp.Pages;

/// <summary>A dateline at the head of a paragraph.</summary>
/// <param name="Span">Place, date and agency, the separator left out.</param>
/// <param name="BodyStart">Where the report itself begins.</param>
/// <param name="Day">A full calendar day in it; null where it has none.</param>
internal readonly record struct FoundDateline(TextSpan Span, int BodyStart, Dateline Dateline, DateOnly? Day);

/// <summary>
/// Tells the dateline from the report: <c>PORT LUMEN, Vardania (KNA) —</c>, <c>ASTERHOLM, March 11 (Reuben News) -</c>,
/// <c>MINGORA FALLS:</c>. A place in capitals is enough; one in small letters needs a day or an agency beside it.
/// </summary>
internal sealed class DatelineParser
{
    private const int MaxLength = 90;

    private readonly WordSet _stops = LexiconFile.Words("pages/dateline-stops");
    private readonly WordSet _agencies = LexiconFile.Words("pages/agencies");

    public FoundDateline? Parse(string text, TextSpan paragraph)
    {
        ReadOnlySpan<char> window = text.AsSpan(paragraph.Start, Math.Min(paragraph.Length, MaxLength + 4));
        if (!FindSeparator(window, out int end, out int body, out bool colon)) return null;
        ReadOnlySpan<char> head = window[..end].TrimEnd();
        if (head.Length < 2 || body >= paragraph.Length) return null;
        string? agency = Agency(ref head);
        TextSpan? place = Place(head, colon, agency is not null, paragraph.Start);
        if (place is null && (agency is null || head.Length > 0)) return null;
        TextSpan span = new(paragraph.Start, paragraph.Start + window[..end].TrimEnd().Length);
        return new FoundDateline(span, paragraph.Start + body, new Dateline(place, agency), CalendarDay.Find(span.In(text)));
    }

    // The separator is a dash between spaces, a long dash, or a colon; the first one decides.
    private static bool FindSeparator(ReadOnlySpan<char> window, out int end, out int body, out bool colon)
    {
        (end, body, colon) = (0, 0, false);
        for (int i = 1; i + 1 < window.Length && i <= MaxLength; i++)
        {
            char c = window[i];
            bool spaced = char.IsWhiteSpace(window[i - 1]);
            bool dash = c is '–' or '—' || (c == '-' && (spaced || window[i + 1] == '-'));
            colon = c == ':' && char.IsWhiteSpace(window[i + 1]);
            if (dash || colon)
            {
                end = i;
                body = i;
                while (body < window.Length && (window[body] is '-' or '–' or '—' or ':' || char.IsWhiteSpace(window[body]))) body++;
                return true;
            }
            if (c is '"' or '“' or '”' or '?' or '!' or ';' or '\n' or '\r') return false;
        }
        return false;
    }

    // "(KNA)" or "(Reuben News)" at the end of the head is taken off it; an agency without brackets must be a known one.
    private string? Agency(ref ReadOnlySpan<char> head)
    {
        int open = head.LastIndexOf('(');
        if (open >= 0 && head[^1] == ')' && head.Length - open is > 3 and < 40 && char.IsUpper(head[open + 1]))
        {
            string name = head[(open + 1)..^1].ToString();
            head = head[..open].TrimEnd();
            return name;
        }
        int comma = head.IndexOf(',');
        ReadOnlySpan<char> first = comma < 0 ? head : head[..comma];
        if (!_agencies.Contains(first)) return null;
        string known = first.ToString();
        head = comma < 0 ? [] : head[(comma + 1)..].Trim();
        if (CalendarDay.Month(LastWord(head)) > 0 || CalendarDay.Month(FirstWord(head)) > 0) head = [];
        return known;
    }

    private TextSpan? Place(ReadOnlySpan<char> head, bool colon, bool hasAgency, int start)
    {
        int comma = head.IndexOf(',');
        ReadOnlySpan<char> first = comma < 0 ? head : head[..comma];
        bool capitals = Capitals.Throughout(first, letters: 3);
        bool day = comma >= 0 && HasMonth(head[comma..]);
        if (first.Length < 3 || _stops.Contains(first) || !LooksLikePlace(first)) return null;
        if (!capitals && (colon || !(hasAgency || day))) return null;
        if (comma >= 0 && !capitals && !day && !hasAgency) return null;
        if (comma >= 0 && !RestIsPlain(head[(comma + 1)..])) return null;
        return new TextSpan(start, start + first.Length);
    }

    private static bool LooksLikePlace(ReadOnlySpan<char> words)
    {
        int count = 0;
        foreach (Range range in words.Split(' '))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.IsEmpty || !(char.IsUpper(word[0]) || word is "of" or "de" or "del" or "la" or "le" or "al" or "an") || ++count > 5) return false;
            foreach (char c in word)
                if (!char.IsLetter(c) && c is not ('.' or '\'' or '’' or '-' or '/')) return false;
        }
        return count > 0;
    }

    private static bool RestIsPlain(ReadOnlySpan<char> rest)
    {
        foreach (Range range in rest.Split(' '))
        {
            ReadOnlySpan<char> word = rest[range].Trim([',', '.']);
            if (word.IsEmpty || char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || word is "of" or "and") continue;
            return false;
        }
        return true;
    }

    private static bool HasMonth(ReadOnlySpan<char> rest)
    {
        foreach (Range range in rest.Split(' '))
            if (CalendarDay.Month(rest[range].Trim([',', '.'])) > 0) return true;
        return false;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> head) => head[(head.LastIndexOf(' ') + 1)..];

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> head) => head.IndexOf(' ') is var space and >= 0 ? head[..space] : head;
}
