namespace NewsNlp.Accuracy.Dates;

/// <summary>Whether a value of Recognizers-Text and one of ours say the same.</summary>
internal static class TimexMatch
{
    public static bool Agree(string expected, DateExpression date)
    {
        if (expected.StartsWith('(')) return AgreeRange(expected.Trim('(', ')').Split(','), date);
        return AgreeValue(expected, date.Value);
    }

    // Their open values leave the year out and give two guesses beside; we resolve, so a part that is X agrees with anything.
    private static bool AgreeValue(string expected, string found)
    {
        if (expected == found || SameSet(expected, found) || SameTime(expected, found)) return true;
        if (expected.Length > 9 && char.IsDigit(expected[9]) && expected.StartsWith("XXXX-WXX", StringComparison.Ordinal)) return AgreeWeekday(expected, found);
        return Fits(expected, found) || (expected.Length == 4 && found == "FY" + expected);
    }

    private static bool Fits(string pattern, string value)
    {
        if (pattern.Length != value.Length) return SameTimeTail(pattern, value);
        for (int i = 0; i < pattern.Length; i++)
            if (pattern[i] != value[i] && pattern[i] != 'X' && value[i] != 'X') return false;
        return true;
    }

    // XXXX-WXX-5T16 is a Friday at four.
    private static bool AgreeWeekday(string expected, string found)
    {
        if (expected.Length < 10 || found.Length < 10 || !DateOnly.TryParseExact(found[..10], "yyyy-MM-dd", out DateOnly day)) return expected == found;
        int weekday = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        return expected[9] == (char)('0' + weekday) && (expected.Length == 10 ? found.Length == 10 : SameTime(expected[10..], found[10..]));
    }

    // T07 and 2025-06-04T07:00: a time without a day is one of the day of publication with us.
    private static bool SameTime(string expected, string found)
    {
        int a = expected.IndexOf('T', StringComparison.Ordinal), b = found.IndexOf('T', StringComparison.Ordinal);
        if (a < 0 || b < 0 || expected[0] == 'P' || found[0] == 'P') return false;
        bool day = a == 0 || (a == b && Fits(expected[..a], found[..b])) || (expected.StartsWith("XXXX-W", StringComparison.Ordinal) && AgreeWeekday(expected[..a], found[..b]));
        return day && Full(expected[a..]) == Full(found[b..]);
    }

    private static bool SameTimeTail(string expected, string found) => SameTime(expected, found);

    private static string Full(string time) => time.Length == 3 && char.IsDigit(time[1]) ? Midnight(time + ":00") : Midnight(time.Length == 9 && time.EndsWith(":00", StringComparison.Ordinal) ? time[..6] : time);

    private static string Midnight(string time) => time == "T24:00" ? "T00:00" : time;

    private static bool SameSet(string expected, string found) => (expected, found) switch
    {
        ("P1WE", "XXXX-WXX-WE") or ("XXXX-WXX-WE", "P1WE") => true,
        ("P3M", "P1Q") or ("P10Y", "P1DE") or ("P100Y", "P1CE") => true,
        _ => expected.StartsWith('T') && found == "XXXX-XX-XX" + expected,
    };

    private static bool AgreeRange(string[] ends, DateExpression date)
    {
        if (ends.Length < 2) return false;
        if (date.Upper is { } upper && Starts(ends[0], date.Value)) return Starts(ends[1], upper) || Behind(ends[1], upper);
        return Starts(ends[0], date.Value);
    }

    // A range begins where the piece of the calendar does that we name: 1990-01-01 and 199, 2017-01-01 and 2017-Q1.
    private static bool Starts(string start, string value)
    {
        if (AgreeValue(start, value)) return true;
        if (value.Length == 7 && value[5] == 'Q') return start == $"{value[..4]}-{(value[6] - '0') * 3 - 2:D2}-01";
        if (value.Length == 7 && value[5] == 'H') return start == $"{value[..4]}-{(value[6] - '0') * 6 - 5:D2}-01";
        return value.Length switch
        {
            2 => start == value + "00-01-01",
            3 => start == value + "0-01-01",
            4 => start == value + "-01-01",
            7 => Fits(start, value + "-01"),
            _ => false,
        };
    }

    private static bool Behind(string end, string upper) => upper.Length == 4 && end.StartsWith(upper, StringComparison.Ordinal);
}
