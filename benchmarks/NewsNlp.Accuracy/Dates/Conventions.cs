namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Where Recognizers-Text and TIMEX3, or an assistant and a newspaper, differ by intent, each case with its reason. What only differs in the
/// way it is written (a length told as the range that it covers, a week as its first day) is counted, by <see cref="TimexMatch"/>.
/// </summary>
internal static class Conventions
{
    /// <summary>Why the case is left out; null where it is counted.</summary>
    public static string? ReasonToLeaveOut(string type, string[] values, string text)
    {
        if (values.Length == 0 || values[0].Length == 0) return type == "timezone" ? "a zone alone is no time" : "it has no value";
        string value = values[0];
        return DayReason(value, text) ?? ClockReason(type, values, text) ?? LengthReason(type, value, text);
    }

    private static string? DayReason(string value, string text)
    {
        if (value.Contains("02-30", StringComparison.Ordinal) || value is "2019-02-29") return "a day that no calendar has";
        if (IsWeekNumber(text)) return "weeks by number (week 31), which news in English does not use";
        if (text is "may") return "lower-case may is a verb";
        if (Words(text, "last ", "previous ", "following ") && Words(text, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") && !Words(text, "week"))
            return "last Friday is that of the week before, where news means the nearest";
        return Words(text, "lunch", "dinner", "breakfast") ? "meals are no part of the day in TIMEX3" : null;
    }

    private static string? ClockReason(string type, string[] values, string text)
    {
        if (values.Distinct().Count() > 1 && values[0].Contains('T', StringComparison.Ordinal) && IsBareHour(text)) return "an hour by a bare figure (at 6): news adds a.m., o'clock or minutes";
        if (type is "datetime" or "datetimerange" or "timerange" && Words(text, "minute", "hour", "seconds", " min", "hrs") && !Words(text, "past", "forty"))
            return "counted off from the minute of asking (in 5 minutes); an article has a day, no minute";
        return null;
    }

    private static string? LengthReason(string type, string value, string text)
    {
        if (type == "date" && IsTwoInOne(text) || type == "daterange" && IsMoreOrLess(text)) return "a length and the day that it is counted from (in two weeks, 3 days after Easter): TimeML marks them apart";
        if (value.Contains("BD", StringComparison.Ordinal) || value.Contains("WD", StringComparison.Ordinal)) return "business days: TIMEX3 has no sign for them";
        return Words(text, "few", "several", "some ") ? "a vague amount as a number (a few hours as three): TIMEX3 says X" : null;
    }

    private static bool IsTwoInOne(string text) =>
        Words(text, "in ", "after ", "before ", "from ", "since ") && Words(text, "day", "week", "month", "year") && text.Any(char.IsWhiteSpace)
        && !text.EndsWith("from now", StringComparison.OrdinalIgnoreCase) && !text.EndsWith("from today", StringComparison.OrdinalIgnoreCase)
        && (text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) || Words(text, " after ", " before ", " from ", " since ", " in "));

    // more than 2 weeks before today
    private static bool IsMoreOrLess(string text) => Words(text, "more than ", "less than ") && Words(text, " before ", " after ");

    private static bool IsWeekNumber(string text) =>
        text.StartsWith("week ", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && char.IsAsciiDigit(text[5]);

    // Nothing tells minutes or half of the day, only a figure or a number in words.
    private static bool IsBareHour(string text) => !text.Contains(':', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal) && !Words(text, "30", "past", "clock", "thirty", "quarter", "half", "forty", "twenty", "to ");

    private static bool Words(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
