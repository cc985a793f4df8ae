namespace NewsNlp.Dates;

/// <summary>last week, the following day, this June, next Friday, the same month, the quarter.</summary>
internal sealed partial class DateGrammar
{
    private bool Deictic(int at, out Reading reading)
    {
        TimePoint day = UnitPoint(TimeUnit.Day, items[at].Value, PublishedPoint);
        if (items.Is(at, ItemKind.Tonight)) day = UnitPoint(TimeUnit.Day, 0, PublishedPoint) with { DayPart = DayParts.Night };
        reading = Reading.Of(at, at + 1, day);
        return true;
    }

    // at is the word that places: last, next, this ...
    private bool Relative(int start, int at, out Reading reading)
    {
        reading = default;
        if (!IsPlacing(items.Kind(at))) return false;
        int next = at + 1;
        if (items.Is(at, ItemKind.This) && items.Kind(next) is ItemKind.Past or ItemKind.Last or ItemKind.Coming or ItemKind.Next) return Relative(start, next, out reading);
        if (items.Is(at, ItemKind.That) && items.Is(next, ItemKind.Same)) return Relative(start, next, out reading);
        if (items.Is(at, ItemKind.That) && items.Is(next + 1, ItemKind.After)) return false;
        bool fiscal = items.Is(next, ItemKind.Fiscal);
        if (fiscal || items.Kind(next) is ItemKind.YearKind or ItemKind.DayKind) next++;
        if (items.Is(next - 1, ItemKind.YearKind) && IsWord(next - 1, "financial")) fiscal = true;
        bool found = items.Kind(next) switch
        {
            ItemKind.Unit => RelativeUnit(start, at, next, fiscal, out reading),
            ItemKind.Weekday => RelativeWeekday(start, at, next, out reading),
            ItemKind.Month => RelativeMonth(start, at, next, out reading),
            ItemKind.Season => RelativeSeason(start, at, next, out reading),
            ItemKind.DayPart => RelativeDayPart(start, at, next, out reading),
            ItemKind.Ordinal => items.Kind(at) is ItemKind.This or ItemKind.Last or ItemKind.Next && QuarterOrHalf(start, next, out reading),
            _ => false,
        };
        return found || RelativeHoliday(start, at, next, out reading);
    }

    // last year, this fiscal year: only these, so that months and weekdays do not ask one another on and on.
    private bool RelativeYear(int at, out Reading reading)
    {
        reading = default;
        int unit = items.Is(at, ItemKind.This) && IsPlacing(items.Kind(at + 1)) ? at + 2 : at + 1;
        if (items.Kind(unit) is ItemKind.Fiscal or ItemKind.YearKind) unit++;
        if (!items.Is(unit, ItemKind.Unit) || items[unit].Value != (int)TimeUnit.Year) return false;
        return Relative(at, at, out reading) && reading.Point.Grain == Grain.Year && reading.Text is null;
    }

    private static bool IsPlacing(ItemKind kind) => kind is ItemKind.This or ItemKind.Last or ItemKind.Next or ItemKind.Past or ItemKind.Previous or ItemKind.Following
        or ItemKind.Coming or ItemKind.Current or ItemKind.Latest or ItemKind.Same or ItemKind.That;

    private bool RelativeUnit(int start, int at, int next, bool fiscal, out Reading reading)
    {
        reading = default;
        TimeUnit unit = (TimeUnit)items[next].Value;
        if (items.Has(next, ItemFlags.Plural | ItemFlags.Short) || unit.IsClock()) return false;
        ItemKind kind = items.Kind(at);
        if (items.Is(next + 1, ItemKind.Or) && items.Is(next + 2, ItemKind.NumberWord) && kind is ItemKind.Past or ItemKind.Last or ItemKind.Next or ItemKind.Coming) return OneOrTwo(start, next, unit, out reading);
        if (kind == ItemKind.Same && SameLastYear(start, next, unit, out reading)) return true;
        if (kind == ItemKind.Past || IsStretch(start, kind, unit) || (unit >= TimeUnit.Decade && kind is ItemKind.Last or ItemKind.Next or ItemKind.Coming))
        {
            reading = Reading.Of(start, next + 1, DateType.Duration, TimexWriter.Duration(1, unit));
            return true;
        }
        if (unit == TimeUnit.Day && kind is ItemKind.This or ItemKind.Last or ItemKind.Latest or ItemKind.Current && !items.Is(at, ItemKind.This)) return false;
        TimePoint point = UnitPoint(unit, StepsOf(kind), AnchorOf(kind, unit));
        if (kind == ItemKind.Latest && unit == TimeUnit.Quarter) point = CurrentQuarter();
        reading = Reading.Of(start, next + 1, point with { Fiscal = fiscal });
        return true;
    }

    // in the last month, over the next year: a stretch of time up to now or from now on; last month is a point of the calendar.
    private bool IsStretch(int start, ItemKind kind, TimeUnit unit)
    {
        if (!items.Is(start, ItemKind.The) || unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)) return false;
        return kind == ItemKind.Last || (kind == ItemKind.Next && items.Kind(start - 1) is ItemKind.In or ItemKind.Over or ItemKind.For);
    }

    // the next day or two
    private bool OneOrTwo(int start, int at, TimeUnit unit, out Reading reading)
    {
        reading = Reading.Of(start, at + 3, DateType.Duration, TimexWriter.Duration(1, unit));
        reading.Upper = TimexWriter.Duration(items[at + 2].Value, unit);
        return true;
    }

    // the same quarter last year, the same month of 2024; the same quarter a year ago is that quarter too, and the year ago an expression of its own.
    private bool SameLastYear(int start, int at, TimeUnit unit, out Reading reading)
    {
        reading = default;
        if (unit is not (TimeUnit.Quarter or TimeUnit.Month or TimeUnit.Week or TimeUnit.Day)) return false;
        int behind = items.Kind(at + 1) is ItemKind.Of or ItemKind.In ? at + 2 : at + 1;
        TimePoint same = unit == TimeUnit.Quarter ? CurrentQuarter() : UnitPoint(unit, 0, AnchorOf(ItemKind.Same, unit));
        if (items.Is(behind, ItemKind.A) && items.Is(behind + 1, ItemKind.Unit) && items[behind + 1].Value == (int)TimeUnit.Year && items.Kind(behind + 2) is ItemKind.Ago or ItemKind.Earlier)
        {
            reading = Reading.Of(start, at + 1, same.Year > 1 ? same with { Year = same.Year - 1 } : same);
            return true;
        }
        bool told = YearNumber(behind, out int year);
        int end = behind + 1;
        if (!told && RelativeYear(behind, out Reading named)) (told, year, end) = (true, named.Point.Year, named.End);
        if (!told) return false;
        reading = Reading.Of(start, end, same with { Year = year });
        return true;
    }

    private static int StepsOf(ItemKind kind) => kind switch
    {
        ItemKind.Last or ItemKind.Previous or ItemKind.Past => -1,
        ItemKind.Next or ItemKind.Following or ItemKind.Coming => 1,
        _ => 0,
    };

    // last and next look from publication; previous, following, that and the same from where the story is. The next day does so too.
    private TimePoint AnchorOf(ItemKind kind, TimeUnit unit)
    {
        bool narrative = kind is ItemKind.Previous or ItemKind.Following or ItemKind.That or ItemKind.Same || (kind == ItemKind.Next && unit == TimeUnit.Day);
        if (!narrative) return PublishedPoint;
        if (unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend && _context.NarrativeDay is { } day) return TimePoint.OfDay(day);
        return _context.Narrative.Year > 0 ? _context.Narrative : PublishedPoint;
    }

    private bool RelativeWeekday(int start, int at, int next, out Reading reading)
    {
        reading = default;
        ItemKind kind = items.Kind(at);
        int weekday = items[next].Value;
        if (items.Has(next, ItemFlags.Plural) || kind is ItemKind.That or ItemKind.Latest or ItemKind.Current or ItemKind.Same) return false;
        DateOnly? from = kind is ItemKind.Following or ItemKind.Previous ? _context.NarrativeDay : _context.Published;
        TimePoint point = new(Grain.Day, 0) { Weekday = weekday };
        if (from is { } day) point = TimePoint.OfDay(WeekdayFrom(kind, day, weekday));
        reading = Reading.Of(start, next + 1, point);
        DateBeside(ref reading);
        return true;
    }

    // last: the latest before; next: in the week that follows; following: the first after; this: of the same week, Monday to Sunday.
    private static DateOnly? WeekdayFrom(ItemKind kind, DateOnly day, int weekday)
    {
        int today = Cal.Weekday(day), back = (today - weekday + 6) % 7 + 1, ahead = (weekday - today + 6) % 7 + 1;
        return kind switch
        {
            ItemKind.Last or ItemKind.Past or ItemKind.Previous => Cal.AddDays(day, -back),
            ItemKind.Next => Cal.AddDays(day, 7 - today + weekday),
            ItemKind.Following or ItemKind.Coming => Cal.AddDays(day, ahead),
            _ => Cal.AddDays(day, weekday - today),
        };
    }

    private bool RelativeMonth(int start, int at, int next, out Reading reading)
    {
        reading = default;
        ItemKind kind = items.Kind(at);
        if (!items.Has(next, ItemFlags.Capital) || kind is ItemKind.That or ItemKind.Latest or ItemKind.Same or ItemKind.Current) return false;
        int month = items[next].Value, end = next + 1;
        TimePoint anchor = kind is ItemKind.Following or ItemKind.Previous ? _context.Narrative : PublishedPoint;
        int year = anchor.FirstDay() is { } day ? YearOfMonth(kind, day, month) : 0;
        TimePoint point = TimePoint.OfMonth(year, month);
        if (DayNumber(end, out int number, out int dayEnd) && Cal.IsMonthDay(month, number))
            (point, end) = (new TimePoint(Grain.Day, year) { Month = month, Day = number }, dayEnd);
        reading = Reading.Of(start, end, point);
        return true;
    }

    private static int YearOfMonth(ItemKind kind, DateOnly day, int month) => StepsOf(kind) switch
    {
        < 0 => month < day.Month ? day.Year : day.Year - 1,
        > 0 => month > day.Month ? day.Year : day.Year + 1,
        _ => day.Year,
    };

    private bool RelativeSeason(int start, int at, int next, out Reading reading)
    {
        reading = default;
        ItemKind kind = items.Kind(at);
        if (items.Has(next, ItemFlags.Plural)) return false;
        int season = items[next].Value, year = 0;
        TimePoint anchor = kind is ItemKind.Following or ItemKind.Previous or ItemKind.That or ItemKind.Same ? _context.Narrative : PublishedPoint;
        if (anchor.FirstDay() is { } day) year = YearOfSeason(kind, day, season);
        reading = Reading.Of(start, next + 1, SeasonPoint(season, Math.Max(0, year)));
        return true;
    }

    // Winter bears the year in which it begins.
    private static int YearOfSeason(ItemKind kind, DateOnly day, int season)
    {
        int now = day.Month == 12 ? 4 : day.Month / 3, year = day.Year;
        if (now == 0) (now, year) = (4, day.Year - 1);
        return StepsOf(kind) switch
        {
            < 0 => season < now ? year : year - 1,
            > 0 => season > now ? year : year + 1,
            _ => season < 4 && now == 4 && day.Month < 3 ? day.Year : year,
        };
    }

    // this morning, last night, that evening, the previous afternoon
    private bool RelativeDayPart(int start, int at, int next, out Reading reading)
    {
        reading = default;
        if (items.Has(next, ItemFlags.Plural)) return false;
        ItemKind kind = items.Kind(at);
        if (kind == ItemKind.Past) return false;
        TimePoint day = UnitPoint(TimeUnit.Day, StepsOf(kind), AnchorOf(kind, TimeUnit.Day));
        reading = Reading.Of(start, next + 1, day with { DayPart = items[next].Value });
        return true;
    }

    // earlier this week, later today, later Thursday
    private bool EarlierThis(int at, out Reading reading)
    {
        reading = default;
        int next = items.Is(at + 1, ItemKind.On) ? at + 2 : at + 1;
        bool placed = items.Kind(next) is ItemKind.This or ItemKind.Deictic or ItemKind.That
            || (items.Is(next, ItemKind.Weekday) && !items.Has(next, ItemFlags.Plural)) || (items.Is(next, ItemKind.In) && items.Is(next + 1, ItemKind.The) && items.Is(next + 2, ItemKind.Unit));
        if (!placed) return false;
        if (items.Is(next, ItemKind.In)) return InTheUnit(at, next + 1, out reading);
        if (!Point(next, out reading) || reading.Text is not null) return false;
        reading.Start = at;
        reading.Modifier = items.Is(at, ItemKind.Earlier) ? DateModifier.Start : DateModifier.End;
        return true;
    }

    // later in the day: the expression is the day.
    private bool InTheUnit(int at, int the, out Reading reading)
    {
        if (!TheUnit(the, the + 1, true, out reading)) return false;
        reading.Start = at;
        return true;
    }
}
