using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>What stands behind a number.</summary>
internal enum UnitResult : byte
{
    None,
    Found,

    /// <summary>A unit of time: the number belongs to a duration, which is the business of dates.</summary>
    Time,
}

/// <summary>Reads the unit behind a number: measure, percent, money, age, and what it is reckoned by.</summary>
internal sealed class UnitReader(AtomList atoms, QuantityLexicon lexicon, NumberReader numbers, MoneySense money, CountReader counts, RateReader rates)
{
    public UnitResult Read(ref FoundQuantity found)
    {
        int at = found.End;
        bool hyphen = atoms.IsHyphen(at);
        if (hyphen || (atoms[at].First is '"' or '”' && atoms.Glued(at) && !atoms.Glued(at + 1) && atoms.IsWord(at + 1))) at++;
        else if (found.Vague && atoms.Has(at, Cue.Of)) at++;
        if (ReadBracketed(at, ref found)) return UnitResult.Found;
        UnitResult time = ReadTime(at, ref found);
        if (time != UnitResult.None) return time;
        if (ReadCurrency(at, ref found) || ReadUnit(at, hyphen, ref found) || ReadMultiple(at, ref found))
        {
            rates.Read(ref found);
            return UnitResult.Found;
        }
        return UnitResult.None;
    }

    // 20 (kg)
    private bool ReadBracketed(int at, ref FoundQuantity found)
    {
        int close = atoms[at].First switch { '(' => ')', '[' => ']', '{' => '}', '<' => '>', _ => 0 };
        if (close == 0 || lexicon.Units.Match(atoms, at + 1, out int end) is not { } unit || atoms[end].First != close) return false;
        found.Type = unit.Type;
        found.Unit = unit.Name;
        found.End = end + 1;
        return true;
    }

    private UnitResult ReadTime(int at, ref FoundQuantity found)
    {
        int unit = at;
        if (atoms.Has(unit, Cue.AgeUnit)) return ReadYearsOld(unit, ref found);
        while (atoms.Has(unit, Cue.TimeAdjective) && unit < at + 2) unit++;
        if (!atoms.Has(unit, Cue.TimeUnit) || (atoms[unit].Length == 2 && !atoms.Glued(unit))) return UnitResult.None;
        int next = atoms.IsHyphen(unit + 1) ? unit + 2 : unit + 1;
        bool age = atoms.Has(next, Cue.Old) || (atoms.Has(next, Cue.Of) && atoms.Has(next + 1, Cue.Aged));
        if (!age)
        {
            found.End = unit + 1;
            return UnitResult.Time;
        }
        found.Type = QuantityType.Age;
        found.Unit = counts.Lemma(unit);
        found.End = atoms.Has(next, Cue.Old) ? next + 1 : next + 2;
        return UnitResult.Found;
    }

    // 87 yo
    private static UnitResult ReadYearsOld(int at, ref FoundQuantity found)
    {
        found.Type = QuantityType.Age;
        found.Unit = "year";
        found.End = at + 1;
        return UnitResult.Found;
    }

    private bool ReadCurrency(int at, ref FoundQuantity found)
    {
        if (lexicon.Currencies.Names.Match(atoms, at, out int end) is not { } currency || !Allows(currency, at, end, found)) return false;
        if (currency.Family == lexicon.Currencies.Pound && money.IsWeight(found, end)) return false;
        money.Apply(currency, ref found);
        found.End = end;
        if (currency.Symbol && found.Scale == 1 && atoms.Role(end) == NumberRole.Scale) TakeScaleBehind(ref found);
        ReadCents(currency, ref found);
        return true;
    }

    // 75 USD million
    private void TakeScaleBehind(ref FoundQuantity found)
    {
        found.Scale = atoms.Info(found.End).Value;
        found.Value *= found.Scale;
        found.End++;
    }

    /// <summary>Adds the hundredths that a second number gives: <c>three dollars and 50 cents</c>.</summary>
    public void ReadCents(CurrencyEntry major, ref FoundQuantity found)
    {
        if (major.Minor || found.Vague || found.Scale > 1 || found.Value % 1 != 0) return;
        int at = atoms.Has(found.End, Cue.And) || atoms.IsSymbol(found.End, ',') ? found.End + 1 : found.End;
        if (!numbers.TryRead(at, money: false, out NumberData cents) || cents.Kind != NumberKind.Cardinal || cents.Value is not (> 0 and < 100)) return;
        if (TakeBareCents(at, cents, ref found)) return;
        if (lexicon.Currencies.Names.Match(atoms, cents.End, out int end) is not { Minor: true } minor) return;
        if (atoms[cents.End].Length == 1 && atoms.IsWord(cents.End) && !atoms.Glued(cents.End)) return;
        if (minor.Family != lexicon.Currencies.Dollar && minor.Code != found.Unit) return;
        found.Value += cents.Value / 100;
        found.End = end;
    }

    // Fifteen dollars and fifty: nothing more stands behind.
    private bool TakeBareCents(int at, in NumberData cents, ref FoundQuantity found)
    {
        bool last = atoms[cents.End].Kind == AtomKind.None || (cents.End == atoms.Count - 1 && atoms[cents.End].First is '.' or '?' or '!');
        if (!last || atoms.IsSymbol(at - 1, ',') || cents.Value % 1 != 0 || found.Upper is not null || cents.Signed) return false;
        found.Value += cents.Value / 100;
        found.End = cents.End;
        return true;
    }

    // A short name must touch its number (50p), and "won", "real", "crown" must be counted.
    private bool Allows(CurrencyEntry currency, int at, int end, in FoundQuantity found)
    {
        if (currency.Symbol && atoms.Glued(end) && atoms.IsNumber(end)) return false;
        if (end == at + 1 && atoms[at].Length <= 2 && atoms.IsWord(at) && !atoms.Glued(at)) return currency.Symbol && atoms[at].Length == 2 && char.IsUpper(atoms[at].First);
        if (end == at + 1 && currency is { Symbol: false, Family: >= 0 } && atoms.Is(at, "won")) return found.Value >= 100 || found.Vague;
        if (currency is { IsSign: true, Symbol: true }) return atoms.Glued(at) ? !(atoms.Glued(end) && atoms.IsNumber(end)) : !atoms.IsNumber(end);
        return !atoms.IsCapital(at) || atoms[at].Length > 2;
    }

    private bool ReadUnit(int at, bool hyphen, ref FoundQuantity found)
    {
        if (lexicon.Units.Match(atoms, at, out int end) is not { } unit || !Allows(unit, at, end, hyphen)) return false;
        if (unit.Type == QuantityType.Temperature && !IsTemperature(unit, at, end, found)) return false;
        found.Type = unit.Name == "degree" && IsAngle(found.First) ? QuantityType.Measure : unit.Type;
        found.Unit = unit.Name;
        found.End = end;
        ReadSmaller(unit, ref found);
        if (found.Type == QuantityType.Temperature) ReadBelowZero(ref found);
        return true;
    }

    // 20 degrees below zero
    private void ReadBelowZero(ref FoundQuantity found)
    {
        if (!(atoms.Is(found.End, "below") && atoms.Role(found.End + 1) == NumberRole.Zero) || found.Upper is not null) return;
        found.Value = -Math.Abs(found.Value);
        found.End += 2;
    }

    private bool Allows(UnitEntry unit, int at, int end, bool hyphen)
    {
        if (unit.Name == "degree" && (atoms.Has(end, Cue.Degree) || hyphen)) return false;
        if (end > at + 1 || !atoms.IsWord(at)) return true;
        bool literal = atoms.IsNumber(hyphen ? at - 2 : at - 1) || atoms.Role(at - 1) == NumberRole.Short;
        int length = atoms[at].Length;
        if (length == 1) return literal && (hyphen || atoms.Glued(at) ? !GoesOn(at) : atoms[at].First is 'm' or 'g' or 'l' or 'L' or 'W' or 'V' or 't' && (!atoms.Glued(at + 1) || !atoms.IsWord(at + 1)));
        if (atoms.Is(at, "in")) return literal && (atoms.Glued(at) || atoms.Has(at - 1, Cue.None)) && !hyphen;
        if (length == 2 && !literal) return atoms.IsCapital(at) || atoms.Is(at, "kg") || atoms.Is(at, "km") || atoms.Is(at, "cm") || atoms.Is(at, "mm");
        return true;
    }

    // 25C and 90F, but no 777F or 13F: a letter alone needs a number that weather knows.
    private bool IsTemperature(UnitEntry unit, int at, int end, in FoundQuantity found)
    {
        if (end > at + 1 || atoms[at].Length > 1 || !atoms.IsWord(at)) return true;
        if (atoms.Glued(end) && atoms.IsSymbol(end, '/')) return false;
        return unit.Name == "degree Fahrenheit" ? found.Value is >= 20 and <= 135 : found.Value is >= -90 and <= 60 || unit.Name == "kelvin";
    }

    private bool IsAngle(int first)
    {
        for (int at = first - 1; at >= first - 4; at--)
            if (atoms.Has(at, Cue.Degree)) return true;
        return false;
    }

    private bool GoesOn(int at) => atoms.IsNumber(at + 1) && atoms.Glued(at + 1);

    // 5 feet 2 inches, 6ft 2in, 8 pounds, 3 ounces, 10 km 8 m 6 cm
    private void ReadSmaller(UnitEntry unit, ref FoundQuantity found)
    {
        double parts = 1;
        while (!found.Vague && ReadNext(unit, ref parts, ref found)) unit = unit.Smaller!;
    }

    private bool ReadNext(UnitEntry unit, ref double parts, ref FoundQuantity found)
    {
        if (unit.Smaller is null) return false;
        int at = atoms.IsSymbol(found.End, ',') ? found.End + 1 : found.End;
        if (atoms.Has(at, Cue.And)) at++;
        if (atoms.IsHyphen(at)) at++;
        double count = atoms.IsNumber(at) ? atoms[at].Value : atoms.Role(at) is NumberRole.Unit or NumberRole.Teen ? atoms.Info(at).Value : 0;
        if (count <= 0 || count >= unit.SmallerCount) return false;
        int name = atoms.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (lexicon.Units.Match(atoms, name, out int end) != unit.Smaller)
        {
            // 6-foot-5
            if (unit.Name != "foot" || !atoms.IsHyphen(at - 1) || !atoms.IsNumber(at) || atoms.Glued(at + 1)) return false;
            end = at + 1;
        }
        parts *= unit.SmallerCount;
        found.Value += count / parts;
        found.End = end;
        return true;
    }

    // Three times as many, 10-fold.
    private bool ReadMultiple(int at, ref FoundQuantity found)
    {
        bool fold = atoms.Is(at, "fold");
        if (!fold && !(atoms.Has(at, Cue.Times) && (found.Value % 1 != 0 || atoms.Has(at + 1, Cue.Than) || atoms.Has(at + 1, Cue.HalfNext)))) return false;
        found.Type = QuantityType.Multiple;
        found.Unit = "times";
        found.End = at + 1;
        return true;
    }

}
