namespace NewsNlp.Dates;

/// <summary>Phrases with an article, and those that name a part of a longer time.</summary>
internal sealed partial class DateGrammar
{
    private bool ThePhrase(int at, out Reading reading)
    {
        int next = at + 1;
        switch (items.Kind(next))
        {
            case ItemKind.Unit:
                return UnitsAhead(at, next, out reading) || DayBefore(at, next, out reading) || YearEarlier(at, next, out reading) || YearEnd(at, next, out reading) || TheYear(at, next, out reading) || TheUnit(at, next, false, out reading);
            case ItemKind.YearEarlier: return YearEarlier(at, next, out reading);
            case ItemKind.Ordinal or ItemKind.NumberWord: return DayMonth(at, next, out reading) || (!items.Is(next + 1, ItemKind.Hyphen) && (QuarterOrHalf(at, next, out reading) || CenturyOrNth(at, next, out reading))) || TheNth(at, next, out reading) || TheStraight(at, next, out reading);
            case ItemKind.PartNoun: return PartNounOf(at, next, out reading);
            case ItemKind.Decade or ItemKind.DecadeWord: return TheDecade(at, next, out reading);
            case ItemKind.Part: return ThePart(at, next, out reading);
            case ItemKind.Season: return TheSeason(at, next, out reading);
            case ItemKind.DayPart: return TheDayPart(at, next, out reading);
            case ItemKind.Fiscal: return FiscalQuarterOrYear(at, next, out reading);
            case ItemKind.Number: return TheYearsQuarter(at, next, out reading);
            case ItemKind.Last when NthOf(at, -1, next + 1, out reading): return true;
            case ItemKind.Consecutive when items.Is(next + 1, ItemKind.Unit) && items[next + 1].Value != (int)TimeUnit.Day: return TheUnit(at, next + 1, false, out reading);
            case ItemKind.None: return NewYear(at, next, out reading);
            default: return Relative(at, next, out reading);
        }
    }

    private bool FiscalQuarterOrYear(int start, int at, out Reading reading)
    {
        bool found = FiscalYear(at, out reading);
        if (!found && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Year && !items.Has(at + 1, ItemFlags.Plural))
        {
            int year = EndingYear(at + 2) is var ending and > 0 ? ending : _context.Narrative.Fiscal ? _context.Narrative.Year : _context.Published?.Year ?? 0;
            reading = Reading.Of(start, at + 2, TimePoint.OfYear(year) with { Fiscal = true });
            found = true;
        }
        reading.Start = start;
        return found;
    }

    // the fiscal year ending June 30, 1990
    private int EndingYear(int at)
    {
        if (!IsWord(at, "ended") && !IsWord(at, "ending")) return 0;
        int day = items.Kind(at + 1) is ItemKind.On or ItemKind.In ? at + 2 : at + 1;
        return items.Is(day, ItemKind.Month) && BarePoint(day, out Reading told) ? told.Point.Year : 0;
    }

    // the months ahead, the years to come
    private bool UnitsAhead(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Has(at, ItemFlags.Plural)) return false;
        bool ahead = IsWord(at + 1, "ahead") && !items.Is(at + 2, ItemKind.Of), come = items.Is(at + 1, ItemKind.To) && IsWord(at + 2, "come");
        if (!ahead && !come) return false;
        reading = Reading.Of(start, ahead ? at + 2 : at + 3, DateType.Duration, TimexWriter.Duration(double.NaN, (TimeUnit)items[at].Value));
        return true;
    }

    // the 1989 third quarter, the 1989 quarter (the one under report); of the 2008 election only the year is a date.
    private bool TheYearsQuarter(int start, int at, out Reading reading)
    {
        reading = default;
        if (!YearNumber(at, out int year)) return false;
        bool same = items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Quarter && !items.Has(at + 1, ItemFlags.Plural);
        if (same) reading = Reading.Of(start, at + 2, CurrentQuarter());
        else if (!QuarterOrHalf(start, at + 1, out reading)) return false;
        reading.Point = reading.Point with { Year = year };
        return true;
    }

    // the year 2000
    private bool TheYear(int start, int at, out Reading reading)
    {
        reading = default;
        if (items[at].Value != (int)TimeUnit.Year || !YearNumber(at + 1, out int year)) return false;
        reading = Reading.Of(start, at + 2, TimePoint.OfYear(year));
        return true;
    }

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

    // the new year
    private bool NewYear(int start, int at, out Reading reading)
    {
        reading = default;
        if (!IsWord(at, "new") || !items.Is(at + 1, ItemKind.Unit) || items[at + 1].Value != (int)TimeUnit.Year || items.Kind(at + 2) is ItemKind.Possessive or ItemKind.Of) return false;
        int year = _context.Published is { } day ? day.Month > 6 ? day.Year + 1 : day.Year : 0;
        reading = Reading.Of(start, at + 2, TimePoint.OfYear(year is >= 1 and <= 9999 ? year : 0));
        return true;
    }

    // the third straight quarter, the second consecutive day, the third year in a row
    private bool TheStraight(int start, int at, out Reading reading)
    {
        reading = default;
        int next = items.Is(at + 1, ItemKind.Consecutive) ? at + 2 : at + 1, end = next + 1;
        if (!items.Is(at, ItemKind.Ordinal) || !items.Is(next, ItemKind.Unit) || items.Has(next, ItemFlags.Plural)) return false;
        if (next == at + 1 && !(IsWord(end, "in") && items.Is(end + 1, ItemKind.A) && IsWord(end + 2, "row"))) return false;
        TimeUnit unit = (TimeUnit)items[next].Value;
        if (unit.IsClock()) return false;
        reading = Reading.Of(start, next == at + 1 ? end + 3 : end, unit == TimeUnit.Quarter ? CurrentQuarter() : UnitPoint(unit, 0, _context.Narrative.Year > 0 ? _context.Narrative : PublishedPoint));
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

    // year-end, month-end; the year's end
    private bool YearEnd(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural) || items[at].Value < (int)TimeUnit.Week || items.Kind(at + 1) is not (ItemKind.Hyphen or ItemKind.Possessive)) return false;
        if (!items.Is(at + 2, ItemKind.PartNoun) || items[at + 2].Value != (int)DateModifier.End || items.Is(at + 3, ItemKind.Of)) return false;
        TimePoint point = UnitPoint((TimeUnit)items[at].Value, 0, PublishedPoint);
        bool told = YearNumber(at + 3, out int year) && point.Grain == Grain.Year;
        reading = Reading.Of(start, told ? at + 4 : at + 3, told ? TimePoint.OfYear(year) : point);
        reading.Modifier = DateModifier.End;
        return true;
    }

    // year-end, year-earlier, day-long
    private bool BareUnit(int at, out Reading reading)
    {
        if (YearEnd(at, at, out reading) || YearEarlier(at, at, out reading)) return true;
        if (items.Has(at, ItemFlags.Plural) || !items.Is(at + 1, ItemKind.Hyphen) || !IsWord(at + 2, "long") || items.Is(at - 1, ItemKind.Hyphen)) return false;
        reading = Reading.Of(at, at + 3, DateType.Duration, TimexWriter.Duration(1, (TimeUnit)items[at].Value));
        return true;
    }

    // early March, late last year, mid-2024, early Monday
    private bool PartOf(int at, out Reading reading)
    {
        reading = default;
        if (IsWord(at - 1, "as")) return false;
        int next = at + 1;
        if (items.Is(next, ItemKind.Hyphen)) next++;
        if (items.Is(next, ItemKind.On) && items.Kind(next + 1) is ItemKind.Weekday) next++;
        bool found = items.Is(next, ItemKind.Month) && items.Has(next, ItemFlags.Capital) ? MonthDate(next, out reading)
            : items.Is(next, ItemKind.Decade) ? IsDecadeAlone(next) && Decade(at, next, out reading)
            : items.Is(next, ItemKind.Number) ? YearNumber(next, out _) && Year(next, out reading)
            : items.Is(next, ItemKind.Season) ? SeasonReading(next, next, out reading)
            : items.Is(next, ItemKind.DayPart) ? DayPartReading(next, out reading)
            : items.Is(next, ItemKind.Unit) ? next > at + 1 && MidUnit(at, next, out reading)
            : items.Kind(next) is not (ItemKind.Part or ItemKind.PartNoun or ItemKind.Unit) && Point(next, out reading);
        if (!found || reading.Text is not null) return false;
        reading.Start = at;
        reading.Modifier = (DateModifier)items[at].Value;
        return true;
    }

    // mid-month, mid-week
    private bool MidUnit(int at, int next, out Reading reading)
    {
        reading = default;
        if ((DateModifier)items[at].Value != DateModifier.Mid || items.Has(next, ItemFlags.Plural) || items[next].Value is not ((int)TimeUnit.Week or (int)TimeUnit.Month or (int)TimeUnit.Year)) return false;
        reading = Reading.Of(at, next + 1, UnitPoint((TimeUnit)items[next].Value, 0, PublishedPoint));
        return true;
    }

    // the late 1990s, the early 20th century, the early morning
    private bool ThePart(int start, int at, out Reading reading)
    {
        int next = items.Is(at + 1, ItemKind.Hyphen) ? at + 2 : at + 1;
        bool found = items.Kind(next) switch
        {
            ItemKind.Decade or ItemKind.DecadeWord => TheDecade(start, next, out reading),
            ItemKind.Ordinal => CenturyOrNth(start, next, out reading),
            _ => PartOf(at, out reading),
        };
        reading.Start = start;
        if (found) reading.Modifier = (DateModifier)items[at].Value;
        return found;
    }

    // the end of June, the beginning of the year, mid-point aside
    private bool PartNounOf(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at + 1, ItemKind.Of)) return false;
        bool bare = items.Is(at + 2, ItemKind.Unit) && items[at + 2].Value is (int)TimeUnit.Month or (int)TimeUnit.Quarter or (int)TimeUnit.Year;
        if (!(bare ? TheUnit(at + 2, at + 2, true, out reading) : WholePoint(at + 2, out reading))) return false;
        if (items.Has(at, ItemFlags.Ambiguous) && !items.Is(at - 1, ItemKind.The)) return false;
        TimeBehind(ref reading);
        reading.Start = start;
        reading.Modifier = (DateModifier)items[at].Value;
        return true;
    }

    private bool TheDecade(int start, int at, out Reading reading)
    {
        if (items.Is(at, ItemKind.DecadeWord))
        {
            reading = Reading.Of(start, at + 1, new TimePoint(Grain.Decade, 1900 + items[at].Value));
            return true;
        }
        return Decade(start, at, out reading) || (items[at].Digits == 2 && reading.End > 0);
    }

    private bool BareSeason(int at, out Reading reading)
    {
        reading = default;
        bool year = YearBehind(at + 1, out _, out _) && !items.Is(at + 1, ItemKind.Comma);
        if (!year && (items.Has(at, ItemFlags.Ambiguous | ItemFlags.Plural) || items.Kind(at - 1) is not (ItemKind.In or ItemKind.By or ItemKind.Since or ItemKind.Part))) return false;
        return SeasonReading(at, at, out reading);
    }

    // the summer, the summer of 2014; the fall of the government is none.
    private bool TheSeason(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural) || IsTitle(at)) return false;
        bool year = YearBehind(at + 1, out _, out _);
        if (!year && IsBeforeNoun(at + 1)) return false;
        if (!year && items.Has(at, ItemFlags.Ambiguous) && (items.Is(at + 1, ItemKind.Of) || items.Kind(start - 1) is not (ItemKind.In or ItemKind.By or ItemKind.Since or ItemKind.For or ItemKind.Over)))
            return false;
        return SeasonReading(start, at, out reading);
    }

    // the Summer Olympics
    private bool IsTitle(int at) => items.Has(at, ItemFlags.Capital) && items.Is(at + 1, ItemKind.None) && items.Has(at + 1, ItemFlags.Capital);

    private bool SeasonReading(int start, int at, out Reading reading)
    {
        int season = items[at].Value;
        if (YearBehind(at + 1, out int year, out int end) && !items.Is(at + 1, ItemKind.Comma))
        {
            if (items.Is(end, ItemKind.Hyphen) && UpperYear(end + 1, year, out _)) end += 2;
            reading = Reading.Of(start, end, SeasonPoint(season, year));
            return true;
        }
        int whole = items.Is(at + 1, ItemKind.Of) ? at + 2 : at + 1;
        if (Relative(whole, whole, out Reading named) && named.Point.Grain == Grain.Year && named.Text is null)
        {
            reading = Reading.Of(start, named.End, SeasonPoint(season, named.Point.Year));
            return true;
        }
        reading = Reading.Of(start, at + 1, BareSeasonPoint(season, start, at + 1));
        return true;
    }

    private bool References(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        switch (item.Kind)
        {
            case ItemKind.Reference when IsWord(at - 1, "as"):
                return false;
            case ItemKind.Reference:
                reading = Reading.Of(at, at + 1, DateType.Date, item.Text ?? "");
                return true;
            case ItemKind.Now:
                if (IsWord(at + 1, "that") || (items.Is(at - 1, ItemKind.Break) && items.Is(at + 1, ItemKind.Comma))) return false;
                reading = Reading.Of(at, at + 1, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.That when items.Has(at, ItemFlags.Plural) && items.Is(at - 1, ItemKind.In) && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Day:
                reading = Reading.Of(at, at + 2, DateType.Date, "PAST_REF");
                return true;
            case ItemKind.This when items.Has(at, ItemFlags.Plural) && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Day && items.Has(at + 1, ItemFlags.Plural):
                reading = Reading.Of(at, at + 2, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.At when IsWord(at + 1, "present") && PresentNoun(at + 1) == 0:
                reading = Reading.Of(at + 1, at + 2, DateType.Date, "PRESENT_REF");
                return EndsClause(at + 2);
            case ItemKind.To when IsWord(at + 1, "date") && EndsClause(at + 2):
                reading = Reading.Of(at, at + 2, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.This or ItemKind.The when items.Is(at - 1, ItemKind.At) && PresentNoun(at + 1) > 0:
                reading = Reading.Of(at, at + 1 + PresentNoun(at + 1), DateType.Date, "PRESENT_REF");
                return !items.Is(reading.End, ItemKind.Of);
            case ItemKind.The: return TheFuture(at, out reading);
            default: return false;
        }
    }

    // time, moment, present time; 0 where it is none of them.
    private int PresentNoun(int at)
    {
        if (IsWord(at, "present")) return IsWord(at + 1, "time") || IsWord(at + 1, "moment") ? 2 : 0;
        return IsWord(at, "moment") || (IsWord(at, "time") && items.Is(at - 1, ItemKind.This)) ? 1 : 0;
    }

    // the future, the near future, the past, the recent past
    private bool TheFuture(int at, out Reading reading)
    {
        reading = default;
        int next = items.Kind(at + 1) is ItemKind.Nearness or ItemKind.Recent ? at + 2 : at + 1;
        bool past = items.Is(next, ItemKind.Past), future = items.Is(next, ItemKind.Future);
        if (!past && !future) return false;
        ItemKind behind = items.Kind(next + 1);
        if (!EndsClause(next + 1) && behind is not (ItemKind.In or ItemKind.To or ItemKind.By or ItemKind.On or ItemKind.At or ItemKind.From) && !(past && items.Is(at - 1, ItemKind.In) && behind == ItemKind.None)) return false;
        reading = Reading.Of(at, next + 1, DateType.Date, past ? "PAST_REF" : "FUTURE_REF");
        return true;
    }
}
