namespace NewsNlp.Dates;

/// <summary>The quarter, year, month, week or day that the story is in, and the week of a day that is named.</summary>
internal sealed partial class DateGrammar
{
    // The quarter, year, month, week or day that the story is in. Alone only behind words that want a time.
    private bool TheUnit(int start, int at, bool wanted, out Reading reading)
    {
        reading = default;
        TimeUnit unit = (TimeUnit)items[at].Value;
        if (items.Has(at, ItemFlags.Plural | ItemFlags.Short) || unit.IsClock() || unit == TimeUnit.Fortnight) return false;
        if (UnitOfDay(start, at, unit, out reading)) return true;
        if (!wanted && !IsTheUnitHere(start, at, unit)) return false;
        TimePoint point = unit switch
        {
            TimeUnit.Quarter => CurrentQuarter(),
            TimeUnit.Year => TheYearOfStory(),
            TimeUnit.Day => TimePoint.OfDay(_context.NarrativeDay),
            TimeUnit.Weekend => TheWeekend(start, at + 1),
            _ => UnitPoint(unit, 0, _context.Narrative.Year > 0 ? _context.Narrative : PublishedPoint),
        };
        reading = Reading.Of(start, at + 1, point);
        return true;
    }

    private TimePoint TheYearOfStory()
    {
        if (_context.Narrative is { Grain: Grain.Year, Year: > 0 } year) return year;
        return TimePoint.OfYear(_context.Published?.Year ?? 0);
    }

    private TimePoint TheWeekend(int start, int end)
    {
        if (_context.Published is not { } day) return new TimePoint(Grain.Weekend, 0);
        bool ahead = Cal.Weekday(day) >= 6 || DirectionAt(start, end) == Direction.Future;
        return TimePoint.OfWeek(Cal.AddDays(day, ahead ? 0 : -7), Grain.Weekend);
    }

    // the week of April 10, the week ended Oct. 28, the weekend of the 4th of July: the week is that of the day, and of is part of the expression.
    private bool UnitOfDay(int start, int at, TimeUnit unit, out Reading reading)
    {
        reading = default;
        if (unit is not (TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Quarter)) return false;
        bool of = items.Is(at + 1, ItemKind.Of), ended = IsWord(at + 1, "ended") || IsWord(at + 1, "ending"), begun = IsWord(at + 1, "beginning") || IsWord(at + 1, "starting") || IsWord(at + 1, "commencing");
        if (!(of && unit != TimeUnit.Quarter || ended || begun)) return false;
        int day = items.Is(at + 2, ItemKind.On) ? at + 3 : at + 2;
        if (items.Kind(day) is ItemKind.Unit or ItemKind.A || !BarePoint(day, out Reading told) || told.Text is not null || told.Point.Date is not { } date) return false;
        TimePoint point = unit == TimeUnit.Quarter ? TimePoint.OfQuarter(date.Year, Cal.QuarterOf(date.Month)) : unit == TimeUnit.Weekend ? WeekendOf(date) : TimePoint.OfWeek(date);
        reading = Reading.Of(start, ended ? at + 1 : told.End, point);
        return true;
    }

    private bool IsTheUnitHere(int start, int at, TimeUnit unit)
    {
        ItemKind before = items.Kind(start - 1), behind = items.Kind(at + 1);
        if (behind is ItemKind.Hyphen or ItemKind.Number || (behind == ItemKind.Of && unit != TimeUnit.Weekend)) return false;
        bool leading = before is ItemKind.In or ItemKind.For or ItemKind.From or ItemKind.By or ItemKind.To or ItemKind.Over or ItemKind.Since or ItemKind.At;
        if (before == ItemKind.Of) return items.Kind(start - 2) is ItemKind.Share or ItemKind.Least or ItemKind.More or ItemKind.PartNoun or ItemKind.Half;
        return unit switch
        {
            TimeUnit.Quarter => behind != ItemKind.Of,
            TimeUnit.Weekend => true,
            TimeUnit.Day => before is ItemKind.In or ItemKind.For,
            TimeUnit.Year or TimeUnit.Month or TimeUnit.Week when behind == ItemKind.Possessive => true,
            TimeUnit.Year or TimeUnit.Month or TimeUnit.Week or TimeUnit.Decade or TimeUnit.Century => leading && before != ItemKind.At,
            _ => false,
        };
    }

    // the day before yesterday, the day after tomorrow; the day before, the week after at the end of a clause
    private bool DayBefore(int start, int at, out Reading reading)
    {
        reading = default;
        ItemKind kind = items.Kind(at + 1);
        TimeUnit unit = (TimeUnit)items[at].Value;
        if (kind is not (ItemKind.Before or ItemKind.After) || items.Has(at, ItemFlags.Plural) || unit.IsClock()) return false;
        int steps = kind == ItemKind.Before ? -1 : 1;
        if (unit == TimeUnit.Day && items.Is(at + 2, ItemKind.Deictic))
        {
            reading = Reading.Of(start, at + 3, UnitPoint(unit, items[at + 2].Value + steps, PublishedPoint));
            return true;
        }
        if (unit == TimeUnit.Day && Holiday(at + 2, out Reading holiday))
        {
            reading = Reading.Of(start, holiday.End, UnitPoint(unit, steps, holiday.Point));
            return true;
        }
        if (items.Kind(at + 2) is ItemKind.Last or ItemKind.Next && items.Kind(at + 3) is not (ItemKind.Unit or ItemKind.Weekday or ItemKind.Month))
        {
            reading = Reading.Of(start, at + 3, UnitPoint(unit, 2 * steps, PublishedPoint));
            return true;
        }
        if (!EndsClause(at + 2)) return false;
        reading = Reading.Of(start, at + 2, UnitPoint(unit, steps, AnchorOf(ItemKind.Previous, unit)));
        return true;
    }

    private bool EndsClause(int at)
    {
        ref readonly DateItem item = ref items[at];
        if (item.Kind is ItemKind.Break or ItemKind.Comma or ItemKind.Close or ItemKind.Dash or ItemKind.And or ItemKind.Or) return true;
        return item.Kind == ItemKind.None && draft.Text[item.Start] is '.' or ';' or ':' or '"' or '”' or '?' or '!';
    }
}
