namespace NewsNlp.Pages;

/// <summary>Reads a full calendar day where a page states one: <c>June 4, 2025</c>, <c>4 June 2025</c>, <c>2025-06-04</c>.</summary>
internal static class CalendarDay
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The first full day in <paramref name="text"/>; null where there is none.</summary>
    public static DateOnly? Find(ReadOnlySpan<char> text)
    {
        int day = 0, month = 0, at = 0;
        while (at < text.Length)
        {
            ReadOnlySpan<char> word = NextWord(text, ref at);
            if (word.IsEmpty) break;
            if (Iso(word) is { } iso) return iso;
            int named = Month(word), number = Number(word);
            if (named > 0) month = named;
            else if (number is >= 1 and <= 31 && word.Length <= 4) day = number;
            else if (number is >= 1900 and <= 2100 && day > 0 && month > 0) return Valid(number, month, day);
            else (day, month) = (0, 0);
        }
        return null;
    }

    /// <summary>The number of a month's full or shortened name; 0 where the word is none.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        for (int i = 0; i < 12; i++)
        {
            bool isShort = word.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || (i == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase));
            if (isShort || word.Equals(MonthNames[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        }
        return 0;
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && !char.IsAsciiLetterOrDigit(text[at])) at++;
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-')) at++;
        return text[start..at];
    }

    // 4, 04, 4th, 2025; -1 for anything else.
    private static int Number(ReadOnlySpan<char> word)
    {
        int digits = 0, value = 0;
        while (digits < word.Length && digits < 5 && char.IsAsciiDigit(word[digits])) value = value * 10 + word[digits++] - '0';
        ReadOnlySpan<char> rest = word[digits..];
        return digits is 0 or > 4 || rest.Length is not (0 or 2) || (rest.Length == 2 && !char.IsAsciiLetter(rest[0])) ? -1 : value;
    }

    private static DateOnly? Iso(ReadOnlySpan<char> word) =>
        word.Length >= 10 && DateOnly.TryParseExact(word[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly day) ? day : null;

    private static DateOnly? Valid(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
