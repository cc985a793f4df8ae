namespace NewsNlp.Dates;

/// <summary>Which day, month or year a date without its year means, by distance from publication and by tense.</summary>
internal sealed partial class DateGrammar
{
    // Within a month of publication the nearer day is meant whatever the verb says: said the vote on June 5 would ...
    private const int Near = 31;

    private TimePoint MonthDay(int month, int day, int start, int end)
    {
        TimePoint open = new(Grain.Day, 0) { Month = month, Day = day };
        if (_context.Published is not { } published) return open;
        (DateOnly? before, DateOnly? after) = Around(published, year => Cal.IsDay(year, month, day) ? new DateOnly(year, month, day) : null);
        return Choose(before, after, published, start, end, Near) is { } chosen ? TimePoint.OfDay(chosen) : open;
    }

    private TimePoint Month(int month, int start, int end)
    {
        if (_context.Published is not { } published) return TimePoint.OfMonth(0, month);
        if (month == published.Month) return TimePoint.OfMonth(published.Year, month);
        (DateOnly? before, DateOnly? after) = Around(published, year => year is >= 1 and <= 9999 ? new DateOnly(year, month, 1) : null);
        return Choose(before, after, published, start, end, 0) is { } chosen ? TimePoint.OfMonth(chosen.Year, month) : TimePoint.OfMonth(0, month);
    }

    // March futures, for December delivery: the first such month from publication on.
    private TimePoint DeliveryMonth(int month)
    {
        if (_context.Published is not { } published) return TimePoint.OfMonth(0, month);
        (int year, int _) = Cal.AddMonths(published.Year, published.Month, (month - published.Month + 12) % 12);
        return TimePoint.OfMonth(year, month);
    }

    private TimePoint NearestMonth(int month)
    {
        if (_context.Published is not { } published) return TimePoint.OfMonth(0, month);
        int back = (published.Month - month + 12) % 12;
        (int year, int _) = Cal.AddMonths(published.Year, published.Month, back <= 6 ? -back : 12 - back);
        return TimePoint.OfMonth(year, month);
    }

    // The last such day up to publication and the first from it on.
    private static (DateOnly? Before, DateOnly? After) Around(DateOnly published, Func<int, DateOnly?> dayIn)
    {
        DateOnly? before = null, after = null;
        for (int year = published.Year - 8; year <= published.Year + 8; year++)
        {
            if (dayIn(year) is not { } day) continue;
            if (day <= published) before = day;
            if (day >= published) after ??= day;
        }
        return (before, after);
    }

    private DateOnly? Choose(DateOnly? before, DateOnly? after, DateOnly published, int start, int end, int near)
    {
        if (before is not { } past) return after;
        if (after is not { } future) return before;
        int back = published.DayNumber - past.DayNumber, ahead = future.DayNumber - published.DayNumber;
        if (Math.Min(back, ahead) <= near) return back <= ahead ? past : future;
        return DirectionAt(start, end) switch
        {
            Direction.Past => past,
            Direction.Future => future,
            _ => back <= ahead ? past : future,
        };
    }

    private TimePoint Weekday(int weekday, int start, int end)
    {
        if (_context.Published is not { } published) return new TimePoint(Grain.Day, 0) { Weekday = weekday };
        int back = (Cal.Weekday(published) - weekday + 7) % 7;
        bool ahead = back != 0 && DirectionAt(start, end) == Direction.Future;
        return TimePoint.OfDay(Cal.AddDays(published, ahead ? 7 - back : -back));
    }

    private TimePoint SeasonPoint(int season, int year) => new(Grain.Season, year) { Number = season };

    private TimePoint BareSeasonPoint(int season, int start, int end)
    {
        if (_context.Published is not { } published) return SeasonPoint(season, 0);
        int now = published.Month == 12 ? 4 : published.Month / 3;
        Direction direction = DirectionAt(start, end);
        int year = published.Year;
        if (now == 0) now = season == 4 ? 4 : 0;
        if (published.Month < 3 && season == 4) return SeasonPoint(4, year - 1);
        if (direction == Direction.Past && season > now) year--;
        if (direction == Direction.Future && season < now) year++;
        return SeasonPoint(season, year);
    }

    /// <summary>The unit so many steps from the one that holds <paramref name="anchor"/>; open where the anchor is.</summary>
    private static TimePoint UnitPoint(TimeUnit unit, long steps, in TimePoint anchor)
    {
        Grain grain = GrainOf(unit);
        if (anchor.FirstDay() is not { } day) return new TimePoint(grain, 0);
        switch (unit)
        {
            case TimeUnit.Day: return TimePoint.OfDay(Cal.AddDays(day, steps));
            case TimeUnit.Week or TimeUnit.Weekend: return TimePoint.OfWeek(Cal.AddDays(day, steps * 7), grain);
            case TimeUnit.Fortnight: return TimePoint.OfWeek(Cal.AddDays(day, steps * 14));
            case TimeUnit.Month:
                (int year, int month) = Cal.AddMonths(day.Year, day.Month, steps);
                return TimePoint.OfMonth(year, month);
            case TimeUnit.Quarter:
                (int quarterYear, int first) = Cal.AddMonths(day.Year, day.Month, steps * 3);
                return TimePoint.OfQuarter(quarterYear, quarterYear == 0 ? 0 : Cal.QuarterOf(first));
            default: return YearsPoint(unit, grain, day.Year, steps);
        }
    }

    private static TimePoint YearsPoint(TimeUnit unit, Grain grain, int year, long steps)
    {
        int length = unit switch { TimeUnit.Decade => 10, TimeUnit.Century => 100, TimeUnit.Millennium => 1000, _ => 1 };
        long start = unit == TimeUnit.Century ? year - (year - 1) % 100 : year - year % length;
        long moved = start + steps * length;
        return moved is >= 1 and <= 9999 ? new TimePoint(grain, (int)moved) : new TimePoint(grain, 0);
    }

    private static Grain GrainOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => Grain.Week,
        TimeUnit.Weekend => Grain.Weekend,
        TimeUnit.Month => Grain.Month,
        TimeUnit.Quarter => Grain.Quarter,
        TimeUnit.Year => Grain.Year,
        TimeUnit.Decade => Grain.Decade,
        TimeUnit.Century => Grain.Century,
        TimeUnit.Millennium => Grain.Millennium,
        _ => Grain.Day,
    };

    private TimePoint PublishedPoint => _context.Published is { } day ? TimePoint.OfDay(day) : default;
}
