namespace NewsNlp.Dates;

/// <summary>Times of day: clocks, parts of the day, zones; and how they join with a date.</summary>
internal sealed partial class DateGrammar
{
    // 5 p.m. EST Nov. 9; 10:15; 3 to 5 p.m.; noon; ten o'clock on Friday
    private bool ClockTime(int at, out Reading reading)
    {
        reading = default;
        if (!ReadClock(at, out int clock, out int upper, out int end)) return false;
        int? zone = ZoneAt(ref end);
        TimePoint time = new(Grain.Day, 0) { HasClock = true, Clock = clock };
        reading = Reading.Of(at, end, time);
        reading.Zone = zone;
        TimePoint day = DayBehind(ref reading, time) ?? StoryDay();
        reading.Point = day with { HasClock = true, Clock = clock, DayPart = 0 };
        if (upper > 0) reading.Upper = TimexWriter.Write(reading.Point with { Clock = upper });
        return true;
    }

    private TimePoint StoryDay() => _context.NarrativeDay is { } day ? TimePoint.OfDay(day) : new TimePoint(Grain.Day, 0);

    private bool ReadClock(int at, out int clock, out int upper, out int end)
    {
        upper = 0;
        if (!OneClock(at, out clock, out end, out bool half)) return HalfRange(at, out clock, out upper, out end) || HourOfPart(at, out clock, out end);
        if (items.Kind(end) is ItemKind.To or ItemKind.Hyphen or ItemKind.Dash && !half && OneClock(end + 1, out int last, out int lastEnd, out bool lastHalf) && lastHalf)
        {
            if (last >= 120000 && clock < 120000 && clock + 120000 < last) clock += 120000;
            (upper, end) = (last, lastEnd);
            return true;
        }
        return half || IsClockHere(at, end);
    }

    // A figure with a.m. or p.m., with o'clock, or a clock with its colon.
    private bool OneClock(int at, out int clock, out int end, out bool half)
    {
        ref readonly DateItem item = ref items[at];
        clock = ClockValue(item);
        end = at + 1;
        half = false;
        if (clock < 0) return false;
        if (items.Is(end, ItemKind.OClock))
        {
            end++;
            half = true;
            clock = InPart(clock, ref end);
            return true;
        }
        if (item.Kind == ItemKind.Number && item.Digits == 4 && items.Is(end, ItemKind.Zone))
        {
            half = true;
            return true;
        }
        int halfAt = items.Is(end, ItemKind.Hyphen) ? end + 1 : end;
        if (items.Is(halfAt, ItemKind.HalfDay))
        {
            int hour = clock / 10000;
            if (hour > 12) return item.Kind == ItemKind.Clock;
            clock = (hour % 12 + items[halfAt].Value) * 10000 + clock % 10000;
            end = halfAt + 1;
            half = true;
            return true;
        }
        if (item.Kind == ItemKind.Clock) clock = InPart(clock, ref end);
        return item.Kind == ItemKind.Clock;
    }

    private static int ClockValue(in DateItem item) => item.Kind switch
    {
        ItemKind.Clock => item.Value,
        ItemKind.Number when item.Digits is 1 or 2 && item.Value is >= 1 and <= 24 => item.Value * 10000,
        ItemKind.Number when item.Digits is 3 or 4 && item.Value / 100 is >= 0 and <= 24 && item.Value % 100 < 60 => item.Value * 100,
        ItemKind.Number when item.Digits == -2 && item.Number < 13 && Math.Round(item.Number % 1 * 100) < 60 => (int)item.Number * 10000 + (int)Math.Round(item.Number % 1 * 100) * 100,
        ItemKind.NumberWord when item.Value is >= 1 and <= 12 => item.Value * 10000,
        _ => -1,
    };

    // 3-5 p.m., 3 to 5 p.m.
    private bool HalfRange(int at, out int clock, out int upper, out int end)
    {
        (clock, upper, end) = (ClockValue(items[at]), 0, at);
        if (clock < 0 || items.Kind(at + 1) is not (ItemKind.Hyphen or ItemKind.To or ItemKind.And) || !OneClock(at + 2, out upper, out end, out bool half) || !half) return false;
        if (clock > 120000) return false;
        if (upper >= 120000 && clock + 120000 < upper) clock += 120000;
        return true;
    }

    // 8 in the evening, eleven in the morning, ten at night
    private bool HourOfPart(int at, out int clock, out int end)
    {
        clock = ClockValue(items[at]);
        end = at + 1;
        if (clock < 0 || clock > 120000) return false;
        int before = end;
        clock = InPart(clock, ref end);
        return end > before;
    }

    private int InPart(int clock, ref int end)
    {
        int part = items.Is(end, ItemKind.In) && items.Is(end + 1, ItemKind.The) && items.Is(end + 2, ItemKind.DayPart) ? end + 2
            : items.Is(end, ItemKind.At) && items.Is(end + 1, ItemKind.DayPart) && items[end + 1].Value == DayParts.Night ? end + 1 : -1;
        if (part < 0) return clock;
        end = part + 1;
        int hour = clock / 10000;
        return hour < 12 && DayParts.IsAfternoon(items[part].Value, hour) ? clock + 120000 : clock;
    }

    // 10:15 alone can be a score, a verse or a record: it needs at, by, a zone, a day.
    private bool IsClockHere(int at, int end)
    {
        if (items.Kind(end) is ItemKind.Zone or ItemKind.Weekday or ItemKind.Deictic or ItemKind.Month || (items.Is(end, ItemKind.On) && items.Kind(end + 1) is ItemKind.Weekday or ItemKind.Month)) return true;
        return items.Kind(at - 1) is ItemKind.At or ItemKind.By or ItemKind.From or ItemKind.Since or ItemKind.Before or ItemKind.After or ItemKind.To or ItemKind.Between
            or ItemKind.Approx or ItemKind.Weekday or ItemKind.Deictic or ItemKind.Open or ItemKind.DayPart or ItemKind.Calendar;
    }

    private int? ZoneAt(ref int end)
    {
        int at = items.Is(end, ItemKind.Open) && items.Is(end + 1, ItemKind.Zone) && items.Is(end + 2, ItemKind.Close) ? end + 1 : end;
        if (!items.Is(at, ItemKind.Zone)) return null;
        end = at > end ? at + 2 : at + 1;
        return items[at].Value;
    }

    // The day behind a time: 5 p.m. Friday, 8:00 p.m. on June 4, noon tomorrow.
    private TimePoint? DayBehind(ref Reading reading, in TimePoint time)
    {
        int at = reading.End;
        if (items.Kind(at) is ItemKind.Comma && items.Kind(at + 1) is ItemKind.Weekday or ItemKind.Month) at++;
        if (items.Is(at, ItemKind.On)) at++;
        if (items.Kind(at) is not (ItemKind.Weekday or ItemKind.Month or ItemKind.Deictic or ItemKind.Calendar or ItemKind.Number or ItemKind.This or ItemKind.Last or ItemKind.Next or ItemKind.The)) return null;
        if (items.Has(at, ItemFlags.Plural) || !BarePoint(at, out Reading day) || day.Point.Grain != Grain.Day || day.Point.HasClock || day.Text is not null) return null;
        reading.End = day.End;
        return day.Point;
    }

    /// <summary>Joins a part of the day or a clock time behind a day: Monday morning, June 4 at 10 a.m.</summary>
    private void TimeBehind(ref Reading reading)
    {
        if (reading.Point.Grain != Grain.Day || reading.Point.HasClock) return;
        int at = reading.End;
        if (!reading.Point.HasTime && items.Is(at, ItemKind.DayPart) && !items.Has(at, ItemFlags.Plural))
        {
            reading = WithTime(reading, at + 1, reading.Point with { DayPart = items[at].Value });
            at++;
        }
        else if (items.Kind(at) is ItemKind.Part && items.Is(at + 1, ItemKind.DayPart)) reading = WithTime(reading, at + 2, reading.Point with { DayPart = items[at + 1].Value });
        at = reading.End;
        if (items.Is(at, ItemKind.Comma) && items.Kind(at + 1) is ItemKind.Number or ItemKind.Clock or ItemKind.At) at++;
        if (items.Is(at, ItemKind.At)) at++;
        if (items.Kind(at) is not (ItemKind.Number or ItemKind.NumberWord or ItemKind.Clock or ItemKind.DayPart)) return;
        ClockBehind(ref reading, at);
    }

    private void ClockBehind(ref Reading reading, int at)
    {
        if (items.Is(at, ItemKind.DayPart))
        {
            if (!reading.Point.HasTime && items[at].Value is DayParts.Noon or DayParts.Midnight) reading = WithTime(reading, at + 1, reading.Point with { DayPart = items[at].Value });
            return;
        }
        if (!ReadClock(at, out int clock, out int upper, out int end)) return;
        int part = reading.Point.DayPart;
        if (clock < 120000 && DayParts.IsAfternoon(part, clock / 10000)) clock += 120000;
        int? zone = ZoneAt(ref end);
        reading = WithTime(reading, end, reading.Point with { HasClock = true, Clock = clock });
        reading.Zone = zone;
        if (upper > 0) reading.Upper = TimexWriter.Write(reading.Point with { Clock = upper });
    }

    private static Reading WithTime(in Reading reading, int end, in TimePoint point)
    {
        Reading timed = Reading.Of(reading.Start, end, point);
        timed.Modifier = reading.Modifier;
        return timed;
    }

    // noon, midnight, overnight; a morning on its own only with its article.
    private bool BareDayPart(int at, out Reading reading)
    {
        reading = default;
        int part = items[at].Value;
        if (items.Has(at, ItemFlags.Plural)) return false;
        bool clock = part is DayParts.Noon or DayParts.Midnight or 9;
        if (!clock && !(items.Is(at - 1, ItemKind.At) && part == DayParts.Night)) return false;
        if (part == 9 && items.Kind(at - 1) is ItemKind.A or ItemKind.The) return false;
        return DayPartReading(at, out reading);
    }

    private bool DayPartReading(int at, out Reading reading)
    {
        int part = items[at].Value;
        reading = Reading.Of(at, at + 1, new TimePoint(Grain.Day, 0) { DayPart = part });
        if (items.Has(at, ItemFlags.Plural)) return false;
        int end = reading.End;
        int? zone = ZoneAt(ref end);
        reading.End = end;
        TimePoint day = DayBehind(ref reading, reading.Point) ?? StoryDay();
        reading.Point = day with { DayPart = part };
        reading.Zone = zone;
        return true;
    }

    // the morning, the night of June 4, the evening before
    private bool TheDayPart(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural)) return false;
        int part = items[at].Value, end = at + 1;
        TimePoint day = StoryDay();
        if (items.Kind(end) is ItemKind.Of or ItemKind.On && Point(end + 1, out Reading named) && named.Point.Grain == Grain.Day && named.Text is null) (day, end) = (named.Point, named.End);
        else if (items.Is(end, ItemKind.Before) && EndsClause(end + 1)) (day, end) = (UnitPoint(TimeUnit.Day, -1, day), end + 1);
        else if (items.Is(end, ItemKind.Of) || items.Is(end, ItemKind.None) && items.Kind(start - 1) is not (ItemKind.In or ItemKind.Over)) return false;
        else if (items.Kind(start - 1) is not (ItemKind.In or ItemKind.Over or ItemKind.For or ItemKind.By)) return false;
        reading = Reading.Of(start, end, day with { DayPart = part, HasClock = false });
        return true;
    }
}
