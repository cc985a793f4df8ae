namespace NewsNlp.Dates;

/// <summary>Quarters and halves of the year, and the periods that reports compare.</summary>
internal sealed partial class DateGrammar
{
    // second quarter, third-quarter, fiscal first quarter, first half; with the year behind where it is told
    private bool QuarterOrHalf(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at, ItemKind.Ordinal) || items[at].Value is < 1 or > 4) return false;
        int n = items[at].Value, next = at + 1;
        if (items.Is(next, ItemKind.Hyphen)) next++;
        bool fiscal = items.Is(next, ItemKind.Fiscal);
        if (fiscal) next++;
        bool half = items.Is(next, ItemKind.Half) && n <= 2;
        if (half && HalfOfWhole(start, next + 1, n, out reading)) return true;
        bool period = items.Is(next - 1, ItemKind.Hyphen) && IsWord(next, "period") && items.Is(next + 1, ItemKind.Report);
        if (!half && !period && (!items.Is(next, ItemKind.Unit) || items[next].Value != (int)TimeUnit.Quarter || items.Has(next, ItemFlags.Plural))) return false;
        if (!PeriodReading(start, next + 1, half ? Grain.Half : Grain.Quarter, n, fiscal, out reading)) return false;
        return true;
    }

    // the second half of the 1980s, the first half of October: the whole, and which part of it
    private bool HalfOfWhole(int start, int at, int n, out Reading reading)
    {
        reading = default;
        int whole = items.Is(at + 1, ItemKind.The) ? at + 2 : at + 1;
        if (!items.Is(at, ItemKind.Of) || items.Kind(whole) is not (ItemKind.Decade or ItemKind.DecadeWord or ItemKind.Month or ItemKind.Ordinal or ItemKind.This or ItemKind.Last or ItemKind.Next)) return false;
        if (!BarePoint(at + 1, out Reading told) || told.Text is not null || told.Point.Grain is not (Grain.Decade or Grain.Century or Grain.Month)) return false;
        reading = Reading.Of(start, told.End, told.Point);
        reading.Modifier = n == 1 ? DateModifier.Start : DateModifier.End;
        return true;
    }

    // Q3, Q3 2025, H1
    private bool QuarterName(int at, out Reading reading)
    {
        Grain grain = items.Is(at, ItemKind.QuarterName) ? Grain.Quarter : Grain.Half;
        return PeriodReading(at, at + 1, grain, items[at].Value, false, out reading);
    }

    private bool NamedQuarter(int start, int at, int year, int end, out Reading reading)
    {
        Grain grain = items.Is(at, ItemKind.QuarterName) ? Grain.Quarter : Grain.Half;
        reading = Reading.Of(start, end, new TimePoint(grain, year) { Number = items[at].Value });
        return true;
    }

    private bool PeriodReading(int start, int next, Grain grain, int n, bool fiscal, out Reading reading)
    {
        int year = YearOfPeriod(start, next, out int end, out bool fiscalYear);
        reading = default;
        if (year == 0 && items.Is(next, ItemKind.Of) && !items.Is(start - 1, ItemKind.Possessive)) return false;
        if (year == 0 && !IsPeriodHere(start, next, grain)) return false;
        if (year == 0) year = PeriodYear(grain, n, start, end);
        reading = Reading.Of(start, end, new TimePoint(grain, year) { Number = n, Fiscal = fiscal || fiscalYear });
        return true;
    }

    // The first half of a match is no half of a year, and Q1: in an interview no quarter.
    private bool IsPeriodHere(int start, int next, Grain grain)
    {
        if (items.Is(start, ItemKind.QuarterName)) return !(items.Is(start - 1, ItemKind.Break) && items.Is(next, ItemKind.None) && draft.Text[items[next].Start] is ':' or '.');
        bool fiscal = items.Is(start, ItemKind.Fiscal) || (items.Is(start, ItemKind.The) && items.Is(start + 1, ItemKind.Fiscal));
        return grain == Grain.Quarter || fiscal || items.Is(start - 1, ItemKind.Possessive) || items.Is(next, ItemKind.Report) || _context.Period is { Grain: Grain.Quarter or Grain.Half };
    }

    // of 2025, 2025, of fiscal 2025, of this year, of the year, last year
    private int YearOfPeriod(int start, int next, out int end, out bool fiscal)
    {
        end = next;
        fiscal = false;
        int at = items.Kind(next) is ItemKind.Of or ItemKind.In ? next + 1 : next;
        Reading year = default;
        bool found = items.Is(at, ItemKind.Fiscal) ? FiscalYear(at, out year)
            : items.Is(at, ItemKind.Number) ? at > next && Year(at, out year) || at == next && YearNumber(at, out _) && Year(at, out year)
            : items.Is(at, ItemKind.ShortYear) ? ShortYear(at, out year)
            : items.Is(at, ItemKind.The) && items.Is(at + 1, ItemKind.Unit) ? at > next && TheUnit(at, at + 1, true, out year)
            : RelativeYear(at, out year);
        if (!found || year.Text is not null || year.Point.Grain != Grain.Year || year.Start != at) return 0;
        end = year.End;
        fiscal = year.Point.Fiscal;
        return year.Point.Year;
    }

    // The year of publication, unless the period would lie ahead and the words look back; then the year before.
    private int PeriodYear(Grain grain, int n, int start, int end)
    {
        if (_context.Published is not { } day) return 0;
        int firstMonth = grain == Grain.Quarter ? n * 3 - 2 : n * 6 - 5, ahead = firstMonth - day.Month;
        // Fourth-quarter results, early in the year, are those of the year before.
        if (ahead > 5 && (items.Is(end, ItemKind.Report) || items.Is(end - 2, ItemKind.Hyphen))) return day.Year - 1;
        Direction direction = DirectionAt(start, end);
        if (ahead > 0 && (direction == Direction.Past || (direction == Direction.Unknown && ahead > 4) || ahead > 8)) return day.Year - 1;
        bool over = firstMonth + (grain == Grain.Quarter ? 2 : 5) < day.Month;
        return over && direction == Direction.Future && -ahead > 8 ? day.Year + 1 : day.Year;
    }

    // last year's third quarter; the year's first half
    private void QuarterBehind(ref Reading reading)
    {
        if (reading.Point.Grain != Grain.Year) return;
        int at = reading.End;
        if (items.Is(at, ItemKind.Possessive)) at++;
        if (items.Kind(at) == ItemKind.Fiscal) at++;
        if (!items.Is(at, ItemKind.Ordinal) || !QuarterOrHalf(at, at, out Reading quarter)) return;
        reading = Reading.Of(reading.Start, quarter.End, quarter.Point with { Year = reading.Point.Year, Fiscal = reading.Point.Fiscal || quarter.Point.Fiscal });
    }

    // year-earlier period, year-ago quarter; at the year
    private bool YearEarlier(int start, int at, out Reading reading)
    {
        reading = default;
        int next;
        if (items.Is(at, ItemKind.YearEarlier)) next = at + 1;
        else if (items.Is(at, ItemKind.Unit) && items[at].Value == (int)TimeUnit.Year && items.Is(at + 1, ItemKind.Hyphen) && items.Kind(at + 2) is ItemKind.Earlier or ItemKind.Ago) next = at + 3;
        else return false;
        bool unit = items.Is(next, ItemKind.Unit) && !items.Has(next, ItemFlags.Plural);
        bool period = unit || IsWord(next, "period");
        reading = Reading.Of(start, period ? next + 1 : next, unit ? Back((TimeUnit)items[next].Value) : ComparedPeriod(1));
        return true;
    }

    private TimePoint Back(TimeUnit unit)
    {
        TimePoint same = ComparedPeriod(1);
        Grain grain = GrainOf(unit);
        if (same.Grain == grain || _context.Narrative.FirstDay() is null) return same.Grain == grain ? same : new TimePoint(grain, 0);
        TimePoint now = unit == TimeUnit.Quarter ? CurrentQuarter() : UnitPoint(unit, 0, _context.Narrative);
        return now with { Year = Math.Max(0, now.Year - 1) };
    }

    /// <summary>The period under report, so many years earlier: a quarter where the report is of a quarter; else the year.</summary>
    private TimePoint ComparedPeriod(int years)
    {
        if (_context.Period is { } period && period.Year > years) return period with { Year = period.Year - years };
        int year = _context.Published?.Year ?? 0;
        return TimePoint.OfYear(Math.Max(0, year - years));
    }

    // The quarter that reports speak of: the one told last, else the last that is over.
    private TimePoint CurrentQuarter()
    {
        if (_context.Period is { Grain: Grain.Quarter } period) return period;
        if (_context.Published is not { } day) return new TimePoint(Grain.Quarter, 0);
        (int year, int month) = Cal.AddMonths(day.Year, day.Month, -3);
        return TimePoint.OfQuarter(year, year == 0 ? 0 : Cal.QuarterOf(month));
    }

    private bool IsWord(int at, string word)
    {
        ref readonly DateItem item = ref items[at];
        return item.Kind != ItemKind.Break && draft.Text.AsSpan(item.Start, item.End - item.Start).Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
