namespace NewsNlp.Dates;

/// <summary>Parts of the day, numbered as in <c>Lexicon/en/dates/dayparts.txt</c>, with their TIMEX3 signs.</summary>
internal static class DayParts
{
    public const int Morning = 1, Noon = 3, Afternoon = 5, Evening = 7, Night = 8, Midnight = 10;

    private static readonly string[] Signs = ["", "TMO", "TMO", "T12:00", "TMI", "TAF", "TEV", "TEV", "TNI", "TNI", "T24:00", "TDT"];

    public static string Sign(int part) => Signs[Math.Clamp(part, 0, Signs.Length - 1)];

    /// <summary>True where an hour from 1 to 11 in that part of the day is one after noon.</summary>
    public static bool IsAfternoon(int part, int hour) => part is Afternoon or 6 or Evening || (part == Night && hour is > 5 and < 12);
}
