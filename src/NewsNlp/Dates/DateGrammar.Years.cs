namespace NewsNlp.Dates;

/// <summary>Years, decades, centuries and years of accounts.</summary>
internal sealed partial class DateGrammar
{
    // A bare number of four figures is a year unless it counts, costs or numbers something.
    private bool Year(int at, out Reading reading)
    {
        reading = default;
        if (!YearNumber(at, out int year) || !IsYearHere(at, year)) return false;
        int name = items.Is(at + 1, ItemKind.Hyphen) && items.Has(at + 1, ItemFlags.Glued) ? at + 2 : at + 1;
        if (items.Is(name, ItemKind.QuarterName) || items.Is(name, ItemKind.HalfName)) return NamedQuarter(at, name, year, name + 1, out reading);
        if (items.Kind(at + 1) == ItemKind.Month && (items.Has(at + 1, ItemFlags.Capital) || !items.Has(at + 1, ItemFlags.Ambiguous)) && !items.Is(at - 1, ItemKind.Of)) return YearMonth(at, year, out reading);
        if (items.Kind(at + 1) is ItemKind.Hyphen or ItemKind.Dash && items.Has(at + 1, ItemFlags.Glued) && UpperYear(at + 2, year, out int upper) && !IsNumbered(at + 3))
            return YearRange(at, at + 3, year, upper, out reading);
        if (IsMonthNumber(at + 2) && items.Is(at + 1, ItemKind.Hyphen) && items.Has(at + 1, ItemFlags.Glued) && items.Has(at + 2, ItemFlags.Glued))
        {
            reading = Reading.Of(at, at + 3, TimePoint.OfMonth(year, items[at + 2].Value));
            return true;
        }
        reading = Reading.Of(at, at + 1, TimePoint.OfYear(year));
        return true;
    }

    private bool IsMonthNumber(int at) => items.Is(at, ItemKind.Number) && items[at].Digits is 1 or 2 && items[at].Value is >= 1 and <= 12;

    // 2017 April; 2017 April 5.
    private bool YearMonth(int at, int year, out Reading reading)
    {
        int month = items[at + 1].Value, end = at + 2;
        TimePoint point = TimePoint.OfMonth(year, month);
        if (DayNumber(at + 2, out int day, out int dayEnd) && Cal.IsDay(year, month, day))
        {
            point = new TimePoint(Grain.Day, year) { Month = month, Day = day };
            end = dayEnd;
        }
        reading = Reading.Of(at, end, point);
        return true;
    }

    private static bool YearRange(int start, int end, int year, int upper, out Reading reading)
    {
        reading = Reading.Of(start, end, TimePoint.OfYear(year));
        reading.Upper = TimexWriter.Write(TimePoint.OfYear(upper));
        return true;
    }

    private bool UpperYear(int at, int year, out int upper)
    {
        if (YearNumber(at, out upper)) return upper > year;
        ref readonly DateItem item = ref items[at];
        if (item.Kind != ItemKind.Number || item.Digits is not (1 or 2)) return false;
        int step = item.Digits == 1 ? 10 : 100;
        upper = year - year % step + item.Value;
        if (upper <= year && year % 100 == 99) upper += 100;
        return upper > year;
    }

    private bool IsYearHere(int at, int year)
    {
        ItemKind before = items.Kind(at - 1), behind = items.Kind(at + 1);
        if (before == ItemKind.Over && behind != ItemKind.Possessive && !(behind == ItemKind.None && items.Has(at + 1, ItemFlags.Capital))) return false;
        if (before == ItemKind.Least && items.Kind(at - 3) is not (ItemKind.To or ItemKind.Since)) return false;
        if (before is ItemKind.Currency or ItemKind.More or ItemKind.Number or ItemKind.Label or ItemKind.At) return false;
        if (before == ItemKind.Than && items.Is(at - 2, ItemKind.More)) return false;
        if (behind is ItemKind.Block or ItemKind.Percent or ItemKind.Unit or ItemKind.Scale or ItemKind.HalfDay or ItemKind.Zone or ItemKind.Currency) return false;
        if (behind == ItemKind.Hyphen && items.Has(at + 1, ItemFlags.Glued) && !UpperYear(at + 2, year, out _) && items.Is(at + 2, ItemKind.Unit)) return false;
        if (IsNumbered(at + 1) && IsNumbered(at + 3)) return false;
        if (IsNumbered(at + 1) && !IsMonthNumber(at + 2) && !UpperYear(at + 2, year, out _)) return false;
        if (items.Is(at - 1, ItemKind.Hyphen) && items.Has(at, ItemFlags.Glued) && items.Has(at - 1, ItemFlags.Glued) && items.Is(at - 2, ItemKind.Number)) return false;
        if (items.Has(at, ItemFlags.Glued) && items.Kind(at - 1) is not (ItemKind.Hyphen or ItemKind.Dash or ItemKind.Open or ItemKind.Possessive) && !IsOpeningMark(at - 1)) return false;
        if (items.Is(at - 1, ItemKind.Hyphen) && items.Has(at - 1, ItemFlags.Glued) && items.Is(at - 2, ItemKind.None)) return IsWord(at - 2, "post") || IsWord(at - 2, "pre");
        if (items.Has(at + 1, ItemFlags.Glued) && behind == ItemKind.None && char.IsAsciiLetterOrDigit(draft.Text[items[at + 1].Start])) return false;
        if (CountsThings(at)) return false;
        return year is >= 1400 and <= 2100 || before is ItemKind.In or ItemKind.Since or ItemKind.By or ItemKind.Approx && !IsPluralBehind(at);
    }

    // A hyphen with figures glued to it: the number goes on.
    private bool IsNumbered(int at) => items.Is(at, ItemKind.Hyphen) && items.Has(at, ItemFlags.Glued) && items.Is(at + 1, ItemKind.Number) && items.Has(at + 1, ItemFlags.Glued);

    private bool IsOpeningMark(int at) => items.Is(at, ItemKind.None) && draft.Text[items[at].Start] is '(' or '[' or '=' or '"' or '“' or '‘' or '\'' or '/';

    // 2000 people, 1500 troops, 1600 Pennsylvania Avenue; not the 2008 elections, nor in 2015 prices rose.
    private bool CountsThings(int at)
    {
        if (items.Kind(at - 1) is ItemKind.The or ItemKind.In or ItemKind.Since or ItemKind.Month or ItemKind.By or ItemKind.Part or ItemKind.Of or ItemKind.Open) return false;
        return items[at].Value % 100 == 0 && IsPluralBehind(at);
    }

    private bool IsPluralBehind(int at)
    {
        ref readonly DateItem next = ref items[at + 1];
        if (next.Kind != ItemKind.None || next.End - next.Start < 4) return next.Kind == ItemKind.Unit;
        return (draft.Text[next.End - 1] is 's' or 'S' && char.IsLetter(draft.Text[next.Start])) || draft.Text.AsSpan(next.Start, next.End - next.Start) is "people" or "men" or "women" or "children" or "troops";
    }

    private bool ShortYear(int at, out Reading reading)
    {
        reading = Reading.Of(at, at + 1, TimePoint.OfYear(Cal.FullYear(items[at].Value)));
        return true;
    }

    // nineteen ninety-eight, twenty twenty-five, two thousand and eight
    private bool SpokenYear(int at, out Reading reading)
    {
        reading = default;
        if (!LeadsToYear(at - 1) || !SpokenYearNumber(at, out int year, out int end)) return false;
        reading = Reading.Of(at, end, TimePoint.OfYear(year));
        return true;
    }

    private bool SpokenYearNumber(int at, out int year, out int end)
    {
        (year, end) = (0, at);
        if (!items.Is(at, ItemKind.NumberWord)) return false;
        int first = items[at].Value;
        if (first == 2 && items.Is(at + 1, ItemKind.Scale) && items[at + 1].Value == 1000)
        {
            end = at + 2;
            year = 2000;
            int tail = items.Is(end, ItemKind.And) ? end + 1 : end;
            if (TwoFigures(tail, out int more, out int tailEnd)) (year, end) = (2000 + more, tailEnd);
        }
        else if (first is < 11 or > 20 || !TwoFigures(items.Is(at + 1, ItemKind.Scale) ? at + 2 : at + 1, out int tens, out end) || tens < 10) return false;
        else year = first * 100 + tens;
        return !items.Is(end, ItemKind.Unit) && !(items.Is(end, ItemKind.None) && IsPluralBehind(end - 1));
    }

    private bool LeadsToYear(int at) => items.Kind(at) is ItemKind.In or ItemKind.Since or ItemKind.Of or ItemKind.By or ItemKind.From or ItemKind.Month or ItemKind.Number
        or ItemKind.Ordinal or ItemKind.Comma or ItemKind.Part or ItemKind.Season or ItemKind.Fiscal or ItemKind.To;

    private bool TwoFigures(int at, out int value, out int end)
    {
        value = items[at].Value;
        end = at + 1;
        if (!items.Is(at, ItemKind.NumberWord)) return false;
        if (value < 20) return true;
        int next = items.Is(end, ItemKind.Hyphen) ? end + 1 : end;
        if (!items.Is(next, ItemKind.NumberWord) || items[next].Value is < 1 or > 9) return true;
        value += items[next].Value;
        end = next + 1;
        return true;
    }

    // 1990s, '80s, eighties; mid-to-late is left to the parts.
    private bool Decade(int start, int at, out Reading reading)
    {
        ref readonly DateItem item = ref items[at];
        int year = item.Digits == 4 ? item.Value : item.Value < 20 && item.Value > 0 ? 2000 + item.Value : 1900 + item.Value;
        reading = Reading.Of(start, at + 1, new TimePoint(Grain.Decade, year - year % 10));
        if (start == at && !items.Has(at, ItemFlags.Glued) && !IsDecadeAlone(at)) return false;
        return year is >= 1000 and <= 2199;
    }

    // 1990s and '90s; her early 20s are her age.
    private bool IsDecadeAlone(int at) => items[at].Digits == 4 || draft.Text[items[at].Start] is '\'' or '’' or '‘';

    // fiscal 2026, fiscal year 2026, FY26; fiscal second quarter, fiscal 1989 second quarter
    private bool FiscalYear(int at, out Reading reading)
    {
        reading = default;
        int next = items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Year ? at + 2 : at + 1;
        if (QuarterOrHalf(at, next, out reading))
        {
            reading.Point = reading.Point with { Fiscal = true };
            return true;
        }
        if (!FiscalNumber(next, out int year)) return false;
        int end = next + 1;
        if (items.Kind(end) is ItemKind.Hyphen && items.Has(end, ItemFlags.Glued) && UpperYear(end + 1, year, out _)) end += 2;
        TimePoint point = TimePoint.OfYear(year) with { Fiscal = true };
        if (QuarterOrHalf(at, end, out Reading quarter)) (point, end) = (quarter.Point with { Year = year, Fiscal = true }, quarter.End);
        reading = Reading.Of(at, end, point);
        return true;
    }

    private bool FiscalNumber(int at, out int year)
    {
        if (YearNumber(at, out year)) return true;
        ref readonly DateItem item = ref items[at];
        year = Cal.FullYear(item.Value);
        return item.Kind == ItemKind.ShortYear || (item.Kind == ItemKind.Number && item.Digits == 2);
    }

    // 21st century, 19th-century; the first week of June; the last day of the month; the second Monday in May
    private bool CenturyOrNth(int start, int at, out Reading reading)
    {
        reading = default;
        if (!OrdinalNumber(at, out int n, out int next)) return false;
        if (items.Is(next, ItemKind.Hyphen)) next++;
        if (CenturyInList(start, n, next, out reading)) return true;
        if (items.Is(next, ItemKind.Unit) && (!items.Has(next, ItemFlags.Plural) || items[next].Value == (int)TimeUnit.Century) && n is >= 1 and <= 30)
        {
            if (items[next].Value == (int)TimeUnit.Century)
            {
                reading = Reading.Of(start, next + 1, new TimePoint(Grain.Century, n * 100 - 99));
                return true;
            }
            if (items[next].Value == (int)TimeUnit.Millennium)
            {
                reading = Reading.Of(start, next + 1, new TimePoint(Grain.Millennium, n * 1000 - 999));
                return n < 10;
            }
        }
        return NthOf(start, n, next, out reading);
    }

    // the 18th and 19th centuries: an expression each.
    private bool CenturyInList(int start, int n, int at, out Reading reading)
    {
        reading = default;
        if (n is < 1 or > 30 || items.Kind(at) is not (ItemKind.And or ItemKind.To or ItemKind.Or)) return false;
        int next = at + 1;
        if (items.Is(next, ItemKind.The)) next++;
        if (items.Is(next, ItemKind.Part)) next++;
        if (!items.Is(next, ItemKind.Ordinal) || !OrdinalNumber(next, out int _, out int end) || !items.Is(end, ItemKind.Unit) || items[end].Value != (int)TimeUnit.Century) return false;
        reading = Reading.Of(start, at, new TimePoint(Grain.Century, n * 100 - 99));
        return true;
    }

    private bool OrdinalNumber(int at, out int n, out int next)
    {
        n = items[at].Value;
        next = at + 1;
        if (items.Is(at, ItemKind.Ordinal)) return true;
        int ones = items.Is(at + 1, ItemKind.Hyphen) ? at + 2 : at + 1;
        if (!items.Is(at, ItemKind.NumberWord) || n < 20 || !items.Is(ones, ItemKind.Ordinal) || items[ones].Value > 9) return false;
        n += items[ones].Value;
        next = ones + 1;
        return true;
    }

    // n is -1 for the last.
    private bool NthOf(int start, int n, int at, out Reading reading)
    {
        reading = default;
        bool weekday = items.Is(at, ItemKind.Weekday);
        if (n < 0 && items.Is(at, ItemKind.Unit) && items[at].Value == (int)TimeUnit.Quarter) return LastQuarterOf(start, at, out reading);
        if (!weekday && (!items.Is(at, ItemKind.Unit) || items[at].Value is not ((int)TimeUnit.Day or (int)TimeUnit.Week or (int)TimeUnit.Weekend or (int)TimeUnit.Month) || items.Has(at, ItemFlags.Plural))) return false;
        if (items.Kind(at + 1) is not (ItemKind.Of or ItemKind.In) || !WholePoint(at + 2, out Reading whole)) return false;
        if (whole.Point.FirstDay() is not { } first || whole.Point.Grain is not (Grain.Month or Grain.Year or Grain.Quarter or Grain.Week)) return false;
        if (!weekday && items[at].Value == (int)TimeUnit.Month)
        {
            reading = Reading.Of(start, whole.End, TimePoint.OfMonth(first.Year, n < 0 ? 12 : n));
            return whole.Point.Grain == Grain.Year && n <= 12;
        }
        DateOnly? day = weekday ? NthWeekday(whole.Point, first, items[at].Value, n) : NthDay(whole.Point, first, (TimeUnit)items[at].Value, n);
        if (day is null) return false;
        bool week = !weekday && items[at].Value != (int)TimeUnit.Day;
        TimePoint point = week ? TimePoint.OfWeek(day, items[at].Value == (int)TimeUnit.Week ? Grain.Week : Grain.Weekend) : TimePoint.OfDay(day);
        reading = Reading.Of(start, whole.End, point);
        return true;
    }

    // the last quarter of 1997
    private bool LastQuarterOf(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural) || items.Kind(at + 1) is not (ItemKind.Of or ItemKind.In) || !WholePoint(at + 2, out Reading whole) || whole.Point.Grain != Grain.Year) return false;
        reading = Reading.Of(start, whole.End, TimePoint.OfQuarter(whole.Point.Year, 4) with { Fiscal = whole.Point.Fiscal });
        return true;
    }

    private static DateOnly? NthWeekday(in TimePoint whole, DateOnly first, int weekday, int n)
    {
        if (whole.Grain == Grain.Month) return Cal.NthWeekday(first.Year, first.Month, weekday, n);
        return whole.Grain == Grain.Week ? Cal.AddDays(first, weekday - 1) : null;
    }

    private static DateOnly? NthDay(in TimePoint whole, DateOnly first, TimeUnit unit, int n)
    {
        DateOnly? end = Cal.AddDays(first, LengthOf(whole, first));
        int step = unit == TimeUnit.Day ? 1 : 7;
        if (n < 0) return end is { } last ? Cal.AddDays(last, step == 1 ? n : 3 + n * 7) : null;
        return Cal.AddDays(first, (n - 1L) * step + (unit == TimeUnit.Day ? 0 : 3));
    }

    private static int LengthOf(in TimePoint whole, DateOnly first) => whole.Grain switch
    {
        Grain.Week => 7,
        Grain.Month => DateTime.DaysInMonth(first.Year, first.Month),
        Grain.Quarter => 91,
        _ => DateTime.IsLeapYear(first.Year) ? 366 : 365,
    };

    // A whole that something can be a part of: a month, a year, this month, the year.
    private bool WholePoint(int at, out Reading reading)
    {
        if (items.Is(at, ItemKind.Month)) return MonthYear(at, at, items[at].Value, at + 1, out reading);
        if (YearNumber(at, out int year))
        {
            reading = Reading.Of(at, at + 1, TimePoint.OfYear(year));
            return true;
        }
        if (items.Is(at, ItemKind.The) && items.Is(at + 1, ItemKind.Unit)) return TheUnit(at, at + 1, true, out reading);
        return BarePoint(at, out reading) && reading.Text is null;
    }
}
