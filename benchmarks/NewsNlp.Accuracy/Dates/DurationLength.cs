using System.Globalization;

namespace NewsNlp.Accuracy.Dates;

/// <summary>Durations in seconds, a month being thirty days and a year twelve months, as Duckling counts.</summary>
internal static class DurationLength
{
    private const double Day = 86400;

    public static double SecondsOf(string unit) => unit switch
    {
        "Second" => 1,
        "Minute" => 60,
        "Hour" => 3600,
        "Day" => Day,
        "Week" => 7 * Day,
        "Month" => 30 * Day,
        "Quarter" => 90 * Day,
        _ => 360 * Day,
    };

    /// <summary>The length of a TIMEX3 duration; NaN where it is none.</summary>
    public static double Seconds(string value)
    {
        if (value.Length < 3 || value[0] != 'P') return double.NaN;
        double total = 0;
        bool time = false;
        int at = 1;
        while (at < value.Length)
        {
            if (value[at] == 'T')
            {
                time = true;
                at++;
                continue;
            }
            if (value.AsSpan(at..).EndsWith("DE") || value.AsSpan(at..).EndsWith("CE"))
            {
                return double.TryParse(value.AsSpan(at, value.Length - at - 2), CultureInfo.InvariantCulture, out double number) ? number * (value.EndsWith("DE", StringComparison.Ordinal) ? 10 : 100) * SecondsOf("Year") : double.NaN;
            }
            int end = at;
            while (end < value.Length && (char.IsDigit(value[end]) || value[end] == '.')) end++;
            if (end == at || end == value.Length) return double.NaN;
            total += double.Parse(value.AsSpan(at, end - at), CultureInfo.InvariantCulture) * SecondsOf(Name(value[end], time));
            at = end + 1;
        }
        return total;
    }

    private static string Name(char sign, bool time) => sign switch
    {
        'S' => "Second",
        'M' => time ? "Minute" : "Month",
        'H' => "Hour",
        'D' => "Day",
        'W' => "Week",
        'Q' => "Quarter",
        _ => "Year",
    };
}
