namespace NewsNlp.Dates;

/// <summary>Now, recently, the past, the future, at present, to date.</summary>
internal sealed partial class DateGrammar
{
    private bool References(int at, out Reading reading)
    {
        reading = default;
        ref readonly DateItem item = ref items[at];
        switch (item.Kind)
        {
            case ItemKind.Reference when IsWord(at - 1, "as"):
                return false;
            case ItemKind.Reference:
                reading = Reading.Of(at, at + 1, DateType.Date, item.Text ?? "");
                return true;
            case ItemKind.Now:
                if (IsWord(at + 1, "that") || (items.Is(at - 1, ItemKind.Break) && items.Is(at + 1, ItemKind.Comma))) return false;
                reading = Reading.Of(at, at + 1, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.That when items.Has(at, ItemFlags.Plural) && items.Is(at - 1, ItemKind.In) && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Day:
                reading = Reading.Of(at, at + 2, DateType.Date, "PAST_REF");
                return true;
            case ItemKind.This when items.Has(at, ItemFlags.Plural) && items.Is(at + 1, ItemKind.Unit) && items[at + 1].Value == (int)TimeUnit.Day && items.Has(at + 1, ItemFlags.Plural):
                reading = Reading.Of(at, at + 2, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.At when IsWord(at + 1, "present") && PresentNoun(at + 1) == 0:
                reading = Reading.Of(at + 1, at + 2, DateType.Date, "PRESENT_REF");
                return EndsClause(at + 2);
            case ItemKind.To when IsWord(at + 1, "date") && EndsClause(at + 2):
                reading = Reading.Of(at, at + 2, DateType.Date, "PRESENT_REF");
                return true;
            case ItemKind.This or ItemKind.The when items.Is(at - 1, ItemKind.At) && PresentNoun(at + 1) > 0:
                reading = Reading.Of(at, at + 1 + PresentNoun(at + 1), DateType.Date, "PRESENT_REF");
                return !items.Is(reading.End, ItemKind.Of);
            case ItemKind.The: return TheFuture(at, out reading);
            default: return false;
        }
    }

    // time, moment, present time; 0 where it is none of them.
    private int PresentNoun(int at)
    {
        if (IsWord(at, "present")) return IsWord(at + 1, "time") || IsWord(at + 1, "moment") ? 2 : 0;
        return IsWord(at, "moment") || (IsWord(at, "time") && items.Is(at - 1, ItemKind.This)) ? 1 : 0;
    }

    // the future, the near future, the past, the recent past
    private bool TheFuture(int at, out Reading reading)
    {
        reading = default;
        int next = items.Kind(at + 1) is ItemKind.Nearness or ItemKind.Recent ? at + 2 : at + 1;
        bool past = items.Is(next, ItemKind.Past), future = items.Is(next, ItemKind.Future);
        if (!past && !future) return false;
        ItemKind behind = items.Kind(next + 1);
        if (!EndsClause(next + 1) && behind is not (ItemKind.In or ItemKind.To or ItemKind.By or ItemKind.On or ItemKind.At or ItemKind.From) && !(past && items.Is(at - 1, ItemKind.In) && behind == ItemKind.None)) return false;
        reading = Reading.Of(at, next + 1, DateType.Date, past ? "PAST_REF" : "FUTURE_REF");
        return true;
    }
}
