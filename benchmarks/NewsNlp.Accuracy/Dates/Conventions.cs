namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Where Recognizers-Text and TIMEX3, or an assistant and a newspaper, differ by intent. Left out of the count:
/// <list type="bullet">
/// <item>ranges of clock times and of date and clock (<c>3 to 4</c>, <c>between 9 and 11 tomorrow</c>): TIMEX3 has no value for both ends in one;</item>
/// <item>a length counted off from the minute of asking (<c>the next 3 hours</c>, <c>in 5 minutes</c>): an article has a day, no minute;</item>
/// <item>lengths told as the range that they cover (<c>the past three months</c>, <c>for 3 days from today</c>): TIMEX3 says <c>P3M</c>;</item>
/// <item>vague amounts as a number (<c>a few hours</c> as three), business days (<c>P4BD</c>), weeks of a month (<c>2015-01-W01</c>);</item>
/// <item>zones alone, and words that news does not use for a date (<c>at the 21st</c>, <c>asap</c>).</item>
/// </list>
/// </summary>
internal static class Conventions
{
    public static bool IsOther(string type, string[] values, string text)
    {
        if (type is "timezone" or "timerange" or "datetimerange" or "") return true;
        if (values.Length == 0) return true;
        string value = values[0];
        if (type == "datetime" && value.Contains('T', StringComparison.Ordinal) && IsCountedOff(text)) return true;
        if (value.Contains("BD", StringComparison.Ordinal) || value.Contains("-W0", StringComparison.Ordinal) && value.Length > 9) return true;
        if (text.Contains("few", StringComparison.OrdinalIgnoreCase) || text.Contains("couple", StringComparison.OrdinalIgnoreCase) || text.Contains("several", StringComparison.OrdinalIgnoreCase)) return true;
        return type == "daterange" && value.StartsWith('(') && IsLength(text);
    }

    private static bool IsCountedOff(string text) => Words(text, "minute", "hour", "second", "min", "hr", "now");

    private static bool IsLength(string text) => Words(text, "days", "weeks", "months", "years", "quarters", "decades", "fortnight", "decade");

    private static bool Words(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
