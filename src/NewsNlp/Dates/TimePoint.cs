namespace NewsNlp.Dates;

/// <summary>How large a piece of the calendar a <see cref="TimePoint"/> is, from small to large.</summary>
internal enum Grain : byte
{
    None,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// <summary>
/// A piece of the calendar, with a time of day where one is told. Parts that nothing tells are 0 and become <c>X</c>.
/// </summary>
internal readonly record struct TimePoint(Grain Grain, int Year)
{
    public int Month { get; init; }

    public int Day { get; init; }

    /// <summary>Of the week, quarter, half or season.</summary>
    public int Number { get; init; }

    /// <summary>A day of which only the weekday is known.</summary>
    public int Weekday { get; init; }

    /// <summary>The year is one of accounts.</summary>
    public bool Fiscal { get; init; }

    /// <summary>Row of <see cref="DayParts"/>; 0 where none is told.</summary>
    public int DayPart { get; init; }

    public bool HasClock { get; init; }

    /// <summary>hhmmss as one number.</summary>
    public int Clock { get; init; }

    public bool HasTime => HasClock || DayPart != 0;

    /// <summary>A day whose year, month and day are all known.</summary>
    public bool IsFullDay => Grain == Grain.Day && Year > 0 && Month > 0 && Day > 0;

    public DateOnly? Date => IsFullDay && Cal.IsDay(Year, Month, Day) ? new DateOnly(Year, Month, Day) : null;

    public static TimePoint OfDay(DateOnly day) => new(Grain.Day, day.Year) { Month = day.Month, Day = day.Day };

    /// <summary>The day, or an open one where the calendar has none.</summary>
    public static TimePoint OfDay(DateOnly? day) => day is { } known ? OfDay(known) : new TimePoint(Grain.Day, 0);

    public static TimePoint OfWeek(DateOnly? day, Grain grain = Grain.Week)
    {
        if (day is not { } known) return new TimePoint(grain, 0);
        (int year, int week) = Cal.IsoWeek(known);
        return new TimePoint(grain, year) { Number = week };
    }

    public static TimePoint OfMonth(int year, int month) => new(Grain.Month, year) { Month = month };

    public static TimePoint OfQuarter(int year, int number) => new(Grain.Quarter, year) { Number = number };

    public static TimePoint OfYear(int year) => new(Grain.Year, year);

    /// <summary>A day in it, its first where it is longer; null where its year is open.</summary>
    public DateOnly? FirstDay()
    {
        if (Year <= 0 || Year > 9999) return null;
        return Grain switch
        {
            Grain.Day => Date,
            Grain.Week or Grain.Weekend => Number is >= 1 and <= 53 ? DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(Math.Max(2, Year), Number, DayOfWeek.Monday)) : null,
            Grain.Month => Month is >= 1 and <= 12 ? new DateOnly(Year, Month, 1) : null,
            Grain.Quarter => Number is >= 1 and <= 4 ? new DateOnly(Year, Number * 3 - 2, 1) : null,
            Grain.Half => Number is >= 1 and <= 2 ? new DateOnly(Year, Number * 6 - 5, 1) : null,
            Grain.Season => Number is >= 1 and <= 4 ? new DateOnly(Year, Math.Min(12, Number * 3), 1) : null,
            _ => new DateOnly(Year, 1, 1),
        };
    }
}
