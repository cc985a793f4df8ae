namespace NewsNlp.Dates;

/// <summary>Parts of a longer time: early March, mid-2024, the end of June, the late 1990s.</summary>
internal sealed partial class DateGrammar
{
    // early March, late last year, mid-2024, early Monday
    private bool PartOf(int at, out Reading reading)
    {
        reading = default;
        if (IsWord(at - 1, "as")) return false;
        int next = at + 1;
        if (items.Is(next, ItemKind.Hyphen)) next++;
        if (items.Is(next, ItemKind.On) && items.Kind(next + 1) is ItemKind.Weekday) next++;
        bool found = items.Is(next, ItemKind.Month) && items.Has(next, ItemFlags.Capital) ? MonthDate(next, out reading)
            : items.Is(next, ItemKind.Decade) ? IsDecadeAlone(next) && Decade(at, next, out reading)
            : items.Is(next, ItemKind.Number) ? YearNumber(next, out _) && Year(next, out reading)
            : items.Is(next, ItemKind.Season) ? SeasonReading(next, next, out reading)
            : items.Is(next, ItemKind.DayPart) ? DayPartReading(next, out reading)
            : items.Is(next, ItemKind.Unit) ? next > at + 1 && MidUnit(at, next, out reading)
            : items.Kind(next) is not (ItemKind.Part or ItemKind.PartNoun or ItemKind.Unit) && Point(next, out reading);
        if (!found || reading.Text is not null) return false;
        reading.Start = at;
        reading.Modifier = (DateModifier)items[at].Value;
        return true;
    }

    // mid-month, mid-week
    private bool MidUnit(int at, int next, out Reading reading)
    {
        reading = default;
        if ((DateModifier)items[at].Value != DateModifier.Mid || items.Has(next, ItemFlags.Plural) || items[next].Value is not ((int)TimeUnit.Week or (int)TimeUnit.Month or (int)TimeUnit.Year)) return false;
        reading = Reading.Of(at, next + 1, UnitPoint((TimeUnit)items[next].Value, 0, PublishedPoint));
        return true;
    }

    // the late 1990s, the early 20th century, the early morning
    private bool ThePart(int start, int at, out Reading reading)
    {
        int next = items.Is(at + 1, ItemKind.Hyphen) ? at + 2 : at + 1;
        bool found = items.Kind(next) switch
        {
            ItemKind.Decade or ItemKind.DecadeWord => TheDecade(start, next, out reading),
            ItemKind.Ordinal => CenturyOrNth(start, next, out reading),
            _ => PartOf(at, out reading),
        };
        reading.Start = start;
        if (found) reading.Modifier = (DateModifier)items[at].Value;
        return found;
    }

    // the end of June, the beginning of the year, mid-point aside
    private bool PartNounOf(int start, int at, out Reading reading)
    {
        reading = default;
        if (!items.Is(at + 1, ItemKind.Of)) return false;
        bool bare = items.Is(at + 2, ItemKind.Unit) && items[at + 2].Value is (int)TimeUnit.Month or (int)TimeUnit.Quarter or (int)TimeUnit.Year;
        if (!(bare ? TheUnit(at + 2, at + 2, true, out reading) : WholePoint(at + 2, out reading))) return false;
        if (items.Has(at, ItemFlags.Ambiguous) && !items.Is(at - 1, ItemKind.The)) return false;
        TimeBehind(ref reading);
        reading.Start = start;
        reading.Modifier = (DateModifier)items[at].Value;
        return true;
    }

    private bool TheDecade(int start, int at, out Reading reading)
    {
        if (items.Is(at, ItemKind.DecadeWord))
        {
            reading = Reading.Of(start, at + 1, new TimePoint(Grain.Decade, 1900 + items[at].Value));
            return true;
        }
        return Decade(start, at, out reading) || (items[at].Digits == 2 && reading.End > 0);
    }
}
