namespace NewsNlp.Dates;

/// <summary>Holidays by name, alone and with the word that places them: Easter Monday, last Christmas, Labor Day weekend.</summary>
internal sealed partial class DateGrammar
{
    private bool Holiday(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        if (item.Token < 0 || _holidays.Find(draft, item.Token, out int endToken) is not { } holiday || IsInName(at)) return false;
        int end = ItemAtToken(at, endToken);
        int year = 0;
        if (!item.Has(ItemFlags.Capital) && holiday.Words.Length == 1 && char.IsLetter(draft.Text[item.Start]) && !YearNumber(end, out _)) return false;
        if (YearBehind(end, out int told, out int yearEnd)) (year, end) = (told, yearEnd);
        else if (items.Is(end, ItemKind.Of) && RelativeYear(end + 1, out Reading named)) (year, end) = (named.Point.Year, named.End);
        reading = Reading.Of(at, end, year > 0 ? TimePoint.OfDay(holiday.Rule.DayIn(year)) : NearestHoliday(holiday.Rule, at, end));
        HolidayWeekend(ref reading);
        return !(holiday.Rule.IsOneDay && reading.Point.Date > _context.Published);
    }

    // The article belongs to a weekend, not to a holiday: the Labor Day weekend, the [Christmas] truce.
    private bool TheHoliday(int at, out Reading reading)
    {
        if (!Holiday(at + 1, out reading)) return false;
        if (reading.Point.Grain == Grain.Weekend) reading.Start = at;
        return true;
    }

    // Labor Day weekend 2021: the weekend before a Monday or Tuesday, else the one of the same week.
    private void HolidayWeekend(ref Reading reading)
    {
        if (!items.Is(reading.End, ItemKind.Unit) || items[reading.End].Value != (int)TimeUnit.Weekend || items.Has(reading.End, ItemFlags.Plural)) return;
        int end = reading.End + 1;
        DateOnly? day = reading.Point.Date;
        if (YearNumber(end, out int year) && day is { } told && Cal.IsDay(year, told.Month, 1))
        {
            day = _holidays.Find(draft, items[reading.Start].Token, out int _) is { } holiday ? holiday.Rule.DayIn(year) : day;
            end++;
        }
        reading = Reading.Of(reading.Start, end, WeekendOf(day));
    }

    private static TimePoint WeekendOf(DateOnly? day) =>
        day is { } known ? TimePoint.OfWeek(Cal.AddDays(known, Cal.Weekday(known) <= 2 ? -3 : 0), Grain.Weekend) : new TimePoint(Grain.Weekend, 0);

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

    private bool RelativeHoliday(int start, int at, int next, out Reading reading)
    {
        reading = default;
        ItemKind kind = items.Kind(at);
        if (kind is not (ItemKind.This or ItemKind.Last or ItemKind.Next or ItemKind.Past or ItemKind.Previous or ItemKind.Following) || items[next].Token < 0) return false;
        if (_holidays.Find(draft, items[next].Token, out int endToken) is not { } holiday) return false;
        TimePoint day = new(Grain.Day, 0);
        if (_context.Published is { } published) day = TimePoint.OfDay(HolidayFrom(holiday.Rule, published, StepsOf(kind)));
        reading = Reading.Of(start, ItemAtToken(next, endToken), day);
        return true;
    }

    private static DateOnly? HolidayFrom(HolidayRule rule, DateOnly published, int steps)
    {
        if (steps == 0) return rule.DayIn(published.Year);
        DateOnly? same = rule.DayIn(published.Year);
        if (steps < 0) return same < published ? same : rule.DayIn(published.Year - 1);
        return same > published ? same : rule.DayIn(published.Year + 1);
    }
}
