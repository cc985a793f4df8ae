namespace NewsNlp.Dates;

/// <summary>Lengths of time, and dates that are a length away from another.</summary>
internal sealed partial class DateGrammar
{
    private bool Duration(int at, out Reading reading) => AllUnit(at, out reading) || BoundDuration(at, out reading) || FreeDuration(at, at, out reading) || BareDuration(at, at, out reading);

    // all day, all year long
    private bool AllUnit(int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at, ItemKind.All) || !items.Is(at + 1, ItemKind.Unit) || items.Has(at + 1, ItemFlags.Plural | ItemFlags.Short) || ((TimeUnit)items[at + 1].Value).IsClock()) return false;
        reading = Reading.Of(at, IsWord(at + 2, "long") ? at + 3 : at + 2, DateType.Duration, TimexWriter.Duration(1, (TimeUnit)items[at + 1].Value));
        return items[at + 1].Value != (int)TimeUnit.Quarter;
    }

    // the past three months, the first nine months of 2025, recent weeks, the last few years
    private bool BoundDuration(int at, out Reading reading)
    {
        reading = default;
        int next = items.Kind(at) is ItemKind.The or ItemKind.This && IsBound(items.Kind(at + 1)) ? at + 1 : at;
        ItemKind kind = items.Kind(next);
        if (!IsBound(kind)) return ThoseDays(at, out reading);
        if (items.Is(next, ItemKind.Ordinal) && items[next].Value != 1) return false;
        if (!ReadAmount(next + 1, out Amount amount))
        {
            if (kind is not (ItemKind.Recent or ItemKind.Coming or ItemKind.Past or ItemKind.Last or ItemKind.Previous or ItemKind.Following or ItemKind.Next or ItemKind.Ordinal)) return false;
            return BareDuration(at, next + 1, out reading) && kind != ItemKind.Ordinal;
        }
        if (amount.Article && kind != ItemKind.Half) return false;
        reading = Reading.Of(at, amount.End, DateType.Duration, amount.Value);
        SetUpper(amount, ref reading);
        PartOfPeriod(ref reading);
        return true;
    }

    private bool ThoseDays(int at, out Reading reading)
    {
        reading = default;
        if (items.Is(at, ItemKind.The) && ReadAmount(at + 1, out Amount amount) && !amount.Article && !amount.Bare && !IsAge(amount.End)) return TheDuration(at, amount, out reading);
        return false;
    }

    // the two weeks; the two-day visit is only two-day
    private static bool TheDuration(int at, in Amount amount, out Reading reading)
    {
        reading = Reading.Of(amount.Hyphened ? at + 1 : at, amount.End, DateType.Duration, amount.Value);
        SetUpper(amount, ref reading);
        return !amount.Hyphened;
    }

    private static bool IsBound(ItemKind kind) => kind is ItemKind.Past or ItemKind.Last or ItemKind.Next or ItemKind.Previous or ItemKind.Following or ItemKind.Coming
        or ItemKind.Recent or ItemKind.Latest or ItemKind.Same or ItemKind.Ordinal;

    // the first nine months of 2025, the last week of June: the whole is part of the expression.
    private void PartOfPeriod(ref Reading reading)
    {
        if (!items.Is(reading.End, ItemKind.Of) || items.Kind(reading.Start) is not (ItemKind.The or ItemKind.Ordinal or ItemKind.Last)) return;
        if (!WholePoint(reading.End + 1, out Reading whole) || whole.Point.Grain is not (Grain.Year or Grain.Month or Grain.Quarter)) return;
        _context.Remember(whole.Point);
        reading.End = whole.End;
    }

    private bool FreeDuration(int start, int at, out Reading reading)
    {
        reading = default;
        if (!ReadAmount(at, out Amount amount) || IsAge(amount.End)) return false;
        if (amount.Unit == TimeUnit.Century && !amount.Hyphened && items.Is(at, ItemKind.Number) && amount.Number is > 4 and < 22 && !items.Has(amount.End - 1, ItemFlags.Plural))
        {
            reading = Reading.Of(start, amount.End, new TimePoint(Grain.Century, (int)amount.Number * 100 - 99));
            return true;
        }
        if (amount.Article && items.Is(amount.End, ItemKind.Hyphen) && items.Has(amount.End, ItemFlags.Glued)) return BareUnit(amount.End - 1, out reading);
        if (IsSpeed(at, amount) || IsSomeDay(at, amount)) return false;
        if (amount.Article && !amount.Hyphened && IsRate(at, amount)) return RateSet(at, amount, out reading);
        if (amount.Article && amount.Unit is TimeUnit.Quarter) return false;
        if (amount.Article && amount.Unit == TimeUnit.Minute && amount.Number == 1 && amount.More == 0 && !items.Is(at - 1, ItemKind.For)) return false;
        if (amount.Unit == TimeUnit.Second && items.Is(at, ItemKind.NumberWord) && !items.Has(amount.End - 1, ItemFlags.Plural)) return false;
        if (amount.Unit == TimeUnit.Quarter && amount.Number is > 0 and < 4 && items.Is(amount.End, ItemKind.Of)) return false;
        reading = Reading.Of(start, AfterLong(amount.End), DateType.Duration, amount.Value);
        SetUpper(amount, ref reading);
        return true;
    }

    // 50 miles an hour is a speed.
    private bool IsSpeed(int at, in Amount amount) => amount.Article && amount.Unit.IsClock() && items.Is(at - 1, ItemKind.None) && IsWord(at - 1, "miles") | IsWord(at - 1, "kilometers") | IsWord(at - 1, "kilometres") | IsWord(at - 1, "km");

    // One day she left, it will one day return: some day, not a day long.
    private bool IsSomeDay(int at, in Amount amount) =>
        amount.Unit == TimeUnit.Day && amount.Number == 1 && items.Is(at, ItemKind.NumberWord) && !amount.Hyphened
        && (items.Is(at - 1, ItemKind.Break) || _tense.IsModal(items[at].Token - 1) || _tense.IsVerb(amount.End < items.Count ? items[amount.End].Token : 0)) && items.Kind(amount.End) is not (ItemKind.Before or ItemKind.After);

    // three-year-long, decades-long, day-long
    private int AfterLong(int at) => items.Is(at, ItemKind.Hyphen) && IsWord(at + 1, "long") ? at + 2 : at;

    private static void SetUpper(in Amount amount, ref Reading reading)
    {
        if (amount.Upper > 0) reading.Upper = TimexWriter.Duration(amount.Upper, amount.Unit);
    }

    // 45-year-old, 45 years old, 45 years of age, a year older: quantities.
    private bool IsAge(int at)
    {
        int next = items.Is(at, ItemKind.Hyphen) ? at + 1 : at;
        if (items.Is(next, ItemKind.Old)) return true;
        return items.Is(at, ItemKind.Of) && items.Is(at + 1, ItemKind.Old) || IsWord(next, "older") || IsWord(next, "younger");
    }

    // years, months: some, of no telling how many
    private bool BareDuration(int start, int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        if (item.Kind != ItemKind.Unit || !item.Has(ItemFlags.Plural) || item.Has(ItemFlags.Short) || IsAge(at + 1)) return false;
        TimeUnit unit = (TimeUnit)item.Value;
        // He left hours after the blast: a length, whatever stands before it.
        bool measured = start == at && items.Kind(at + 1) is ItemKind.After or ItemKind.Before;
        if (unit is TimeUnit.Second or TimeUnit.Quarter || !measured && (unit is TimeUnit.Minute or TimeUnit.Hour && start == at && items.Is(at - 1, ItemKind.None) && !IsWord(at - 1, "within"))) return false;
        if (unit == TimeUnit.Weekend) return WeekendSet(at, out reading);
        if (start == at && !measured && AfterLong(at + 1) == at + 1 && (items.Kind(at - 1) is ItemKind.Possessive or ItemKind.Ordinal or ItemKind.Hyphen || IsDescribed(item.Token - 1))) return false;
        reading = Reading.Of(start, AfterLong(at + 1), DateType.Duration, TimexWriter.Duration(double.NaN, unit));
        return true;
    }

    // Sunny days, his days, school days: days of some kind, not some days.
    private bool IsDescribed(int token) => token >= _sentenceToken && draft.TokenBuffer[token].Pos is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun
        or PartOfSpeech.Pronoun or PartOfSpeech.Determiner or PartOfSpeech.Numeral;

    // Two years ago, a year earlier, three weeks later, 18 months from now, decades ago.
    private bool Shift(int at, out Reading reading)
    {
        reading = default;
        int start = at;
        if (!ReadAmount(at, out Amount amount))
        {
            if (!items.Is(at, ItemKind.Unit) || !items.Has(at, ItemFlags.Plural)) return false;
            amount = new Amount { End = at + 1, Number = double.NaN, Unit = (TimeUnit)items[at].Value, Bare = true };
        }
        if (amount.Hyphened) return false;
        int next = amount.End;
        switch (items.Kind(next))
        {
            case ItemKind.Ago: return ShiftReading(start, next + 1, amount, -1, PublishedPoint, out reading);
            case ItemKind.Earlier: return ShiftReading(start, next + 1, amount, -1, NarrativeAnchor(amount.Unit), out reading);
            case ItemKind.Later: return ShiftReading(start, next + 1, amount, 1, NarrativeAnchor(amount.Unit), out reading);
            case ItemKind.Before when EndsClause(next + 1): return ShiftReading(start, next + 1, amount, -1, NarrativeAnchor(amount.Unit), out reading);
            case ItemKind.After when EndsClause(next + 1): return ShiftReading(start, next + 1, amount, 1, NarrativeAnchor(amount.Unit), out reading);
            case ItemKind.From when items.Kind(next + 1) is ItemKind.Now or ItemKind.Deictic && items[next + 1].Value == 0:
                return ShiftReading(start, next + 2, amount, 1, PublishedPoint, out reading);
            default: return false;
        }
    }

    private TimePoint NarrativeAnchor(TimeUnit unit)
    {
        if (unit <= TimeUnit.Weekend && _context.NarrativeDay is { } day && _context.Narrative.Grain is not (Grain.Week or Grain.Month)) return TimePoint.OfDay(day);
        return _context.Narrative.Year > 0 ? _context.Narrative : PublishedPoint;
    }

    private bool ShiftReading(int start, int end, in Amount amount, int sign, in TimePoint anchor, out Reading reading)
    {
        reading = Reading.Of(start, end, default);
        if (amount.Unit.IsClock())
        {
            reading = Reading.Of(start, end, DateType.Time, anchor.FirstDay() is { } day ? TimexWriter.Write(TimePoint.OfDay(day)) + "TXX:XX" : "XXXX-XX-XXTXX:XX");
            return true;
        }
        if (double.IsNaN(amount.Number))
        {
            reading = Reading.Of(start, end, DateType.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }
        reading.Point = Shifted(amount, sign, anchor);
        if (reading.Point.Year == 0 && anchor.Year > 0)
        {
            reading = Reading.Of(start, end, DateType.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }
        if (amount.Upper > 0) reading.Upper = TimexWriter.Write(Shifted(amount with { Number = amount.Upper }, sign, anchor));
        return true;
    }

    private TimePoint Shifted(in Amount amount, int sign, in TimePoint anchor)
    {
        if (amount.Unit == TimeUnit.Decade) return UnitPoint(TimeUnit.Year, sign * (long)Math.Min(amount.Number * 10, 20000), anchor);
        if (amount.Unit == TimeUnit.Year && amount.Number == Math.Floor(amount.Number) && amount.More == 0) return YearsAway(amount.Number, sign, anchor);
        double months = amount.Unit switch { TimeUnit.Year => amount.Number * 12, TimeUnit.Month => amount.Number, _ => 0 };
        if (months > 0 && amount.MoreUnit == TimeUnit.Month) months += amount.More;
        if (amount.Unit == TimeUnit.Week && amount.More > 0 && amount.MoreUnit == TimeUnit.Day)
            return UnitPoint(TimeUnit.Day, sign * (long)Math.Min(amount.Number * 7 + amount.More, 1e7), anchor);
        if (months > 0) return UnitPoint(TimeUnit.Month, sign * (long)Math.Min(months, 1e6), anchor);
        return UnitPoint(amount.Unit, sign * (long)Math.Min(Math.Round(amount.Number), 1e7), anchor);
    }

    // A year ago in a report on a quarter is that quarter a year ago.
    private TimePoint YearsAway(double years, int sign, in TimePoint anchor)
    {
        int number = (int)Math.Min(years, 20000);
        if (sign < 0 && number == 1 && _context.Period is { Grain: Grain.Quarter or Grain.Half or Grain.Month } && ComparedPeriod(number) is { Year: > 0 } period) return period;
        if (sign < 0 && number == 1 && _context.Period is { Grain: Grain.Year } && anchor.Grain == Grain.Year) return ComparedPeriod(number);
        return UnitPoint(TimeUnit.Year, (long)sign * number, anchor);
    }
}
