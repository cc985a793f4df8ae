namespace NewsNlp.Dates;

/// <summary>Days of the week, alone and beside a date; holidays.</summary>
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
        if (DateBeside(ref reading) || WeekBeside(ref reading)) return true;
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
        return draft.Text[item.End - 1] == '.' || items.Is(at - 1, ItemKind.On) || behind is ItemKind.Month or ItemKind.Number || (behind == ItemKind.Comma && items.Is(at + 2, ItemKind.Month));
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

    // next week Wednesday, next week on Tuesday
    private void WeekdayBehind(ref Reading reading)
    {
        if (reading.Point.Grain != Grain.Week || reading.Point.FirstDay() is not { } monday) return;
        int at = items.Is(reading.End, ItemKind.On) ? reading.End + 1 : reading.End;
        if (!items.Is(at, ItemKind.Weekday) || items.Has(at, ItemFlags.Plural) || items.Kind(at + 1) is ItemKind.Month or ItemKind.Comma or ItemKind.Open) return;
        reading = Reading.Of(reading.Start, at + 1, TimePoint.OfDay(Cal.AddDays(monday, items[at].Value - 1)));
    }

    private bool Holiday(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        if (item.Token < 0 || _holidays.Find(draft, item.Token, out int endToken) is not { } holiday || IsInName(at)) return false;
        int end = ItemAtToken(at, endToken);
        int year = 0;
        if (!item.Has(ItemFlags.Capital) && holiday.Words.Length == 1 && !YearNumber(end, out _)) return false;
        if (YearBehind(end, out int told, out int yearEnd)) (year, end) = (told, yearEnd);
        else if (items.Is(end, ItemKind.Of) && Relative(end + 1, end + 1, out Reading named) && named.Point.Grain == Grain.Year) (year, end) = (named.Point.Year, named.End);
        reading = Reading.Of(at, end, year > 0 ? TimePoint.OfDay(holiday.Rule.DayIn(year)) : NearestHoliday(holiday.Rule, at, end));
        return true;
    }

    private TimePoint NearestHoliday(HolidayRule rule, int start, int end)
    {
        (int month, int day) = rule.Fixed;
        TimePoint open = new(Grain.Day, 0) { Month = month, Day = day };
        if (_context.Published is not { } published) return open;
        (DateOnly? before, DateOnly? after) = Around(published, rule.DayIn);
        return Choose(before, after, published, start, end, Near) is { } chosen ? TimePoint.OfDay(chosen) : open;
    }

    // The first item of a token not before item at.
    private int ItemAtToken(int at, int token)
    {
        while (at < items.Count && items[at].Token < token && !(items.Is(at, ItemKind.Break) && items[at].Token >= token)) at++;
        while (at > 0 && items.Is(at - 1, ItemKind.Break) && items[at - 1].Token >= token) at--;
        return at;
    }
}
