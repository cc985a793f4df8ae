using System.Globalization;

namespace NewsNlp.Dates;

/// <summary>Calendar arithmetic that never throws: what lies outside the years 1 to 9999 is null.</summary>
internal static class Cal
{
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A day that can be in some year: 29 February counts.</summary>
    public static bool IsMonthDay(int month, int day) => IsDay(2000, month, day);

    /// <summary>The nearest year to our time that two figures name.</summary>
    public static int FullYear(int twoFigures) => twoFigures < 50 ? 2000 + twoFigures : 1900 + twoFigures;

    public static DateOnly? AddDays(DateOnly day, long days)
    {
        long number = day.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    /// <summary>Moves a month by months; year 0 where it leaves the calendar.</summary>
    public static (int Year, int Month) AddMonths(int year, int month, long months)
    {
        long total = year * 12L + month - 1 + months;
        long newYear = Math.DivRem(total, 12, out long rest);
        return newYear is >= 1 and <= 9999 && rest >= 0 ? ((int)newYear, (int)rest + 1) : (0, 0);
    }

    /// <summary>Monday 1 to Sunday 7.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static (int Year, int Week) IsoWeek(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(time), ISOWeek.GetWeekOfYear(time));
    }

    /// <summary>The Monday of a day's week; null at the very start of the calendar.</summary>
    public static DateOnly? Monday(DateOnly day) => AddDays(day, 1 - Weekday(day));

    public static int QuarterOf(int month) => (month + 2) / 3;

    /// <summary>The Nth weekday of a month, the last where <paramref name="n"/> is -1; null where there is none.</summary>
    public static DateOnly? NthWeekday(int year, int month, int weekday, int n)
    {
        if (!IsDay(year, month, 1)) return null;
        if (n < 0)
        {
            DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
            return AddDays(last, -((Weekday(last) - weekday + 7) % 7) + (n + 1) * 7);
        }
        DateOnly first = new(year, month, 1);
        int day = 1 + (weekday - Weekday(first) + 7) % 7 + (n - 1) * 7;
        return IsDay(year, month, day) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>Western Easter, after the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
