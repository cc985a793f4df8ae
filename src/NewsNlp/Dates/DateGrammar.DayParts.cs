namespace NewsNlp.Dates;

/// <summary>Parts of the day: noon, overnight, the morning of June 4, the evening before.</summary>
internal sealed partial class DateGrammar
{
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
        TimePoint day = DayBehind(ref reading, reading.Point) ?? StoryDay(at, end);
        reading.Point = day with { DayPart = part };
        reading.Zone = zone;
        return true;
    }

    // the morning, the night of June 4, the evening before
    private bool TheDayPart(int start, int at, out Reading reading)
    {
        reading = default;
        if (items.Has(at, ItemFlags.Plural))
        {
            reading = Reading.Of(start, at + 1, DateType.Set, "XXXX-XX-XX" + DayParts.Sign(items[at].Value));
            return items.Is(start - 1, ItemKind.In);
        }
        int part = items[at].Value, end = at + 1;
        if (IsBeforeNoun(end)) return false;
        TimePoint day = StoryDay(start, end);
        if (items.Kind(end) is ItemKind.Of or ItemKind.On && Point(end + 1, out Reading named) && named.Point.Grain == Grain.Day && named.Text is null) (day, end) = (named.Point, named.End);
        else if (items.Is(end, ItemKind.Before) && EndsClause(end + 1)) (day, end) = (UnitPoint(TimeUnit.Day, -1, day), end + 1);
        else if (items.Is(end, ItemKind.Of) || items.Is(end, ItemKind.None) && items.Kind(start - 1) is not (ItemKind.In or ItemKind.Over)) return false;
        else if (items.Kind(start - 1) is not (ItemKind.In or ItemKind.Over or ItemKind.For or ItemKind.By)) return false;
        reading = Reading.Of(start, end, day with { DayPart = part, HasClock = false });
        return true;
    }
}
