namespace NewsNlp.Quantities;

/// <summary>Recognises days, years and times of day: the business of dates.</summary>
internal sealed class CalendarNumbers(AtomList atoms, CountReader counts, NumberContext context)
{
    // 10:15, 5 p.m., 5pm, 6 o'clock, 1800 GMT
    public int SkipTime(int at)
    {
        int end = at + 1;
        bool clock = (atoms.IsSymbol(end, ':') && atoms.Glued(end) && atoms.IsNumber(end + 1) && atoms.Glued(end + 1));
        if (clock) end += 2;
        int day = IsHour(at) ? SkipDaytime(end) : end;
        if (day == end && !clock && atoms.IsDash(end) && atoms.IsNumber(end + 1) && SkipDaytime(end + 2) > end + 2) return SkipDaytime(end + 2);
        return clock || day > end ? day : at;
    }

    // 7.30 p.m., but no 2.1 pm.
    private bool IsHour(int at) => (atoms[at].Form & NumeralForm.Decimal) == 0 || (atoms[at].Value < 25 && atoms[at].Length > 3 && atoms.Text[atoms[at].End - 3] == '.');

    public int SkipDaytime(int at)
    {
        if (atoms.Has(at, Cue.Daytime) && (atoms.IsCapital(at) || atoms.Is(at, "am") || atoms.Is(at, "pm") || atoms.Is(at, "hrs"))) return at + 1;
        bool letter = atoms.Is(at, "a") || atoms.Is(at, "p");
        if (letter && atoms.IsSymbol(at + 1, '.') && atoms.Is(at + 2, "m")) return atoms.IsSymbol(at + 3, '.') && atoms.Glued(at + 3) ? at + 4 : at + 3;
        return atoms.Is(at, "o") && context.IsApostrophe(at + 1) && atoms.Is(at + 2, "clock") ? at + 3 : at;
    }

    public int SkipYear(int at)
    {
        int end = SkipDayOfMonth(at);
        if (end == at) end = SkipEra(at);
        if (end > at || !IsYear(at)) return end;
        if (atoms.IsDash(at + 1) && context.IsPlain(at + 2) && (atoms[at + 2].Length is 2 or 4 || atoms[at + 2].Value > atoms[at].Value % 10) && !context.HasUnit(at + 3)) return at + 3;
        if (atoms.IsSymbol(at + 1, '/') && context.IsPlain(at + 2)) return at + 3;
        return EndsShort(at) ? at + 3 : at + 1;
    }

    // From 1846 to 48
    private bool EndsShort(int at) =>
        atoms.Has(at + 1, Cue.To) && context.IsPlain(at + 2) && atoms[at + 2].Length == 2 && atoms[at + 2].Value > atoms[at].Value % 100 && !context.HasUnit(at + 3) && !context.CountsPlural(at + 3);

    // 325 B.C., 200 BC, 70 AD
    private int SkipEra(int at)
    {
        if (atoms[at].Form != NumeralForm.Plain || !atoms.IsCapital(at + 1) || atoms.Glued(at + 1)) return at;
        if (atoms.Is(at + 1, "BC") || atoms.Is(at + 1, "BCE") || atoms.Is(at + 1, "AD")) return at + 2;
        bool pointed = (atoms.Is(at + 1, "B") && atoms.Is(at + 3, "C")) || (atoms.Is(at + 1, "A") && atoms.Is(at + 3, "D"));
        return pointed && atoms.IsSymbol(at + 2, '.') && atoms.Glued(at + 3) ? at + 4 : at;
    }

    // June 4, June 4-6, 4 June, June 4, 2025
    private int SkipDayOfMonth(int at)
    {
        if (!context.IsPlain(at) || atoms[at].Value is < 1 or > 31) return at;
        int before = atoms.IsSymbol(at - 1, '.') ? at - 2 : at - 1;
        bool behind = context.IsMonth(before) && !context.HasUnit(at + 1);
        int last = atoms.IsDash(at + 1) && context.IsPlain(at + 2) && atoms[at + 2].Value <= 31 ? at + 2 : at;
        int next = last + 1;
        if (atoms.Is(next, "st") || atoms.Is(next, "nd") || atoms.Is(next, "rd") || atoms.Is(next, "th")) next++;
        if (atoms.Has(next, Cue.Of)) next++;
        if (!behind && !context.IsMonth(next)) return at;
        return behind ? last + 1 : next + 1;
    }

    private bool IsYear(int at)
    {
        ref readonly Atom number = ref atoms[at];
        if (!context.IsPlain(at) || number.Length != 4 || number.Value is < 1000 or > 2100) return false;
        if (context.HasUnit(at + 1) || context.HasScale(at + 1) || context.IsTimeUnit(at + 1)) return false;
        bool counted = atoms.Has(at + 1, Cue.People) && !atoms.IsCapital(at + 1);
        if (number.Value >= 1900) return !counted;
        bool cued = atoms.Has(at - 1, Cue.YearCue | Cue.Month) || (atoms.IsSymbol(at - 1, '(') && atoms.IsDash(at + 1)) || (atoms.IsDash(at - 1) && context.IsPlain(at - 2));
        return cued && counts.KindAt(at + 1) is not (TagKind.PluralNoun or TagKind.Noun or TagKind.Adjective) && !counted;
    }
}
