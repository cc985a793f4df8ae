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
            case ItemKind.Ordinal or ItemKind.NumberWord: return DayMonth(at, next, out reading) || (!(items.Is(next, ItemKind.Ordinal) && items.Is(next + 1, ItemKind.Hyphen)) && (QuarterOrHalf(at, next, out reading) || CenturyOrNth(at, next, out reading))) || TheNth(at, next, out reading) || TheStraight(at, next, out reading);
            case ItemKind.PartNoun: return PartNounOf(at, next, out reading);
            case ItemKind.Decade or ItemKind.DecadeWord: return TheDecade(at, next, out reading);
            case ItemKind.Part: return ThePart(at, next, out reading);
            case ItemKind.Season: return TheSeason(at, next, out reading);
            case ItemKind.DayPart: return TheDayPart(at, next, out reading);
            case ItemKind.Fiscal: return FiscalQuarterOrYear(at, next, out reading);
            case ItemKind.Number: return TheYearsQuarter(at, next, out reading) || NamedYear(at, next, out reading);
            case ItemKind.Last or ItemKind.Final when NthOf(at, -1, next + 1, out reading): return true;
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

    // the months ahead, the years to come, over the years
    private bool UnitsAhead(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Has(at, ItemFlags.Plural)) return false;
        bool ahead = IsWord(at + 1, "ahead") && !items.Is(at + 2, ItemKind.Of), come = items.Is(at + 1, ItemKind.To) && IsWord(at + 2, "come");
        bool over = items.Is(start - 1, ItemKind.Over) && items[at].Value >= (int)TimeUnit.Month;
        if (!ahead && !come && !over) return false;
        reading = Reading.Of(start, ahead ? at + 2 : come ? at + 3 : at + 1, DateType.Duration, TimexWriter.Duration(double.NaN, (TimeUnit)items[at].Value));
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

    // the 1999 fiscal year, the 1999 tax year
    private bool NamedYear(int start, int at, out Reading reading)
    {
        reading = default;
        bool year = YearNumber(at, out int told) && items.Kind(at + 1) is ItemKind.Fiscal or ItemKind.YearKind && items.Is(at + 2, ItemKind.Unit) && items[at + 2].Value == (int)TimeUnit.Year && !items.Has(at + 2, ItemFlags.Plural);
        if (!year) return false;
        reading = Reading.Of(start, at + 3, TimePoint.OfYear(told) with { Fiscal = items.Is(at + 1, ItemKind.Fiscal) || IsWord(at + 1, "financial") });
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
}
