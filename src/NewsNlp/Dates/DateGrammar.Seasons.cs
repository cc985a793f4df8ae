namespace NewsNlp.Dates;

/// <summary>Seasons, alone and with their year.</summary>
internal sealed partial class DateGrammar
{
    private bool BareSeason(int at, out Reading reading)
    {
        reading = default;
        bool year = YearBehind(at + 1, out _, out _) && !items.Is(at + 1, ItemKind.Comma);
        if (!year && items.Is(at - 1, ItemKind.In) && EndsClause(at + 1) && !items.Has(at, ItemFlags.Plural)) return SeasonReading(at, at, out reading);
        if (!year && (items.Has(at, ItemFlags.Ambiguous | ItemFlags.Plural) || items.Kind(at - 1) is not (ItemKind.In or ItemKind.By or ItemKind.Since or ItemKind.Part))) return false;
        return SeasonReading(at, at, out reading);
    }

    // the summer, the summer of 2014; the fall of the government is none.
    private bool TheSeason(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural) || IsTitle(at)) return false;
        bool year = YearBehind(at + 1, out _, out _);
        if (!year && IsBeforeNoun(at + 1)) return false;
        if (!year && items.Has(at, ItemFlags.Ambiguous) && (items.Is(at + 1, ItemKind.Of) || items.Kind(start - 1) is not (ItemKind.In or ItemKind.By or ItemKind.Since or ItemKind.For or ItemKind.Over)))
            return false;
        return SeasonReading(start, at, out reading);
    }

    // the Summer Olympics
    private bool IsTitle(int at) => items.Has(at, ItemFlags.Capital) && items.Is(at + 1, ItemKind.None) && items.Has(at + 1, ItemFlags.Capital);

    private bool SeasonReading(int start, int at, out Reading reading)
    {
        int season = items[at].Value;
        if (YearBehind(at + 1, out int year, out int end) && !items.Is(at + 1, ItemKind.Comma))
        {
            if (items.Is(end, ItemKind.Hyphen) && UpperYear(end + 1, year, out _)) end += 2;
            reading = Reading.Of(start, end, SeasonPoint(season, year));
            return true;
        }
        int whole = items.Is(at + 1, ItemKind.Of) ? at + 2 : at + 1;
        if (RelativeYear(whole, out Reading named))
        {
            reading = Reading.Of(start, named.End, SeasonPoint(season, named.Point.Year));
            return true;
        }
        reading = Reading.Of(start, at + 1, BareSeasonPoint(season, start, at + 1));
        return true;
    }
}
