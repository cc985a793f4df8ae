namespace NewsNlp.Quantities;

internal enum Outcome : byte
{
    /// <summary>No number starts here.</summary>
    None,

    /// <summary>A number that is no quantity: its atoms are passed over.</summary>
    Blocked,

    /// <summary>A length of time, which belongs to the dates.</summary>
    Duration,

    /// <summary>A number with a unit of its own.</summary>
    Measured,

    /// <summary>A number alone; what it counts is yet to be read.</summary>
    Bare,
}

/// <summary>Reads one number with the currency or unit right beside it; ranges and counted nouns are put on top of it.</summary>
internal sealed class SimpleReader(QuantityLexicon lexicon)
{
    private readonly NumberReader _numbers = new(lexicon);
    private readonly UnitReader _units = new(lexicon);
    private readonly Blockers _blockers = new(lexicon);

    /// <summary>Reads the number that starts at atom <paramref name="i"/>; <paramref name="found"/> tells how far it reaches even where it is blocked.</summary>
    public Outcome Read(AtomView view, int i, out Candidate found)
    {
        found = default;
        NumberMatch number = _numbers.Read(view, i);
        if (!number.Found) return Outcome.None;
        UnitMatch currency = _units.Before(view, i);
        UnitMatch unit = currency.Found ? default : UnitBehind(view, ref number);
        found = new Candidate { First = i, End = number.End, Number = number, Value = number.Value, PhraseFirst = i };
        if (_blockers.Always(view, number)) return Outcome.Blocked;
        Negate(view, ref found, currency);
        if (currency.Found) return Money(view, currency, ref found);
        if (IsDuration(view, number.End, out int durationEnd)) return Age(view, number, durationEnd, ref found);
        return unit.Found ? Measured(unit, ref found) : Outcome.Bare;
    }

    private UnitMatch UnitBehind(AtomView view, ref NumberMatch number)
    {
        UnitMatch unit = _units.Behind(view, number.End, number);
        if (unit.Found || !number.LetterScale || IsCounting(view, number)) return unit;
        // "a 100m final": without money before it or a plural behind it, the letter is a unit.
        NumberMatch digits = number with { End = number.End - 1, Value = number.Value / number.Scale, Scale = 1, LetterScale = false };
        unit = _units.Behind(view, digits.End, digits);
        if (unit.Found) number = digits;
        return unit;
    }

    private static bool IsCounting(AtomView view, in NumberMatch number)
    {
        int at = number.End;
        while (view.Pos(at) == PartOfSpeech.Adjective) at++;
        bool thousandth = view.Text(number.First).Contains('.') && view.Pos(at) == PartOfSpeech.Noun;
        return thousandth || view.Tag(at) is "NNS" or "NNPS";
    }

    /// <summary>"tens of millions of dollars": the unit behind a number that names no value.</summary>
    public bool ReadVagueUnit(AtomView view, ref Candidate found)
    {
        if (!found.Number.Vague || !view.Is(found.End, "of")) return false;
        UnitMatch unit = _units.Behind(view, found.End + 1, found.Number);
        if (!unit.Found) return false;
        (found.Type, found.Unit, found.End) = (unit.Type, unit.Unit, unit.End);
        return true;
    }

    private static void Negate(AtomView view, ref Candidate found, UnitMatch currency)
    {
        int sign = (currency.Found ? currency.First : found.First) - 1;
        bool minus = view.In(sign) && (view.IsHyphen(sign) || view.IsSymbol(sign, '−')) && view.Glued(sign + 1) && !view.Glued(sign);
        if (!(minus && found.Number.Digits) && !view.Is(sign, "minus")) return;
        found.Value = -found.Value;
        found.First = found.PhraseFirst = sign;
    }

    private Outcome Money(AtomView view, UnitMatch currency, ref Candidate found)
    {
        found.First = found.PhraseFirst = Math.Min(found.First, currency.First);
        found.Type = QuantityType.Money;
        found.Unit = currency.Unit;
        UnitMatch named = _units.Behind(view, found.End, found.Number);
        if (named.Found && named.Type == QuantityType.Money)
        {
            found.Unit = named.Unit;
            found.End = named.End;
        }
        else if (_units.RateAt(view, found.End, out int end) is { } per)
        {
            found.Unit += " per " + per;
            found.End = end;
        }
        return Outcome.Measured;
    }

    private static Outcome Measured(UnitMatch unit, ref Candidate found)
    {
        found.Type = unit.Type;
        found.Unit = unit.Unit;
        found.Value *= unit.Factor;
        found.End = unit.End;
        return Outcome.Measured;
    }

    private bool IsDuration(AtomView view, int at, out int end)
    {
        int word = view.IsHyphen(at) ? at + 1 : at;
        end = word + 1;
        return view.IsWord(word) && lexicon.TimeUnits.Contains(view.Text(word)) && !view.StartsUpper(word);
    }

    // "45-year-old", "3 months old", "45 years of age"
    private static Outcome Age(AtomView view, NumberMatch number, int end, ref Candidate found)
    {
        found.End = end;
        int old = view.IsHyphen(end) ? end + 1 : end;
        bool of = view.Is(end, "of") && view.Is(end + 1, "age");
        if (!of && !view.Is(old, "old") && !view.Is(old, "olds")) return Outcome.Duration;
        found.Type = QuantityType.Age;
        found.Unit = Singular(view.Text(end - 1));
        found.End = of ? end + 2 : old + 1;
        return Outcome.Measured;
    }

    private static string Singular(ReadOnlySpan<char> unit) => (unit[^1] == 's' ? unit[..^1] : unit).ToString().ToLowerInvariant();
}
