namespace NewsNlp.Quantities;

/// <summary>Reads ages that have no unit of their own: <c>aged 45</c>, <c>Anna Lindqvist, 52,</c>, <c>children under 5</c>.</summary>
internal sealed class AgeReader(AtomList atoms, QuantityLexicon lexicon, CountReader counts)
{
    private const int OldestPerson = 115;

    /// <summary>Whether <c>aged</c>, <c>at the age of</c> or the like stands before the number.</summary>
    public bool IsAsked(int number)
    {
        int before = BeforeQualifiers(number);
        if (atoms.Has(before, Cue.Of) && atoms.Has(before - 1, Cue.Aged)) before--;
        return atoms.Has(before, Cue.Aged) || (atoms.Has(before, Cue.Between | Cue.From) && atoms.Has(before - 1, Cue.Aged));
    }

    /// <summary>Whether the number alone is an age: between commas behind a name, or a bound on a group of people.</summary>
    public bool IsAge(in NumberData number)
    {
        if (!number.Literal || number.Value is not (>= 1 and <= OldestPerson) || number.Value % 1 != 0 || atoms[number.First].Form != NumeralForm.Plain) return false;
        return IsApposed(number) || IsBound(number) || IsTurned(number);
    }

    private int BeforeQualifiers(int number)
    {
        int before = number - 1;
        while (before > number - 3 && lexicon.Before.Match(atoms, before, out int end) is not null && end == before + 1) before--;
        return before;
    }

    private bool IsApposed(in NumberData number)
    {
        int at = number.First - 1;
        if (!(atoms.IsSymbol(at, ',') || atoms.IsSymbol(at, '(')) || !IsAppositionEnd(number.End)) return false;
        int last = at - 1;
        if (atoms.IsSymbol(last, '.') && atoms.Glued(last) && atoms.Has(last - 1, Cue.NameEnd)) last--;
        if (atoms.Has(last, Cue.NameEnd)) last = atoms.IsSymbol(last - 1, ',') ? last - 2 : last - 1;
        return IsPersonEnd(last, number);
    }

    private bool IsAppositionEnd(int at) => atoms.IsSymbol(at, ',') || atoms.IsSymbol(at, ')') || (atoms.IsSymbol(at, '.') && at == atoms.Count - 1);

    private bool IsPersonEnd(int last, in NumberData number)
    {
        Cue other = atoms.IsHyphen(last - 1) ? Cue.Label : Cue.Month | Cue.Weekday | Cue.Label;
        if (!atoms.IsCapital(last) || atoms.Has(last, other) || counts.KindAt(last) is not (TagKind.ProperNoun or TagKind.Untagged)) return false;
        int before = last - 1;
        bool joined = atoms.IsHyphen(before) || (atoms.IsSymbol(before, '.') && atoms[before - 1].Length <= 2);
        if (joined) before--;
        if (atoms.IsCapital(before) && !atoms.Has(before, Cue.Function | Cue.Preposition)) return true;
        return atoms.IsSymbol(number.End, ',') && number.Value >= 10 && atoms.IsWord(number.End + 1) && !atoms.IsCapital(number.End + 1) && !atoms.Has(number.End + 1, Cue.And | Cue.Or);
    }

    // She turns 63 next month.
    private bool IsTurned(in NumberData number)
    {
        if (!(atoms.Is(number.First - 1, "turns") || atoms.Is(number.First - 1, "turned") || atoms.Is(number.First - 1, "turn")) || number.End > number.First + 1) return false;
        return !atoms.IsWord(number.End) || atoms.Has(number.End, Cue.Deictic | Cue.Preposition);
    }

    // Children under 5, adults over 65: no unit, no noun behind.
    private bool IsBound(in NumberData number)
    {
        int at = number.First - 1;
        if (!(atoms.Is(at, "under") || atoms.Is(at, "over")) || !atoms.Has(at - 1, Cue.People) || number.End > number.First + 1) return false;
        return !atoms.IsHyphen(number.End) && (!atoms.IsWord(number.End) || counts.KindAt(number.End) is TagKind.Verb or TagKind.Other);
    }
}
