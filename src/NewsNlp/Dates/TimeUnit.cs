namespace NewsNlp.Dates;

/// <summary>Units of time, from short to long. The names are those of <c>Lexicon/en/dates/units.txt</c>.</summary>
internal enum TimeUnit : byte
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

internal static class TimeUnits
{
    /// <summary>The unit's sign in a TIMEX3 duration.</summary>
    public static string Sign(this TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "S",
        TimeUnit.Minute => "M",
        TimeUnit.Hour => "H",
        TimeUnit.Day => "D",
        TimeUnit.Week or TimeUnit.Fortnight => "W",
        TimeUnit.Weekend => "WE",
        TimeUnit.Month => "M",
        TimeUnit.Quarter => "Q",
        TimeUnit.Year => "Y",
        TimeUnit.Decade => "DE",
        TimeUnit.Century => "CE",
        _ => "ML",
    };

    /// <summary>True where the unit is shorter than a day.</summary>
    public static bool IsClock(this TimeUnit unit) => unit <= TimeUnit.Hour;
}
