namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Where Recognizers-Text and TIMEX3, or an assistant and a newspaper, differ by intent. Left out of the count:
/// <list type="bullet">
/// <item>ranges of clock times and of date and clock (<c>3 to 4</c>, <c>between 9 and 11 tomorrow</c>): TIMEX3 has no value for both ends in one;</item>
/// <item>a length counted off from the minute of asking (<c>the next 3 hours</c>, <c>in 5 minutes</c>): an article has a day, no minute;</item>
/// <item>lengths told as the range that they cover (<c>the past three months</c>, <c>for 3 days from today</c>): TIMEX3 says <c>P3M</c>;</item>
/// <item>vague amounts as a number (<c>a few hours</c> as three), business days (<c>P4BD</c>), weeks of a month (<c>2015-01-W01</c>);</item>
/// <item>a date and a length in one (<c>in two weeks</c>, <c>two days after tomorrow</c>, <c>3 weeks before Christmas</c>): TimeML marks the length and the date apart;</item>
/// <item><c>last Friday</c> and <c>following Friday</c> as those of the week before and after, where news means the nearest;</item>
/// <item>days that no calendar has (<c>feb 30</c>), and days counted off a slash without a year (<c>10/1-11/7</c>);</item>
/// <item>a time of day beside the day (<c>end of tomorrow</c> as 23:59:59), lower-case <c>may</c>, figures inside addresses of the Web;</item>
/// <item>an hour without its half of the day (<c>at 6.45</c>): they give both, we say none;</item>
/// <item>weeks by number (<c>week 31</c>), which news in English does not use;</item>
/// <item>zones alone, and a number alone for a day (<c>the 21st</c>).</item>
/// </list>
/// </summary>
internal static class Conventions
{
    public static bool IsOther(string type, string[] values, string text)
    {
        if (type is "timezone" or "timerange" or "datetimerange" or "") return true;
        if (values.Length == 0) return true;
        if (values.Distinct().Count() > 1 && values[0].Contains('T', StringComparison.Ordinal)) return true;
        if (text.StartsWith("week ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("the week ", StringComparison.OrdinalIgnoreCase)) return true;
        string value = values[0];
        if (value.Contains('/', StringComparison.Ordinal) || value.Contains("02-30", StringComparison.Ordinal) || value.Contains("02-29", StringComparison.Ordinal)) return true;
        if (value.StartsWith("XXXX-XX-", StringComparison.Ordinal) || (type == "date" && IsTwoInOne(text))) return true;
        if (Words(text, "last ", "previous ", "following ") && Words(text, "day")) return true;
        if ((text.Contains('/', StringComparison.Ordinal) && value.Contains("XXXX", StringComparison.Ordinal)) || text is "may") return true;
        if (type == "datetime" && value.Contains('T', StringComparison.Ordinal) && IsCountedOff(text)) return true;
        if (value.Contains("BD", StringComparison.Ordinal) || value.Contains("-W0", StringComparison.Ordinal) && value.Length > 9) return true;
        if (text.Contains("few", StringComparison.OrdinalIgnoreCase) || text.Contains("couple", StringComparison.OrdinalIgnoreCase) || text.Contains("several", StringComparison.OrdinalIgnoreCase)) return true;
        return type == "daterange" && value.StartsWith('(') && IsLength(text);
    }

    private static bool IsTwoInOne(string text) => Words(text, "in ", "after", "before", "from", "since") && Words(text, "day", "week", "month", "year");

    private static bool IsCountedOff(string text) => Words(text, "minute", "hour", "second", "min", "hr", "now");

    private static bool IsLength(string text) => Words(text, "days", "weeks", "months", "years", "quarters", "decades", "fortnight", "decade");

    private static bool Words(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
