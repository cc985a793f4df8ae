namespace NewsNlp.Dates;

/// <summary>Times of day in words: half past six, a quarter to nine, 20 minutes past eight, five-thirty.</summary>
internal sealed partial class DateGrammar
{
    private bool SpokenClock(int at, out int clock, out int end) => PastClock(at, out clock, out end) || HourAndMinutes(at, out clock, out end);

    private bool PastClock(int at, out int clock, out int end)
    {
        clock = 0;
        if (!MinutesOf(at, out int minutes, out end)) return false;
        bool past = items.Is(end, ItemKind.Past);
        if (!past && !(items.Is(end, ItemKind.To) && IsWord(end, "to"))) return false;
        int hourAt = end + 1;
        if (!PlainHour(hourAt, out int hour, out end) || !(EndsClock(end) || (items.Is(end, ItemKind.None) && !IsBeforeNoun(end)))) return false;
        clock = past ? hour * 10000 + minutes * 100 : (hour + 23) % 24 * 10000 + (60 - minutes) * 100;
        clock = WithHalfDay(clock, ref end);
        return true;
    }

    // half, a quarter, 20 minutes, ten; before "to" bare numbers are a range: five to six
    private bool MinutesOf(int at, out int minutes, out int end)
    {
        (minutes, end) = (30, at + 1);
        if (items.Is(at, ItemKind.Half)) return items.Is(end, ItemKind.Past);
        int quarter = items.Is(at, ItemKind.A) ? at + 1 : at;
        (minutes, end) = (15, quarter + 1);
        if (items.Is(quarter, ItemKind.Unit) && items[quarter].Value == (int)TimeUnit.Quarter && !items.Has(quarter, ItemFlags.Plural)) return true;
        if (!SmallNumber(at, out minutes, out end) || minutes is < 1 or > 59) return false;
        bool told = items.Is(end, ItemKind.Unit) && items[end].Value == (int)TimeUnit.Minute;
        if (told) end++;
        return told || items.Is(end, ItemKind.Past);
    }

    private bool SmallNumber(int at, out int value, out int end)
    {
        if (TwoFigures(at, out value, out end)) return true;
        return items.Is(at, ItemKind.Number) && items[at].Digits is 1 or 2 && !items.Has(at, ItemFlags.Grouped);
    }

    private bool PlainHour(int at, out int hour, out int end)
    {
        if (items.Is(at, ItemKind.DayPart) && items[at].Value is DayParts.Noon or DayParts.Midnight)
        {
            (hour, end) = (items[at].Value == DayParts.Noon ? 12 : 0, at + 1);
            return true;
        }
        return SmallNumber(at, out hour, out end) && hour is >= 1 and <= 12;
    }

    // five-thirty tomorrow, at six forty, nine fifteen p.m.
    private bool HourAndMinutes(int at, out int clock, out int end)
    {
        (clock, end) = (0, at + 1);
        if (!items.Is(at, ItemKind.NumberWord) || items[at].Value is < 1 or > 12) return false;
        int next = items.Is(end, ItemKind.Hyphen) ? end + 1 : end;
        if (!TwoFigures(next, out int minutes, out end) || minutes is < 10 or > 59) return false;
        bool led = items.Kind(at - 1) is ItemKind.At or ItemKind.By or ItemKind.Before or ItemKind.After or ItemKind.From or ItemKind.Approx;
        if (!(items.Kind(end) is ItemKind.HalfDay or ItemKind.Deictic || (led && EndsClock(end)))) return false;
        clock = WithHalfDay(items[at].Value * 10000 + minutes * 100, ref end);
        return true;
    }

    // What counts something is no time: a quarter to five percent.
    private bool EndsClock(int at) => EndsClause(at)
        || items.Kind(at) is ItemKind.HalfDay or ItemKind.OClock or ItemKind.Zone or ItemKind.On or ItemKind.In or ItemKind.At or ItemKind.Weekday or ItemKind.Deictic or ItemKind.This or ItemKind.To or ItemKind.By or ItemKind.For;

    private int WithHalfDay(int clock, ref int end)
    {
        if (items.Is(end, ItemKind.OClock)) end++;
        if (!items.Is(end, ItemKind.HalfDay)) return InPart(clock, ref end);
        int hour = clock / 10000;
        return (hour % 12 + items[end++].Value) * 10000 + clock % 10000;
    }
}
