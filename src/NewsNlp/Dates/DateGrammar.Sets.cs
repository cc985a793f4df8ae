namespace NewsNlp.Dates;

/// <summary>Times that recur: every Tuesday, daily, twice a week, Mondays, Friday mornings, $5 a year.</summary>
internal sealed partial class DateGrammar
{
    private bool Set(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        switch (item.Kind)
        {
            case ItemKind.Every: return Every(at, out reading);
            case ItemKind.SetWord: return SetWord(at, out reading);
            case ItemKind.SetPrefix: return PrefixedSet(at, out reading);
            case ItemKind.Times: return TimesA(at, out reading);
            case ItemKind.Weekday when item.Has(ItemFlags.Plural) && items.Kind(at - 1) is not (ItemKind.Number or ItemKind.NumberWord):
                reading = Reading.Of(at, at + 1, DateType.Set, "XXXX-WXX-" + Digit(item.Value));
                SetTime(ref reading);
                return item.Has(ItemFlags.Capital);
            case ItemKind.Weekday when items.Is(at + 1, ItemKind.DayPart) && items.Has(at + 1, ItemFlags.Plural):
                reading = Reading.Of(at, at + 2, DateType.Set, "XXXX-WXX-" + Digit(item.Value) + DayParts.Sign(items[at + 1].Value));
                return true;
            default: return false;
        }
    }

    // every year, each of the years aside; every two weeks; every other day; every third month
    private bool Every(int at, out Reading reading)
    {
        reading = default;
        int next = at + 1;
        double number = 1;
        bool counted = false;
        if (items.Is(next, ItemKind.Other)) (number, next, counted) = (2, next + 1, true);
        else if (items.Is(next, ItemKind.Ordinal)) (number, next, counted) = (items[next].Value, next + 1, true);
        else if (items.Kind(next) is ItemKind.Vague or ItemKind.Couple or ItemKind.Number or ItemKind.NumberWord && ReadAmount(next, out Amount amount))
        {
            reading = Reading.Of(at, amount.End, DateType.Set, amount.Value);
            SetUpper(amount, ref reading);
            return true;
        }
        if (items.Kind(next) is ItemKind.DayKind or ItemKind.YearKind) next++;
        string? value = RecurringValue(next, number);
        if (value is null || (counted && number > 100)) return false;
        reading = Reading.Of(at, next + 1, DateType.Set, value);
        EveryBehind(next, ref reading);
        return true;
    }

    private string? RecurringValue(int at, double number)
    {
        ref readonly DateItem item = ref items[at];
        return item.Kind switch
        {
            ItemKind.Unit when item.Value == (int)TimeUnit.Weekend => "XXXX-WXX-WE",
            ItemKind.Unit when !item.Has(ItemFlags.Short) => TimexWriter.Duration(number, (TimeUnit)item.Value),
            ItemKind.Weekday => "XXXX-WXX-" + Digit(item.Value),
            ItemKind.Month when item.Has(ItemFlags.Capital) => TimexWriter.Write(TimePoint.OfMonth(0, item.Value)),
            ItemKind.Season => TimexWriter.Write(SeasonPoint(item.Value, 0)),
            ItemKind.DayPart => "XXXX-XX-XX" + DayParts.Sign(item.Value),
            _ => null,
        };
    }

    // every Friday morning, every June 4
    private void EveryBehind(int at, ref Reading reading)
    {
        if (items.Is(at, ItemKind.Weekday) && items.Is(at + 1, ItemKind.DayPart))
        {
            reading.Text += DayParts.Sign(items[at + 1].Value);
            reading.End = at + 2;
        }
        else if (items.Is(at, ItemKind.Month) && DayNumber(at + 1, out int day, out int end) && Cal.IsMonthDay(items[at].Value, day))
        {
            reading.Text = TimexWriter.Write(new TimePoint(Grain.Day, 0) { Month = items[at].Value, Day = day });
            reading.End = end;
        }
    }

    // Thursdays at 5:30 p.m.
    private void SetTime(ref Reading reading)
    {
        if (!items.Is(reading.End, ItemKind.At) || !ReadClock(reading.End + 1, out int clock, out int _, out int end)) return;
        reading = Reading.Of(reading.Start, end, DateType.Set, reading.Text + TimexWriter.Time(clock));
    }

    // semi-annual, bi-monthly
    private bool PrefixedSet(int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at + 1, ItemKind.Hyphen) || !items.Is(at + 2, ItemKind.SetWord)) return false;
        if (vocabulary.Find(draft.Text.AsSpan(items[at].Start, items[at + 2].End - items[at].Start)) is not { Text: { } value }) return false;
        reading = Reading.Of(at, at + 3, DateType.Set, value);
        return true;
    }

    // daily, quarterly; The Daily Mail, the daily Izvestia and a name's Weekly are none.
    private bool SetWord(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        if (item.Has(ItemFlags.Capital) && !items.Is(at - 1, ItemKind.Break)) return false;
        if (draft.TokenBuffer[item.Token].Pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun) return false;
        if (item.Text is "P1D" or "P1W" && items.Is(at + 1, ItemKind.None) && items.Has(at + 1, ItemFlags.Capital) && !items.Is(at - 1, ItemKind.Break)) return false;
        if (items.Is(at - 1, ItemKind.DayKind) || (item.Has(ItemFlags.Ambiguous) && !EndsClause(at + 1)) || item.Has(ItemFlags.Glued) && items.Is(at - 1, ItemKind.Hyphen)) return false;
        reading = Reading.Of(at, at + 1, DateType.Set, item.Text ?? "");
        return true;
    }

    // twice a week, three times a day
    private bool TimesA(int at, out Reading reading)
    {
        reading = default;
        int next = at + 1;
        if (items.Kind(next) is not (ItemKind.A or ItemKind.Every or ItemKind.Per) || !items.Is(next + 1, ItemKind.Unit) || items.Has(next + 1, ItemFlags.Plural)) return false;
        int start = items.Has(at, ItemFlags.Plural) && items.Kind(at - 1) is ItemKind.Number or ItemKind.NumberWord ? at - 1 : at;
        if (items.Has(at, ItemFlags.Plural) && start == at && !items.Is(at - 1, ItemKind.Vague)) return false;
        reading = Reading.Of(start, next + 2, DateType.Set, TimexWriter.Duration(1, (TimeUnit)items[next + 1].Value));
        return true;
    }

    // 40 hours a week, $3 billion a year, 5 percent a month: behind what was counted.
    private bool IsRate(int at, in Amount amount)
    {
        if (amount.End != at + 2 || amount.More > 0) return false;
        if (items.Kind(amount.End) is ItemKind.Ago or ItemKind.Earlier or ItemKind.Later or ItemKind.Before or ItemKind.After or ItemKind.Hyphen) return false;
        ItemKind before = items.Kind(at - 1);
        if (before is ItemKind.Percent or ItemKind.Scale or ItemKind.Unit or ItemKind.Number or ItemKind.NumberWord or ItemKind.Times) return true;
        if (before != ItemKind.None || !IsCountedNoun(at - 1)) return false;
        for (int back = at - 2; back >= at - 5; back--)
            if (items.Kind(back) is ItemKind.Number or ItemKind.NumberWord or ItemKind.Scale or ItemKind.Percent or ItemKind.Currency or ItemKind.Vague) return true;
        return false;
    }

    // A word of at least three letters that can be counted: barrels, tonnes, million, people.
    private bool IsCountedNoun(int at)
    {
        ReadOnlySpan<char> word = draft.Text.AsSpan(items[at].Start, items[at].End - items[at].Start);
        return word.Length >= 3 && (word[^1] == 's' || word is "people" or "million" or "billion" or "trillion" or "men" or "women" or "children" or "barrel" or "euro" or "yen");
    }

    private static bool RateSet(int at, in Amount amount, out Reading reading)
    {
        reading = Reading.Of(at, amount.End, DateType.Set, TimexWriter.Duration(1, amount.Unit));
        return true;
    }

    private bool WeekendSet(int at, out Reading reading)
    {
        reading = Reading.Of(at, at + 1, DateType.Set, "XXXX-WXX-WE");
        return true;
    }

    private static char Digit(int value) => (char)('0' + Math.Clamp(value, 0, 9));
}
