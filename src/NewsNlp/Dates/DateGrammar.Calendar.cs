namespace NewsNlp.Dates;

/// <summary>Days, months and years of the calendar, in every order.</summary>
internal sealed partial class DateGrammar
{
    // A point of the calendar with what may follow it: a part of the day, a clock time, a quarter of the year named.
    private bool Point(int at, out Reading reading)
    {
        if (!BarePoint(at, out reading)) return false;
        if (reading.Text is not null) return true;
        QuarterBehind(ref reading);
        WeekdayBehind(ref reading);
        TimeBehind(ref reading);
        WeekBehindPart(ref reading);
        return true;
    }

    // The end of the end of the end: a few times is enough, and keeps the grammar linear.
    private bool BarePoint(int at, out Reading reading)
    {
        reading = default;
        if (_depth > 3) return false;
        _depth++;
        bool found = PointByKind(at, out reading);
        _depth--;
        return found;
    }

    private bool PointByKind(int at, out Reading reading)
    {
        switch (items.Kind(at))
        {
            case ItemKind.Calendar: return CalendarDay(at, out reading);
            case ItemKind.SlashPair: return Holiday(at, out reading) || SlashPair(at, out reading);
            case ItemKind.Weekday: return WeekdayDate(at, out reading);
            case ItemKind.Month: return MonthDate(at, out reading) || Holiday(at, out reading);
            case ItemKind.Number or ItemKind.Ordinal or ItemKind.NumberWord: return NumberDate(at, out reading);
            case ItemKind.ShortYear: return ShortYear(at, out reading);
            case ItemKind.Decade: return Decade(at, at, out reading);
            case ItemKind.Fiscal: return FiscalYear(at, out reading);
            case ItemKind.QuarterName or ItemKind.HalfName: return QuarterName(at, out reading);
            case ItemKind.Season: return BareSeason(at, out reading);
            case ItemKind.Deictic or ItemKind.Tonight: return Deictic(at, out reading);
            case ItemKind.The: return ThePhrase(at, out reading) || TheHoliday(at, out reading);
            case ItemKind.DayPart: return BareDayPart(at, out reading);
            case ItemKind.Part: return PartOf(at, out reading);
            case ItemKind.PartNoun: return PartNounOf(at, at, out reading);
            case ItemKind.Earlier or ItemKind.Later: return EarlierThis(at, out reading);
            case ItemKind.Unit: return BareUnit(at, out reading);
            case ItemKind.Last when NthOf(at, -1, at + 1, out reading): return true;
            default: return Relative(at, at, out reading) || Holiday(at, out reading);
        }
    }

    private bool CalendarDay(int at, out Reading reading)
    {
        int value = items[at].Value;
        reading = Reading.Of(at, at + 1, new TimePoint(Grain.Day, value / 10000) { Month = value / 100 % 100, Day = value % 100 });
        reading.YearTold = true;
        return true;
    }

    // 6/4 is a date only where its words say so: on, by, a weekday before it. 2019/20 is a season of two years.
    private bool SlashPair(int at, out Reading reading)
    {
        int first = items[at].Value / 10000, second = items[at].Value % 10000;
        if (first is >= 1900 and <= 2100 && (first + 1) % 100 == second % 100) return YearRange(at, at + 1, first, first + 1, out reading);
        reading = default;
        if (first <= 12 && second is >= 1900 and <= 2100)
        {
            reading = Reading.Of(at, at + 1, TimePoint.OfMonth(second, first));
            return first > 0;
        }
        if (first > 12 && second <= 12) (first, second) = (second, first);
        bool told = IsSlashList(at) || items.Kind(at - 1) is ItemKind.Between or ItemKind.On or ItemKind.By or ItemKind.Since or ItemKind.Weekday or ItemKind.From or ItemKind.Open;
        if (!told || !Cal.IsMonthDay(first, second)) return false;
        int end = items.Is(at + 1, ItemKind.Comma) && YearNumber(at + 2, out int year) && Cal.IsDay(year, first, second) ? at + 3 : at + 1;
        reading = Reading.Of(at, end, end > at + 1 ? new TimePoint(Grain.Day, items[at + 2].Value) { Month = first, Day = second } : MonthDay(first, second, at, end));
        reading.YearTold = end > at + 1;
        return true;
    }

    // on 11/20, 11/22 or 11/25; 10/1-11/2/2017
    private bool IsSlashList(int at)
    {
        if (items.Is(at + 1, ItemKind.Hyphen) && items.Has(at + 1, ItemFlags.Glued) && items.Is(at + 2, ItemKind.Calendar)) return true;
        return _last.End == at - 1 && _last.End > 0 && items.Is(_last.Start, ItemKind.SlashPair) && items.Kind(at - 1) is ItemKind.Comma or ItemKind.Or or ItemKind.And or ItemKind.Hyphen;
    }

    // With the day told, a year may follow, and the other end of the range is in the same year.
    private bool DayReading(int start, int month, int day, int last, int end, out Reading reading)
    {
        TimePoint point;
        if (YearBehind(end, out int year, out int yearEnd) && Cal.IsDay(year, month, day))
        {
            point = new TimePoint(Grain.Day, year) { Month = month, Day = day };
            end = yearEnd;
        }
        else if (RelativeYear(end, out Reading named) && !named.Point.Fiscal)
        {
            point = new TimePoint(Grain.Day, Cal.IsDay(named.Point.Year, month, day) ? named.Point.Year : 0) { Month = month, Day = day };
            (year, end, yearEnd) = (named.Point.Year, named.End, named.End);
        }
        else point = MonthDay(month, day, start, end);
        reading = Reading.Of(start, end, point);
        reading.YearTold = year > 0 && end == yearEnd;
        if (last > 0) reading.Upper = TimexWriter.Write(point with { Day = last });
        return true;
    }

    // 4 June 2025, 4th of June, 4-6 June; a year; nineteen ninety-eight; 21st century; third quarter.
    private bool NumberDate(int at, out Reading reading) =>
        DayMonth(at, at, out reading) || QuarterOrHalf(at, at, out reading) || CenturyOrNth(at, at, out reading) || MonthNumberYear(at, out reading) || Year(at, out reading)
        || SpokenYear(at, out reading) || SpokenDayMonth(at, out reading) || NthOfEvery(at, at, out reading);

    // 12-2015
    private bool MonthNumberYear(int at, out Reading reading)
    {
        reading = default;
        bool shape = IsMonthNumber(at) && !items.Has(at, ItemFlags.Glued) && items.Is(at + 1, ItemKind.Hyphen) && items.Has(at + 1, ItemFlags.Glued) && items.Has(at + 2, ItemFlags.Glued);
        if (!shape || !YearNumber(at + 2, out int year) || year < 1900 || IsNumbered(at + 3)) return false;
        reading = Reading.Of(at, at + 3, TimePoint.OfMonth(year, items[at].Value));
        return true;
    }

    // fifteen August nineteen ninety-three: a day in words without th needs its year.
    private bool SpokenDayMonth(int at, out Reading reading)
    {
        reading = default;
        if (!TwoFigures(at, out int day, out int next) || !items.Is(next, ItemKind.Month) || !YearBehind(next + 1, out int year, out int end) || !Cal.IsDay(year, items[next].Value, day)) return false;
        reading = Reading.Of(at, end, new TimePoint(Grain.Day, year) { Month = items[next].Value, Day = day });
        return true;
    }

    private bool DayMonth(int start, int at, out Reading reading)
    {
        reading = default;
        if (!DayNumber(at, out int day, out int next) || items.Is(at - 1, ItemKind.Currency)) return false;
        int last = 0;
        if (items.Kind(next) is ItemKind.Hyphen or ItemKind.To or ItemKind.And && DayNumber(next + 1, out int upper, out int upperEnd) && upper > day)
        {
            last = upper;
            next = upperEnd;
        }
        if (items.Is(next, ItemKind.Of) || (items.Is(next, ItemKind.Hyphen) && items.Has(next, ItemFlags.Glued))) next++;
        if (!items.Is(next, ItemKind.Month) || !Cal.IsMonthDay(items[next].Value, Math.Max(day, last))) return false;
        if (items.Has(next, ItemFlags.Ambiguous) && !items.Has(next, ItemFlags.Capital)) return false;
        int end = next + 1;
        if (items.Is(end, ItemKind.Hyphen) && items.Has(end, ItemFlags.Glued)) end += YearNumber(end + 1, out _) || (items.Is(end + 1, ItemKind.Number) && items[end + 1].Digits == 2) ? 1 : 0;
        return DayReading(start, items[next].Value, day, last, end, out reading);
    }

    /// <summary>1 to 31, in figures or as an ordinal in words.</summary>
    private bool DayNumber(int at, out int day, out int end)
    {
        ref readonly DateItem item = ref items[at];
        day = item.Value;
        end = at + 1;
        if (item.Kind == ItemKind.Ordinal) return day is >= 1 and <= 31;
        if (item.Kind == ItemKind.NumberWord && day is 20 or 30)
        {
            int ones = items.Is(at + 1, ItemKind.Hyphen) ? at + 2 : at + 1;
            if (items.Kind(ones) is not (ItemKind.Ordinal or ItemKind.NumberWord) || items[ones].Value is < 1 or > 9) return false;
            day += items[ones].Value;
            end = ones + 1;
            return day <= 31;
        }
        return item.Kind == ItemKind.Number && item.Digits is 1 or 2 && day is >= 1 and <= 31 && !item.Has(ItemFlags.Grouped);
    }

    /// <summary>A year behind a day or month: 2025, ", 2025", of 2025, '98.</summary>
    private bool YearBehind(int at, out int year, out int end)
    {
        if (items.Kind(at) is ItemKind.Comma or ItemKind.Of or ItemKind.In && YearNumber(at + 1, out year))
        {
            end = at + 2;
            return items.Is(at, ItemKind.Comma) || !items.Is(at + 2, ItemKind.None) || !items.Has(at + 2, ItemFlags.Plural);
        }
        int spoken = items.Is(at, ItemKind.Comma) ? at + 1 : at;
        if (items.Is(spoken, ItemKind.NumberWord) && SpokenYearNumber(spoken, out year, out end)) return true;
        end = at + 1;
        if (YearNumber(at, out year)) return true;
        if (items.Is(at, ItemKind.Hyphen) && items.Has(at, ItemFlags.Glued) && items.Has(at + 1, ItemFlags.Glued) && items.Is(at - 1, ItemKind.Number) && items.Has(at - 1, ItemFlags.Glued) && YearNumber(at + 1, out year))
        {
            end = at + 2;
            return true;
        }
        if (items.Is(at, ItemKind.Of) && items.Is(at + 1, ItemKind.Number) && items[at + 1].Digits == 2 && items[at + 1].Value > 31 && items.Is(at - 1, ItemKind.Month))
        {
            (year, end) = (Cal.FullYear(items[at + 1].Value), at + 2);
            return true;
        }
        if (items.Is(at, ItemKind.ShortYear))
        {
            year = Cal.FullYear(items[at].Value);
            return true;
        }
        return items.Is(at, ItemKind.Number) && items[at].Digits == 2 && items.Has(at, ItemFlags.Glued) && (year = Cal.FullYear(items[at].Value)) > 0;
    }

    private bool YearNumber(int at, out int year)
    {
        ref readonly DateItem item = ref items[at];
        year = item.Value;
        return item.Kind == ItemKind.Number && item.Digits == 4 && year is >= 1000 and <= 2199 && !item.Has(ItemFlags.Grouped);
    }
}
