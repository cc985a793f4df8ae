namespace NewsNlp.Dates;

/// <summary>Days of the week, alone and beside a date.</summary>
internal sealed partial class DateGrammar
{
    // Friday; Wednesday, June 4; Wednesday (June 4); Friday last week; Monday of next week
    private bool WeekdayDate(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        if (item.Has(ItemFlags.Plural)) return false;
        if (!IsWeekdayHere(at)) return Holiday(at, out reading);
        if (Holiday(at, out reading)) return true;
        reading = Reading.Of(at, at + 1, new TimePoint(Grain.Day, 0) { Weekday = item.Value });
        if (DateBeside(ref reading) || WeekBeside(ref reading) || NthBeside(ref reading)) return true;
        reading.Point = Weekday(item.Value, at, at + 1);
        return true;
    }

    private bool IsWeekdayHere(int at)
    {
        ref readonly DateItem item = ref items[at];
        if (!item.Has(ItemFlags.Capital)) return !item.Has(ItemFlags.Short);
        if (IsInName(at)) return false;
        if (!item.Has(ItemFlags.Short)) return true;
        ItemKind behind = items.Kind(at + 1);
        return draft.Text[item.End - 1] == '.' || items.Is(at - 1, ItemKind.On) || behind is ItemKind.Month or ItemKind.Number or ItemKind.Ordinal || (behind == ItemKind.Comma && items.Is(at + 2, ItemKind.Month));
    }

    /// <summary>Joins the date that stands beside a weekday; the date decides.</summary>
    private bool DateBeside(ref Reading reading)
    {
        int at = reading.End;
        bool open = items.Is(at, ItemKind.Open);
        if (open || items.Is(at, ItemKind.Comma)) at++;
        if (items.Is(at, ItemKind.The)) at++;
        if (!DateAfterWeekday(at, out Reading date) || !date.Point.IsFullDay && date.Point.Day == 0) return false;
        if (open && !items.Is(date.End, ItemKind.Close)) return false;
        int start = reading.Start;
        reading = Reading.Of(start, open ? date.End + 1 : date.End, AgreeingYear(date.Point, items[start]));
        reading.Upper = date.Upper;
        return true;
    }

    private bool DateAfterWeekday(int at, out Reading date) => items.Kind(at) switch
    {
        ItemKind.Month => MonthDate(at, out date) && date.Point.Grain == Grain.Day,
        ItemKind.Number or ItemKind.Ordinal => DayMonth(at, at, out date),
        ItemKind.Calendar => CalendarDay(at, out date),
        ItemKind.SlashPair => SlashPair(at, out date),
        _ => No(out date),
    };

    private static bool No(out Reading reading)
    {
        reading = default;
        return false;
    }

    // Where the year is not written the weekday tells it: the nearest year in which the day is that weekday.
    private TimePoint AgreeingYear(in TimePoint date, in DateItem weekday)
    {
        if (weekday.Kind != ItemKind.Weekday || _context.Published is not { } published || date.Date is not { } day || Cal.Weekday(day) == weekday.Value) return date;
        if (Math.Abs(day.DayNumber - published.DayNumber) > 366) return date;
        foreach (int step in (ReadOnlySpan<int>)[1, -1])
            if (Cal.IsDay(day.Year + step, day.Month, day.Day) && Cal.Weekday(new DateOnly(day.Year + step, day.Month, day.Day)) == weekday.Value) return date with { Year = day.Year + step };
        return date;
    }

    // Friday last week, Monday of next week, Friday this week
    private bool WeekBeside(ref Reading reading)
    {
        int start = reading.Start, at = items.Is(reading.End, ItemKind.Of) ? reading.End + 1 : reading.End;
        if (items.Kind(at) is not (ItemKind.This or ItemKind.Last or ItemKind.Next) || !items.Is(at + 1, ItemKind.Unit) || items[at + 1].Value != (int)TimeUnit.Week) return false;
        TimePoint week = UnitPoint(TimeUnit.Week, StepsOf(items.Kind(at)), PublishedPoint);
        TimePoint day = week.FirstDay() is { } monday ? TimePoint.OfDay(Cal.AddDays(monday, items[start].Value - 1)) : new TimePoint(Grain.Day, 0) { Weekday = items[start].Value };
        reading = Reading.Of(start, at + 2, day);
        return true;
    }

    // Sunday, the first by a visitor; Thursday, the 11th Circuit Court
    private bool IsAloneBehind(int at) => EndsClause(at) || items.Kind(at) is ItemKind.At or ItemKind.In or ItemKind.From or ItemKind.Number or ItemKind.Clock or ItemKind.NumberWord or ItemKind.DayPart;

    // Wednesday evening next week
    private void WeekBehindPart(ref Reading reading)
    {
        if (!items.Is(reading.Start, ItemKind.Weekday) || reading.Point.DayPart == 0 || reading.Point.HasClock) return;
        Reading day = reading with { };
        if (!WeekBeside(ref day)) return;
        reading = Reading.Of(reading.Start, day.End, day.Point with { DayPart = reading.Point.DayPart });
    }

    // Tuesday the 11th, Friday the 26th: the nearest such weekday that is such a day of the month.
    private bool NthBeside(ref Reading reading)
    {
        int start = reading.Start, at = reading.End;
        if (items.Is(at, ItemKind.Comma)) at++;
        bool article = items.Is(at, ItemKind.The);
        if (article) at++;
        if (!NthOfMonth(at, out int number, out int end) || !(article || items[at].Digits > 0) || !IsAloneBehind(end)) return false;
        reading = Reading.Of(start, end, new TimePoint(Grain.Day, 0) { Day = number });
        if (_context.Published is not { } published) return true;
        int weekday = items[start].Value;
        (DateOnly? before, DateOnly? after) = AroundMonths(published, number, weekday);
        if (Choose(before, after, published, start, end, Near) is { } chosen) reading.Point = TimePoint.OfDay(chosen);
        return true;
    }

    // next week Wednesday, next week on Tuesday
    private void WeekdayBehind(ref Reading reading)
    {
        if (reading.Point.Grain != Grain.Week || reading.Point.FirstDay() is not { } monday) return;
        int at = items.Is(reading.End, ItemKind.On) ? reading.End + 1 : reading.End;
        if (!items.Is(at, ItemKind.Weekday) || items.Has(at, ItemFlags.Plural) || items.Kind(at + 1) is ItemKind.Month or ItemKind.Comma or ItemKind.Open) return;
        reading = Reading.Of(reading.Start, at + 1, TimePoint.OfDay(Cal.AddDays(monday, items[at].Value - 1)));
    }
}
