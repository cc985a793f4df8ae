namespace NewsNlp.Dates;

/// <summary>about two years, more than a week, at least three months, nearly a decade ago.</summary>
internal sealed partial class DateGrammar
{
    private bool Modified(int at, out Reading reading)
    {
        reading = default;
        if (!ModifierWords(at, out DateModifier modifier, out int next)) return false;
        if (Shift(next, out reading)) modifier = Turned(modifier);
        else if (!(items.Kind(next) is ItemKind.The or ItemKind.Past or ItemKind.Last && BoundDuration(next, out reading)) && !FreeDuration(next, next, out reading)) return ModifiedPoint(at, next, out reading);
        if (reading.Type == DateType.Set) return false;
        reading.Start = at;
        reading.Modifier = modifier;
        return true;
    }

    // about noon, around 10 a.m.
    private bool ModifiedPoint(int at, int next, out Reading reading)
    {
        reading = default;
        if (!items.Is(at, ItemKind.Approx) || items.Kind(next) is ItemKind.The) return false;
        if (!ClockTime(next, out reading) && !(items.Is(next, ItemKind.DayPart) && BareDayPart(next, out reading))) return false;
        reading.Start = at;
        reading.Modifier = DateModifier.Approx;
        return true;
    }

    // More than two years ago is before then; the same words on a length make it longer.
    private static DateModifier Turned(DateModifier modifier) => modifier switch
    {
        DateModifier.MoreThan or DateModifier.AtLeast => DateModifier.Before,
        DateModifier.LessThan or DateModifier.AtMost => DateModifier.After,
        _ => modifier,
    };

    private bool ModifierWords(int at, out DateModifier modifier, out int next)
    {
        modifier = (DateModifier)Math.Clamp(items[at].Value, 0, (int)DateModifier.After);
        next = at + 1;
        switch (items.Kind(at))
        {
            case ItemKind.Approx: return !items.Is(at - 1, ItemKind.Than);
            case ItemKind.More:
                next = at + 2;
                return items.Is(at + 1, ItemKind.Than);
            case ItemKind.At:
                modifier = (DateModifier)Math.Clamp(items[at + 1].Value, 0, (int)DateModifier.After);
                next = at + 2;
                return items.Is(at + 1, ItemKind.Least);
            case ItemKind.Up:
                modifier = DateModifier.AtMost;
                next = at + 2;
                return items.Is(at + 1, ItemKind.To);
            case ItemKind.No:
                modifier = items[at + 1].Value == (int)DateModifier.MoreThan ? DateModifier.AtMost : DateModifier.AtLeast;
                next = at + 3;
                return items.Is(at + 1, ItemKind.More) && items.Is(at + 2, ItemKind.Than);
            case ItemKind.Over: return items.Kind(at - 1) is ItemKind.For or ItemKind.After or ItemKind.In or ItemKind.Just or ItemKind.Of && items.Kind(next) is not ItemKind.The;
            case ItemKind.Just: return items.Kind(at + 1) is ItemKind.Over or ItemKind.Approx or ItemKind.More && ModifierWords(at + 1, out modifier, out next);
            default: return false;
        }
    }
}
