namespace NewsNlp.Dates;

/// <summary>Times of day: clocks, parts of the day, zones; and how they join with a date.</summary>
internal sealed partial class DateGrammar
{
    private const int StoryReach = 6;

    // 5 p.m. EST Nov. 9; 10:15; 3 to 5 p.m.; noon; ten o'clock on Friday
    private bool ClockTime(int at, out Reading reading)
    {
        reading = default;
        if (!ReadClock(at, out int clock, out int upper, out int end)) return false;
        int? zone = ZoneAt(ref end);
        TimePoint time = new(Grain.Day, 0) { HasClock = true, Clock = clock };
        reading = Reading.Of(at, end, time);
        reading.Zone = zone;
        TimePoint? told = DayBehind(ref reading, time);
        reading.DayTold = told is not null;
        if (reading.DayTold && items.Is(reading.End, ItemKind.DayPart) && !items.Has(reading.End, ItemFlags.Plural)) clock = InDayPart(clock, items[reading.End++].Value);
        reading.Point = (told ?? StoryDay(at, end)) with { HasClock = true, Clock = clock, DayPart = 0 };
        if (upper > 0) reading.Upper = TimexWriter.Write(reading.Point with { Clock = upper });
        return true;
    }

    // The day that a time of day is on where none is beside it: the last day told. Days ahead (payable Dec. 15) draw only what their own sentence
    // says of the future, and days long ago nothing.
    private TimePoint StoryDay(int start, int end)
    {
        if (_context.NarrativeDay is not { } day) return new TimePoint(Grain.Day, 0);
        if (_context.Published is not { } published || day == published) return TimePoint.OfDay(day);
        int away = _context.Sentence - _context.NarrativeSentence;
        bool apart = day > published ? away > 0 || DirectionAt(start, end) == Direction.Past : away > StoryReach;
        return TimePoint.OfDay(apart ? published : day);
    }

    private bool ReadClock(int at, out int clock, out int upper, out int end)
    {
        if (PlainRange(at, out clock, out upper, out end)) return true;
        upper = 0;
        if (SpokenClock(at, out clock, out end)) return true;
        if (!OneClock(at, out clock, out end, out bool half)) return HalfRange(at, out clock, out upper, out end) || HourOfPart(at, out clock, out end);
        if (items.Kind(end) is ItemKind.To or ItemKind.Hyphen or ItemKind.Dash && !half && OneClock(end + 1, out int last, out int lastEnd, out bool lastHalf) && lastHalf)
        {
            if (last >= 120000 && clock < 120000 && clock + 120000 < last) clock += 120000;
            (upper, end) = (last, lastEnd);
            return true;
        }
        return half || IsClockHere(at, end);
    }

    // between 10 and 11:30 on June 4, from 3:00 to 4:00 tomorrow: a day stands behind.
    private bool PlainRange(int at, out int clock, out int upper, out int end)
    {
        (clock, upper, end) = (ClockValue(items[at]), ClockValue(items[at + 2]), at + 3);
        if (clock < 0 || upper <= clock || !(items.Is(at, ItemKind.Clock) || items.Is(at + 2, ItemKind.Clock))) return false;
        if (items.Kind(at + 1) is not (ItemKind.Hyphen or ItemKind.To) && !(items.Is(at + 1, ItemKind.And) && items.Is(at - 1, ItemKind.Between))) return false;
        int day = items.Is(end, ItemKind.On) ? end + 1 : end;
        return items.Kind(day) is ItemKind.Weekday or ItemKind.Month or ItemKind.Calendar or ItemKind.Deictic;
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
        ItemKind.Number when item.Digits == -2 && item.Number < 24 && Math.Round(item.Number % 1 * 100) < 60 => (int)item.Number * 10000 + (int)Math.Round(item.Number % 1 * 100) * 100,
        ItemKind.NumberWord when item.Value is >= 1 and <= 12 => item.Value * 10000,
        _ => -1,
    };

    // 3-5 p.m., 3 to 5 p.m., between 5 and 6 in the afternoon
    private bool HalfRange(int at, out int clock, out int upper, out int end)
    {
        (clock, upper, end) = (ClockValue(items[at]), 0, at);
        if (clock < 0 || items.Kind(at + 1) is not (ItemKind.Hyphen or ItemKind.To or ItemKind.And) || !HalfClock(at + 2, out upper, out end)) return false;
        if (items.Is(at + 1, ItemKind.And) && !items.Is(at - 1, ItemKind.Between)) return false;
        if (clock > 120000) return false;
        if (upper >= 120000 && clock + 120000 < upper) clock += 120000;
        return true;
    }

    // A clock whose half of the day is told.
    private bool HalfClock(int at, out int clock, out int end) => (OneClock(at, out clock, out end, out bool half) && half) || HourOfPart(at, out clock, out end);

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
        return InDayPart(clock, items[part].Value);
    }

    private static int InDayPart(int clock, int part) => clock < 120000 && DayParts.IsAfternoon(part, clock / 10000) ? clock + 120000 : clock;

    // 10:15 alone can be a score, a verse or a record: it needs at, by, a zone, a day.
    private bool IsClockHere(int at, int end)
    {
        if (items.Kind(end) is ItemKind.Zone or ItemKind.Weekday or ItemKind.Deictic or ItemKind.Month || (items.Is(end, ItemKind.On) && items.Kind(end + 1) is ItemKind.Weekday or ItemKind.Month)) return true;
        return items.Kind(at - 1) is ItemKind.At or ItemKind.By or ItemKind.From or ItemKind.Since or ItemKind.Before or ItemKind.After or ItemKind.To or ItemKind.Between
            or ItemKind.Approx or ItemKind.Weekday or ItemKind.Deictic or ItemKind.Open or ItemKind.DayPart or ItemKind.Calendar;
    }

    private int? ZoneAt(ref int end)
    {
        if (items.Is(end, ItemKind.ZoneName)) return ZoneName(ref end);
        int at = items.Is(end, ItemKind.Open) && items.Is(end + 1, ItemKind.Zone) && items.Is(end + 2, ItemKind.Close) ? end + 1 : end;
        if (!items.Is(at, ItemKind.Zone)) return null;
        end = at > end ? at + 2 : at + 1;
        return items[at].Value;
    }

    // local time, Eastern time, Pacific Standard Time, Greenwich Mean Time
    private int? ZoneName(ref int end)
    {
        int minutes = items[end].Value, next = items.Is(end + 1, ItemKind.ZoneKind) ? end + 2 : end + 1;
        if (!IsWord(next, "time")) return null;
        if (items.Is(end + 1, ItemKind.ZoneKind)) minutes += items[end + 1].Value;
        bool isLocal = !items.Has(end, ItemFlags.Capital);
        end = next + 1;
        return isLocal ? null : minutes;
    }

    // The day behind a time: 5 p.m. Friday, 8:00 p.m. on June 4, noon tomorrow.
    private TimePoint? DayBehind(ref Reading reading, in TimePoint time)
    {
        int at = reading.End;
        if (items.Kind(at) is ItemKind.Comma && items.Kind(at + 1) is ItemKind.Weekday or ItemKind.Month) at++;
        if (items.Is(at, ItemKind.On)) at++;
        if (items.Kind(at) is not (ItemKind.Weekday or ItemKind.Month or ItemKind.Deictic or ItemKind.Tonight or ItemKind.Calendar or ItemKind.Number or ItemKind.This or ItemKind.Last or ItemKind.Next or ItemKind.The)) return null;
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
        if (items.Is(at, ItemKind.HalfDay) && reading.Point.DayPart == 0)
        {
            reading = WithTime(reading, at + 1, reading.Point with { DayPart = items[at].Value == 0 ? DayParts.Morning : DayParts.Afternoon });
            return;
        }
        if (items.Is(at, ItemKind.Comma) && items.Kind(at + 1) is ItemKind.Number or ItemKind.Clock or ItemKind.At) at++;
        if (items.Is(at, ItemKind.At)) at++;
        if (items.Is(at, ItemKind.Approx) && items.Is(at + 1, ItemKind.Number)) at++;
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
        if (!ReadClock(at, out int clock, out int upper, out int end) && !HourInPart(reading.Point, at, out clock, out end) && !PlainClock(at, out clock, out end)) return;
        int part = reading.Point.DayPart;
        clock = InDayPart(clock, part);
        int? zone = ZoneAt(ref end);
        reading = WithTime(reading, end, reading.Point with { HasClock = true, Clock = clock });
        reading.Zone = zone;
        if (upper > 0) reading.Upper = TimexWriter.Write(reading.Point with { Clock = upper });
    }

    // 2025-06-04 12:04, Monday at 2.30: a day before it makes it a time.
    private bool PlainClock(int at, out int clock, out int end)
    {
        (clock, end) = (ClockValue(items[at]), at + 1);
        return clock >= 0 && (items.Is(at, ItemKind.Clock) || (items[at].Digits == -2 && items.Is(at - 1, ItemKind.At)));
    }

    // tonight at 8, in the morning at 7: the part of the day makes a bare figure an hour.
    private bool HourInPart(in TimePoint point, int at, out int clock, out int end)
    {
        (clock, end) = (ClockValue(items[at]), at + 1);
        return point.DayPart != 0 && clock is > 0 and <= 120000 && items.Kind(at - 1) is ItemKind.At or ItemKind.Approx && EndsClause(end);
    }

    private static Reading WithTime(in Reading reading, int end, in TimePoint point)
    {
        Reading timed = Reading.Of(reading.Start, end, point);
        timed.Modifier = reading.Modifier;
        return timed;
    }
}
