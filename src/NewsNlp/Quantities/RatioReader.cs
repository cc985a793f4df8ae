namespace NewsNlp.Quantities;

/// <summary>Reads parts of a whole that two numbers name: <c>one in five</c>, <c>two out of three</c>.</summary>
internal sealed class RatioReader(AtomList atoms, NumberReader numbers)
{
    public bool TryRead(in NumberData number, ref FoundQuantity found)
    {
        int at = number.End;
        if (atoms.Is(at, "over") && TryOver(number, at + 1, ref found)) return true;
        bool outOf = atoms.Has(at, Cue.Out) && atoms.Has(at + 1, Cue.Of);
        if (!outOf && !atoms.Has(at, Cue.In)) return false;
        at += outOf ? 2 : 1;
        if (atoms.Has(at, Cue.Each)) at++;
        if (!numbers.TryRead(at, money: false, out NumberData whole) || whole.Kind != NumberKind.Cardinal || !(number.Value > 0) || !(whole.Value > number.Value)) return false;
        if (!outOf && !IsOneIn(number, whole)) return false;
        found = FoundQuantity.From(number);
        found.Type = QuantityType.Ratio;
        found.Value = number.Value / whole.Value;
        found.End = whole.End;
        return true;
    }

    // One over three, as a fraction is spoken: nothing more stands behind.
    private bool TryOver(in NumberData number, int at, ref FoundQuantity found)
    {
        if (!numbers.TryRead(at, money: false, out NumberData whole) || whole.Kind != NumberKind.Cardinal || !(whole.Value > 0) || atoms.IsWord(whole.End) || atoms.IsDash(whole.End)) return false;
        if (atoms[whole.End].Kind != AtomKind.None && whole.End != atoms.Count - 1) return false;
        found = FoundQuantity.From(number);
        found.Type = QuantityType.Ratio;
        found.Value = number.Value / whole.Value;
        found.End = whole.End;
        return true;
    }

    private bool IsOneIn(in NumberData number, in NumberData whole)
    {
        if (number.Value > 20 || number.Value % 1 != 0 || (atoms.IsHyphen(whole.End) && !atoms.IsSymbol(whole.End, '—')) || atoms.Has(whole.End, Cue.TimeUnit | Cue.TimeAdjective)) return false;
        if (whole.Literal && atoms[whole.First].Form == NumeralForm.Plain && whole.Value is >= 1900 and <= 2100) return false;
        return number.Value == 1 || whole.Value is <= 10 or 12 or 20 or 100 or 1000;
    }
}
