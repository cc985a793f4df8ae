using System.Globalization;

namespace NewsNlp.Dates;

/// <summary>Time points and amounts as TIMEX3 values.</summary>
internal static class TimexWriter
{
    private static readonly string[] Seasons = ["XX", "SP", "SU", "FA", "WI"];

    public static string Write(in TimePoint point)
    {
        string day = WriteDay(point);
        if (point.HasClock) return day + Time(point.Clock);
        return point.DayPart != 0 ? day + DayParts.Sign(point.DayPart) : day;
    }

    /// <summary>A time of day, hhmmss as one number, without its day.</summary>
    public static string Time(int clock) => "T" + Clock(clock);

    private static string WriteDay(in TimePoint point)
    {
        string year = Year(point);
        return point.Grain switch
        {
            Grain.Day when point.Day == 0 && point.Weekday > 0 => string.Create(CultureInfo.InvariantCulture, $"{year}-WXX-{point.Weekday}"),
            Grain.Day => $"{year}-{Two(point.Month)}-{Two(point.Day)}",
            Grain.Week => $"{year}-W{Two(point.Number)}",
            Grain.Weekend => $"{year}-W{Two(point.Number)}-WE",
            Grain.Month => $"{year}-{Two(point.Month)}",
            Grain.Quarter => $"{year}-Q{One(point.Number)}",
            Grain.Half => $"{year}-H{One(point.Number)}",
            Grain.Season => $"{year}-{Seasons[Math.Clamp(point.Number, 0, 4)]}",
            Grain.Decade => point.Year == 0 ? "XXX" : year[..3],
            Grain.Century => point.Year == 0 ? "XX" : year[..2],
            Grain.Millennium => point.Year == 0 ? "X" : year[..1],
            _ => year,
        };
    }

    private static string Year(in TimePoint point)
    {
        string year = point.Year is >= 1 and <= 9999 ? point.Year.ToString("D4", CultureInfo.InvariantCulture) : "XXXX";
        return point.Fiscal ? "FY" + year : year;
    }

    private static string Two(int number) => number is >= 1 and <= 99 ? number.ToString("D2", CultureInfo.InvariantCulture) : "XX";

    private static string One(int number) => number is >= 1 and <= 9 ? number.ToString(CultureInfo.InvariantCulture) : "X";

    private static string Clock(int clock)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{clock / 10000:D2}:{clock / 100 % 100:D2}");
        return clock % 100 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{clock % 100:D2}");
    }

    /// <summary>One amount of a unit: <c>P2W</c>, <c>PT48H</c>; <c>PXY</c> where it is vague.</summary>
    public static string Duration(double amount, TimeUnit unit) => (unit.IsClock() ? "PT" : "P") + Amount(amount, unit);

    /// <summary>Two amounts together: <c>P2Y3M</c>, <c>PT1H45M</c>, <c>P1DT2H</c>.</summary>
    public static string Duration(double amount, TimeUnit unit, double moreAmount, TimeUnit moreUnit) =>
        Duration(amount, unit) + (moreUnit.IsClock() && !unit.IsClock() ? "T" : "") + Amount(moreAmount, moreUnit);

    private static string Amount(double amount, TimeUnit unit)
    {
        if (double.IsNaN(amount)) return "X" + unit.Sign();
        if (unit == TimeUnit.Fortnight) amount *= 2;
        return Math.Min(amount, 1e9).ToString("0.####", CultureInfo.InvariantCulture) + unit.Sign();
    }
}
