namespace NewsNlp.Quantities;

/// <summary>Reads a cardinal with its unit, and the range or ratio it begins.</summary>
internal sealed class RangeReader(AtomList atoms, NumberReader numbers, UnitReader units, MoneySense money, QuantityLexicon lexicon, CountReader counts, RateReader rates)
{
    /// <summary>How far before <c>from 5 to 7</c> a verb of change is looked for.</summary>
    private const int ChangeReach = 7;

    private readonly AgeReader _ages = new(atoms, lexicon, counts);
    private readonly RatioReader _ratios = new(atoms, numbers);

    /// <summary>Money whose symbol or code stands before the number.</summary>
    public bool TryMoneyBefore(int at, ref FoundQuantity found)
    {
        int start = at;
        bool negative = (atoms.IsSymbol(at, '-') || atoms.IsSymbol(at, '−')) && !atoms.Glued(at) && atoms.Glued(at + 1);
        if (negative) start++;
        if (lexicon.Currencies.Names.Match(atoms, start, out int end) is not { Symbol: true } currency || !Leads(start, end)) return false;
        if (!numbers.TryRead(end, money: true, out NumberData number) || number.Kind is NumberKind.Ordinal || !(number.Literal || currency.IsSign)) return false;
        FoundQuantity quantity = FoundQuantity.From(number);
        if (negative) quantity.Value = -quantity.Value;
        quantity.First = at;
        quantity.UnitBefore = true;
        TakeCurrencyBehind(currency, ref quantity);
        units.ReadCents(currency, ref quantity);
        rates.Read(ref quantity);
        found = quantity;
        TakeUpper(ref found);
        if (found.Upper is not null) rates.Read(ref found);
        return true;
    }

    /// <summary>A cardinal with all that follows it; the next atom to read.</summary>
    public int ReadCardinal(in NumberData number, ref FoundQuantity found)
    {
        FoundQuantity quantity = FoundQuantity.From(number);
        if (_ratios.TryRead(number, ref found) || TryAge(number, ref found)) return found.End;
        UnitResult result = units.Read(ref quantity);
        if (result != UnitResult.Time && TakeUpper(ref quantity) && result == UnitResult.None) result = units.Read(ref quantity);
        if (result == UnitResult.Time) return Time(quantity, ref found);
        if (result == UnitResult.None && IsMagnitude(quantity.First - 1)) (quantity.Type, quantity.Unit) = (QuantityType.Measure, "magnitude");
        else if (result == UnitResult.None && !TakeHead(ref quantity)) return atoms.Has(quantity.Next - 1, Cue.TimeUnit) ? Time(quantity, ref found) : quantity.Next;
        if (!Stands(number, quantity)) return quantity.Next;
        found = quantity;
        return quantity.Next;
    }

    // A duration is the business of dates; it is kept aside because it tells what the numbers before it are: eight and 10 years.
    private static int Time(in FoundQuantity quantity, ref FoundQuantity found)
    {
        found = quantity;
        found.IsTime = true;
        return quantity.Next;
    }

    /// <summary>A fraction with the unit it is a part of, or a ratio.</summary>
    public int ReadFraction(in NumberData number, ref FoundQuantity found)
    {
        FoundQuantity quantity = FoundQuantity.From(number);
        int at = quantity.End;
        if (atoms.Has(number.First - 1, Cue.And) && atoms.Has(number.First - 2, Cue.TimeUnit)) return at;
        if (atoms.Has(at, Cue.Of)) at++;
        bool whole = atoms.Has(at, Cue.Article);
        if (whole) at++;
        int end = quantity.End;
        quantity.End = at;
        bool measured = whole || number.Slashed || at == end;
        UnitResult result = measured ? units.Read(ref quantity) : UnitResult.None;
        if (result == UnitResult.Time) return quantity.End;
        if (result == UnitResult.None)
        {
            quantity.End = end;
            quantity.Type = QuantityType.Ratio;
            if (number.Slashed && atoms.IsCapital(end)) return end;
        }
        found = quantity;
        return quantity.Next;
    }

    /// <summary>Takes the noun that is counted; false where the number belongs to a duration or an address after all.</summary>
    public bool TakeHead(ref FoundQuantity found)
    {
        int from = found.End;
        if (lexicon.After.Match(atoms, from, out int behind) is { Modifier: QuantityModifier.AtLeast or QuantityModifier.AtMost or QuantityModifier.About } after)
            (found.Modifier, from) = (after.Modifier, behind);
        int head = counts.FindHead(from, found.Vague);
        if (head < 0) found.Modifier = QuantityModifier.None;
        if (head < 0) return true;
        if (atoms.Has(head, Cue.TimeUnit))
        {
            found.PhraseEnd = head + 1;
            return false;
        }
        if (IsModelName(found, head)) return false;
        if (counts.KindAt(head) == TagKind.ProperNoun && found.Value != 1 && !found.Vague && found.Upper is null && (atoms.IsNumber(found.First) || (atoms.IsCapital(found.First - 1) && !atoms.Has(found.First - 1, Cue.The | Cue.Function))) && IsAddress(found.End, head)) return false;
        found.Type = QuantityType.Count;
        found.Unit = counts.Unit(head);
        found.PhraseEnd = head + 1;
        rates.Read(ref found);
        return true;
    }

    // Magnitude 6.1, a magnitude of 6.1
    private bool IsMagnitude(int at) => atoms.Is(at, "magnitude") || (atoms.Has(at, Cue.Of) && atoms.Is(at - 1, "magnitude"));

    // The 787 Dreamliner burns less.
    private bool IsModelName(in FoundQuantity found, int head) =>
        atoms.IsNumber(found.First) && atoms[found.First].Form == NumeralForm.Plain && found.End == found.First + 1 && found.Value is >= 100 and < 1000
        && atoms.Has(found.First - 1, Cue.The | Cue.Article) && IsNameWord(found.End) && counts.KindAt(head) is not (TagKind.PluralNoun or TagKind.PluralProperNoun);

    // The tagger takes many a name that it never saw for a common noun.
    private bool IsNameWord(int at) => counts.KindAt(at) == TagKind.ProperNoun || (counts.KindAt(at) == TagKind.Noun && atoms.IsCapital(at));

    // 10 Downing Street, Carla ten Brink: capitals all the way, beginning right behind the number.
    private bool IsAddress(int at, int head)
    {
        // 21 Samburu: a people, not the name of a street.
        if (head == at && !atoms.IsCapital(at - 2) && !atoms.IsHyphen(at)) return false;
        for (int i = at; i <= head; i++)
            if (!atoms.IsCapital(i)) return false;
        return true;
    }

    // "A year or two" is a duration; "one" alone is a pronoun as often as a number.
    private bool Stands(in NumberData number, in FoundQuantity found)
    {
        if (!number.Literal && found.Type == QuantityType.Number && atoms.Has(number.First - 1, Cue.Or) && atoms.Has(number.First - 2, Cue.TimeUnit)) return false;
        if (number.Literal || found.Value != 1 || found.Upper is not null || found.Type is not (QuantityType.Number or QuantityType.Count)) return true;
        if (!atoms.Is(number.First, "one") || number.End != number.First + 1) return true;
        if (found.Type == QuantityType.Number || atoms.Has(atoms.IsHyphen(number.End) ? number.End + 1 : number.End, Cue.OneNext)) return false;
        if (atoms.Has(found.Next - 1, Cue.Solo) && (number.First == 0 || atoms.Has(number.First - 1, Cue.Preposition) || atoms.Has(number.First - 1, Cue.Function))) return false;
        return !atoms.Has(number.First - 1, Cue.The | Cue.Than) && !IsDetermined(number.First - 1);
    }

    private bool IsDetermined(int at) => atoms.Is(at, "this") || atoms.Is(at, "that") || atoms.Is(at, "no") || atoms.Is(at, "each") || atoms.Is(at, "every")
        || atoms.Is(at, "any") || atoms.Is(at, "which") || atoms.Is(at, "another");

    private bool Leads(int at, int end) =>
        !(atoms.Glued(at) && (atoms.IsWord(at - 1) || atoms.IsNumber(at - 1))) && (atoms.IsNumber(end) || atoms.IsSymbol(end, '.') || atoms.IsDash(end) || atoms.IsWord(end))
        && (end > at + 1 || !atoms.IsWord(at) || atoms[at].Length > 1 || atoms.Glued(end));

    // $5 million dollars, US$5m USD: the second name says nothing new; C$ after $ would.
    private void TakeCurrencyBehind(CurrencyEntry currency, ref FoundQuantity found)
    {
        money.Apply(currency, ref found);
        int at = found.End;
        if (lexicon.Currencies.Names.Match(atoms, at, out int end) is not { Minor: false } behind || (behind.IsSign && atoms.Glued(end)) || atoms.IsNumber(end) || (atoms[at].Length <= 2 && !behind.IsSign)) return;
        found.End = end;
        if (behind.Family < 0) money.Apply(behind, ref found);
    }

    // Aged 45, age 45; John Smith, 45, said.
    private bool TryAge(in NumberData number, ref FoundQuantity found)
    {
        bool aged = _ages.IsAsked(number.First);
        if ((!aged && !_ages.IsAge(number)) || number.Value > 130) return false;
        FoundQuantity quantity = FoundQuantity.From(number);
        quantity.Type = QuantityType.Age;
        quantity.Unit = "year";
        if (aged) TakeUpper(ref quantity);
        UnitResult result = units.Read(ref quantity);
        if (result == UnitResult.Time) quantity.Unit = counts.Lemma(quantity.End - 1);
        else if (result == UnitResult.Found && quantity.Type != QuantityType.Age) return false;
        found = quantity;
        return true;
    }

    // 3 to 5, 3–5, between 3 and 5, two or three; the lower end takes the upper's unit and scale.
    private bool TakeUpper(ref FoundQuantity found)
    {
        int at = found.End;
        int second = Connector(at, found);
        if (second < 0 || found.Vague) return false;
        found.MayDescend = atoms.Has(at, Cue.And) || (atoms.Has(at, Cue.To) && IsSpread(found.First));
        FoundQuantity upper = default;
        bool sameSign = found.UnitBefore;
        if (sameSign && TrySecondMoney(second, ref upper)) return Join(found.Unit, ref found, upper);
        if (!numbers.TryRead(second, money: sameSign, out NumberData number) || number.Kind is not (NumberKind.Cardinal)) return false;
        upper = FoundQuantity.From(number);
        upper.UnitBefore = sameSign;
        if (sameSign)
        {
            if (units.Read(ref upper) == UnitResult.Time || (upper.Unit is not null && upper.Unit != found.Unit)) return false;
            return Join(found.Unit, ref found, upper);
        }
        return TakePlainUpper(ref found, upper);
    }

    private bool TakePlainUpper(ref FoundQuantity found, FoundQuantity upper)
    {
        if (found.Type == QuantityType.Age && found.Unit == "year") return Join("year", ref found, upper);
        FoundQuantity bare = upper;
        UnitResult result = units.Read(ref upper);
        if (result == UnitResult.Time && found.Unit is not null) return false;
        if (found.Unit is null) return Join(null, ref found, bare);
        return upper.Unit == found.Unit && upper.Type == found.Type && Join(found.Unit, ref found, upper);
    }

    private bool TrySecondMoney(int at, ref FoundQuantity upper)
    {
        if (lexicon.Currencies.Names.Match(atoms, at, out int end) is not { Symbol: true } currency || !numbers.TryRead(end, money: true, out NumberData number)) return false;
        upper = FoundQuantity.From(number);
        money.Apply(currency, ref upper);
        return number.Kind == NumberKind.Cardinal;
    }

    private static bool Join(string? unit, ref FoundQuantity found, in FoundQuantity upper)
    {
        double lower = found.Value;
        double scaled = upper.Scale > 1 && found.Scale == 1 && Math.Abs(lower) < 1000 && lower <= upper.Value / upper.Scale ? lower * upper.Scale : lower;
        if (scaled > upper.Value && found.MayDescend && found.Scale == upper.Scale) return JoinDescending(ref found, upper);
        if (!(scaled < upper.Value) || (unit is not null && upper.Unit is not null && unit != upper.Unit)) return false;
        found.Value = scaled;
        found.Upper = upper.Value;
        found.Scale = upper.Scale;
        found.End = upper.End;
        return true;
    }

    // Between -18 and -34 degrees: the lower end stands last.
    private static bool JoinDescending(ref FoundQuantity found, in FoundQuantity upper)
    {
        found.Upper = found.Value;
        found.Value = upper.Value;
        found.End = upper.End;
        return true;
    }

    private int Connector(int at, in FoundQuantity found)
    {
        if (atoms.IsDash(at) && atoms.Glued(at) && atoms.Has(at + 1, Cue.To) && !atoms.Glued(at + 1)) return at + 2;
        if (atoms.IsDash(at)) return atoms[at].First == '—' && !atoms.IsHyphen(at) ? -1 : at + 1;
        if (!atoms.IsWord(at)) return -1;
        if (atoms.Has(at, Cue.To)) return IsChange(found) ? -1 : at + 1;
        if (atoms.Has(at, Cue.And)) return IsBetween(found.First) ? at + 1 : -1;
        return atoms.Has(at, Cue.Or) && found.Unit is null && found.Value < 1000 ? at + 1 : -1;
    }

    // Ranging from 5 to 3.
    private bool IsSpread(int first)
    {
        int at = atoms.Has(first - 1, Cue.From) ? first - 2 : first - 1;
        return atoms.Is(at, "ranging") || atoms.Is(at, "ranged") || atoms.Is(at, "ranges") || atoms.Is(at, "range");
    }

    private bool IsBetween(int first)
    {
        for (int at = first - 1; at >= first - 4; at--)
            if (atoms.Has(at, Cue.Between)) return true;
        return atoms.Is(first - 1, "somewhere");
    }

    // Rose from 5 to 7 per cent: two values, no range.
    private bool IsChange(in FoundQuantity found)
    {
        bool from = atoms.Has(found.First - 1, Cue.From);
        if (atoms.Has(found.First - 1, Cue.Of) || (!from && found.Unit is null && found.Scale == 1 && found.Value < 1000)) return false;
        for (int at = found.First - 1; at >= found.First - ChangeReach; at--)
            if (atoms.Has(at, Cue.Change)) return true;
        return false;
    }
}
