using System.Globalization;

namespace NewsNlp.Dates;

/// <summary>How the day of a holiday is found in a year, as a row of <c>Lexicon/en/dates/holidays.txt</c> says it.</summary>
internal sealed class HolidayRule
{
    private static readonly HebrewCalendar Hebrew = new();
    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly ChineseLunisolarCalendar Chinese = new();
    private readonly string _kind;
    private readonly int[] _numbers;

    private HolidayRule(string kind, int[] numbers)
    {
        _kind = kind;
        _numbers = numbers;
    }

    /// <summary>The month and day where they are the same each year, else zeros.</summary>
    public (int Month, int Day) Fixed => _kind == "fixed" ? (_numbers[0], _numbers[1]) : (0, 0);

    /// <summary>True for a day that was but once: 9/11.</summary>
    public bool IsOneDay => _kind == "day";

    public static HolidayRule Parse(string rule)
    {
        string[] parts = rule.Split(' ');
        return new HolidayRule(parts[0], [.. parts.Skip(1).Select(part => int.Parse(part, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Its day in <paramref name="year"/>; null where there is none, or the calendar does not reach so far.</summary>
    public DateOnly? DayIn(int year)
    {
        if (year is < 1 or > 9999) return null;
        return _kind switch
        {
            "fixed" => Cal.IsDay(year, _numbers[0], _numbers[1]) ? new DateOnly(year, _numbers[0], _numbers[1]) : null,
            "day" => new DateOnly(_numbers[0], _numbers[1], _numbers[2]),
            "nth" => Moved(Cal.NthWeekday(year, _numbers[2], _numbers[1], _numbers[0])),
            "easter" => Cal.AddDays(Cal.Easter(year), _numbers[0]),
            "hebrew" => Lunar(Hebrew, year),
            "hijri" => Lunar(Hijri, year),
            _ => Lunar(Chinese, year),
        };
    }

    private DateOnly? Moved(DateOnly? day) => day is { } known && _numbers.Length > 3 ? Cal.AddDays(known, _numbers[3]) : day;

    // The first year of the other calendar whose holiday falls into ours.
    private DateOnly? Lunar(Calendar calendar, int year)
    {
        DateTime newYear = new(year, 1, 1);
        if (newYear < calendar.MinSupportedDateTime || newYear.AddYears(year < 9999 ? 1 : 0) > calendar.MaxSupportedDateTime) return null;
        int first = calendar.GetYear(newYear);
        for (int i = first; i <= first + 1; i++)
        {
            int month = _numbers[0] + (calendar is HebrewCalendar && _numbers[0] > 6 && calendar.IsLeapYear(i) ? 1 : 0);
            if (month > calendar.GetMonthsInYear(i) || _numbers[1] > calendar.GetDaysInMonth(i, month)) continue;
            DateTime day = calendar.ToDateTime(i, month, _numbers[1], 0, 0, 0, 0);
            if (day.Year == year) return DateOnly.FromDateTime(day);
        }
        return null;
    }
}
