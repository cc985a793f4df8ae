namespace NewsNlp.Dates;

/// <summary>Days of a month that is not named with them: the 21st, the 20th of next month, Friday the 13th.</summary>
internal sealed partial class DateGrammar
{
    // on the 21st; around the 21st this month; the 10th of the month
    private bool TheNth(int start, int at, out Reading reading)
    {
        reading = default;
        if (items[at].Digits == 0 || !NthOfMonth(at, out int day, out int end)) return false;
        int whole = items.Is(end, ItemKind.Of) ? end + 1 : end;
        if (NthOfEvery(start, at, out reading)) return true;
        if (MonthOfNth(whole, out Reading month))
        {
            reading = Reading.Of(start, month.End, new TimePoint(Grain.Day, month.Point.Year) { Month = month.Point.Month, Day = day });
            return true;
        }
        if (!IsNthHere(start, end)) return false;
        reading = Reading.Of(start, end, NearestNth(day, start, end));
        return true;
    }

    // the 15th of each month
    private bool NthOfEvery(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at, ItemKind.Ordinal) || !NthOfMonth(at, out int day, out int end) || !items.Is(end, ItemKind.Of) || !items.Is(end + 1, ItemKind.Every)) return false;
        if (!items.Is(end + 2, ItemKind.Unit) || items[end + 2].Value != (int)TimeUnit.Month) return false;
        reading = Reading.Of(start, end + 3, DateType.Set, TimexWriter.Write(new TimePoint(Grain.Day, 0) { Day = day }));
        return true;
    }

    private bool MonthOfNth(int at, out Reading month)
    {
        bool the = items.Is(at, ItemKind.The);
        bool found = the && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Month ? TheUnit(at, at + 1, true, out month) : Relative(at, the ? at + 1 : at, out month);
        return found && month.Point.Grain == Grain.Month && month.Text is null;
    }

    // Floors, holes and places in a race are numbered too: the words around must want a day.
    private bool IsNthHere(int start, int end)
    {
        if (items.Is(start - 1, ItemKind.Of) && items.Is(start - 2, ItemKind.Unit)) return true;
        if (items.Kind(start - 1) is not (ItemKind.On or ItemKind.By or ItemKind.To or ItemKind.Since or ItemKind.Before or ItemKind.After or ItemKind.From or ItemKind.Approx)) return false;
        return EndsClause(end) || items.Kind(end) is ItemKind.In or ItemKind.At or ItemKind.By or ItemKind.For or ItemKind.DayPart;
    }

    private bool NthOfMonth(int at, out int day, out int end)
    {
        day = 0;
        end = at + 1;
        if (!(items.Is(at, ItemKind.Ordinal) || items.Is(at, ItemKind.NumberWord)) || !OrdinalNumber(at, out day, out end)) return false;
        return day is >= 1 and <= 31 && items.Kind(end) is not (ItemKind.Month or ItemKind.Unit or ItemKind.Hyphen or ItemKind.Half or ItemKind.Fiscal);
    }

    private TimePoint NearestNth(int day, int start, int end)
    {
        TimePoint open = new(Grain.Day, 0) { Day = day };
        if (_context.Published is not { } published) return open;
        (DateOnly? before, DateOnly? after) = AroundMonths(published, day, 0);
        return Choose(before, after, published, start, end, 0) is { } chosen ? TimePoint.OfDay(chosen) : open;
    }

    // The last such day up to publication and the first from it on; of any weekday where it is 0.
    private static (DateOnly? Before, DateOnly? After) AroundMonths(DateOnly published, int day, int weekday)
    {
        DateOnly? before = null, after = null;
        for (int step = -14; step <= 14; step++)
        {
            (int year, int month) = Cal.AddMonths(published.Year, published.Month, step);
            if (!Cal.IsDay(year, month, day)) continue;
            DateOnly date = new(year, month, day);
            if (weekday != 0 && Cal.Weekday(date) != weekday) continue;
            if (date <= published) before = date;
            if (date >= published) after ??= date;
        }
        return (before, after);
    }
}
