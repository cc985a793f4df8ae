using System.Globalization;

namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Whether a value of Recognizers-Text and one of ours say the same. Ways of writing that are counted as one: a range that a piece of the
/// calendar or a length of time covers (<c>(2025-01-01,2025-04-01,P3M)</c>, <c>2025-Q1</c>, <c>P3M</c>); the day that lies so many weeks,
/// months or years away, where TimeML keeps the grain of the unit (<c>two weeks ago</c>); now and the day of publication; the end of a day and
/// its last second.
/// </summary>
internal sealed class TimexMatch(DateOnly? reference)
{
    public bool Agree(string expected, DateExpression date)
    {
        if (expected.StartsWith('(')) return AgreeRange(expected.Trim('(', ')').Split(','), date);
        if (AgreeValue(expected, date.Value) || (date.Upper is { } upper && AgreeValue(expected, upper))) return true;
        if (expected.EndsWith("23:59:59", StringComparison.Ordinal) && DateTime.TryParse(expected, CultureInfo.InvariantCulture, out DateTime end)) return date.Modifier == DateModifier.End && date.Value == Day(DateOnly.FromDateTime(end));
        return IsShift(date.Text) ? Holds(date.Value, expected) : IsWeek(date.Text) && Holds(date.Value, InYearOf(date.Value, expected));
    }

    private static bool IsShift(string text) => TimeWords.Shifts.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsWeek(string text) => text.Contains("week", StringComparison.OrdinalIgnoreCase);

    // The week of a day without its year.
    private static string InYearOf(string found, string expected) => found.Length > 4 && expected.StartsWith("XXXX-", StringComparison.Ordinal) ? found[..4] + expected[4..] : expected;

    // Their open values leave the year out and give two guesses beside; we resolve, so a part that is X agrees with anything.
    private static bool AgreeValue(string expected, string found)
    {
        if (expected == found || SameSet(expected, found) || SameTime(expected, found) || SameLength(expected, found)) return true;
        if (expected.Length > 9 && char.IsDigit(expected[9]) && expected.StartsWith("XXXX-WXX", StringComparison.Ordinal)) return AgreeWeekday(expected, found);
        if (IsWeekOfMonth(expected)) return AgreeWeekOfMonth(expected, found);
        return Fits(expected, found) || (expected.Length == 4 && found == "FY" + expected) || (expected.StartsWith("SY", StringComparison.Ordinal) && expected[2..] == found);
    }

    private static bool Fits(string pattern, string value)
    {
        if (pattern.Length != value.Length) return SameTime(pattern, value);
        for (int i = 0; i < pattern.Length; i++)
            if (pattern[i] != value[i] && pattern[i] != 'X' && value[i] != 'X') return false;
        return true;
    }

    // XXXX-WXX-5T16 is a Friday at four.
    private static bool AgreeWeekday(string expected, string found)
    {
        if (expected.Length < 10 || found.Length < 10 || !DateOnly.TryParseExact(found[..10], "yyyy-MM-dd", out DateOnly day)) return expected == found;
        int weekday = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        return expected[9] == (char)('0' + weekday) && (expected.Length == 10 ? found.Length == 10 : expected[10..] == found[10..] || SameTime(expected[10..], found[10..]));
    }

    // T07 and 2025-06-04T07:00: a time without a day is one of the day of publication with us.
    private static bool SameTime(string expected, string found)
    {
        int a = expected.IndexOf('T', StringComparison.Ordinal), b = found.IndexOf('T', StringComparison.Ordinal);
        if (a < 0 || b < 0 || expected[0] == 'P' || found[0] == 'P') return false;
        bool day = a == 0 || (a == b && Fits(expected[..a], found[..b])) || (expected.StartsWith("XXXX-W", StringComparison.Ordinal) && AgreeWeekday(expected[..a], found[..b]));
        return day && Full(expected[a..]) == Full(found[b..]);
    }

    private static string Full(string time) => time.Length == 3 && char.IsDigit(time[1]) ? Midnight(time + ":00") : Midnight(time.Length == 9 && time.EndsWith(":00", StringComparison.Ordinal) ? time[..6] : time);

    private static string Midnight(string time) => time switch { "T24:00" => "T00:00", "TNT" => "TNI", _ => time };

    private static bool SameSet(string expected, string found) => (expected, found) switch
    {
        ("P1WE", "XXXX-WXX-WE") or ("XXXX-WXX-WE", "P1WE") => true,
        _ => expected.StartsWith('T') && found == "XXXX-XX-XX" + expected,
    };

    // PT0.5H and PT30M, P1Q and P3M, P1DE and P10Y
    private static bool SameLength(string expected, string found) => Math.Abs(DurationLength.Seconds(expected) - DurationLength.Seconds(found)) < 1;

    private static bool IsWeekOfMonth(string value) => value.Length == 11 && value[8] == 'W' && value[9] == '0';

    // 2015-01-W01, and the ISO week that has its Thursday there.
    private static bool AgreeWeekOfMonth(string expected, string found)
    {
        if (TimexRange.Of(found) is not { } range || found.IndexOf('W', StringComparison.Ordinal) != 5) return false;
        DateOnly thursday = range.Start.AddDays(3);
        int number = expected[10] - '0', weeks = (thursday.Day + 6) / 7;
        return Fits(expected[..7], thursday.ToString("yyyy-MM", CultureInfo.InvariantCulture)) && (number == weeks || (number == 5 && thursday.AddDays(7).Month != thursday.Month));
    }

    private bool AgreeRange(string[] ends, DateExpression date)
    {
        if (ends.Length < 2) return false;
        if (date.Upper is { } upper && Starts(ends[0], date.Value)) return Ends(ends[1], upper) || Starts(ends[1], upper);
        return (date.Upper is null && Starts(ends[0], date.Value)) || (ends.Length > 2 && SameLength(ends[2], date.Value));
    }

    // A range begins where the piece of the calendar does that we name: 1990-01-01 and 199, 2017-01-01 and 2017-Q1.
    private bool Starts(string start, string value) =>
        AgreeValue(start, value) || (TimexRange.Of(Told(value)) is { } range && Fits(start, Day(range.Start)));

    // ... and ends with the day behind it, or with its first, as they have it for from May to July.
    private bool Ends(string end, string value) => TimexRange.Of(Told(value)) is { } range && (Fits(end, Day(range.End)) || Fits(end, Day(range.Start)));

    private static bool Holds(string value, string day) =>
        TimexRange.Of(value) is { } range && DateOnly.TryParseExact(day, "yyyy-MM-dd", out DateOnly told) && told >= range.Start && told < range.End;

    private string Told(string value) => value == "PRESENT_REF" && reference is { } day ? Day(day) : value;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
