namespace NewsNlp.Quantities;

/// <summary>Reads numbers written in words.</summary>
internal sealed class NumberWords(AtomList atoms)
{
    public bool TryRead(int at, ref NumberData number)
    {
        if (!atoms.IsWord(at)) return false;
        ref readonly WordInfo word = ref atoms.Info(at);
        if ((word.Cues & Cue.Article) != 0) return TryArticle(at, ref number);
        if (word is { Parts: 2, PluralParts: false } && TryHalf(at, ref number)) return true;
        if (word.Role == NumberRole.Vague) return TryVague(at, ref number);
        if ((word.Cues & Cue.Several) != 0) return TrySeveral(at, ref number);
        if (word.Role is NumberRole.None or NumberRole.Short && word.Ordinal == 0) return TryBarePart(at, ref number);
        return TryCardinal(at, ref number);
    }

    /// <summary>Extends a cardinal by <c>and a half</c>, <c>and three quarters</c>.</summary>
    public bool TryExtra(ref NumberData number)
    {
        int at = number.End;
        double unit = number.Scale >= 1000 ? number.Scale : 1;
        if (!atoms.Has(at, Cue.And) || (unit == 1 && number.Value % 1 != 0)) return false;
        double count = atoms.Has(at + 1, Cue.Article) ? 1 : atoms.Role(at + 1) == NumberRole.Unit ? atoms.Info(at + 1).Value : 0;
        int part = atoms.IsHyphen(at + 2) ? at + 3 : at + 2;
        ref readonly WordInfo info = ref atoms.Info(part);
        if (count == 0 || info.Parts == 0 || info.PluralParts != count > 1) return false;
        if (atoms.Role(part + 1) == NumberRole.Scale && unit > 1) return false;
        number.Value += unit * count / info.Parts;
        number.End = part + 1;
        return true;
    }

    /// <summary>Turns a small cardinal into a fraction where the name of a part follows: <c>two-thirds</c>.</summary>
    public bool TryParts(ref NumberData number)
    {
        int at = atoms.IsHyphen(number.End) || atoms.IsSymbol(number.End, '-') ? number.End + 1 : number.End;
        ref readonly WordInfo info = ref atoms.Info(at);
        if (info.Parts == 0 || number.Value is not (>= 1 and < 100) || number.Value % 1 != 0 || info.PluralParts != number.Value > 1) return false;
        if (info.PluralParts && number.Literal && !atoms.IsHyphen(number.End) && !atoms.Has(at + 1, Cue.Of)) return false;
        return Part(number.First, at + 1, number.Value / info.Parts, ref number);
    }

    // A million, a dozen; a third OF, a half.
    private bool TryArticle(int at, ref NumberData number)
    {
        ref readonly WordInfo next = ref atoms.Info(at + 1);
        if (next.Role is NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen)
        {
            if (!TryCardinal(at + 1, ref number)) return false;
            number.First = at;
            return number.Kind == NumberKind.Cardinal;
        }
        if ((next.Cues & (Cue.Several | Cue.Pair)) != 0) return TryPair(at, ref number);
        return TryArticlePart(at, ref number);
    }

    private bool TryArticlePart(int at, ref NumberData number)
    {
        ref readonly WordInfo part = ref atoms.Info(at + 1);
        if (part.Parts == 0 || part.PluralParts) return false;
        if (part.Parts == 2 && TryHalf(at + 1, ref number))
        {
            number.First = at;
            return true;
        }
        if ((!atoms.Has(at + 2, Cue.FractionNext) && atoms.IsWord(at + 2)) || (part.Parts == 2 && atoms.IsDash(at + 2))) return false;
        return Part(at, at + 2, 1 / part.Parts, ref number);
    }

    // A couple of, a pair of, a few hundred.
    private bool TryPair(int at, ref NumberData number)
    {
        if (atoms.Has(at + 1, Cue.Several))
        {
            if (!TrySeveral(at + 1, ref number)) return false;
            number.First = at;
            return true;
        }
        int next = atoms.Has(at + 2, Cue.Of) ? at + 3 : at + 2;
        ref readonly WordInfo scale = ref atoms.Info(next);
        if (scale.Role is NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen) return Vague(at, next + 1, scale.Value, ref number);
        if (next == at + 2) return false;
        number.Value = 2;
        number.End = at + 2;
        number.First = at;
        return true;
    }

    private bool TrySeveral(int at, ref NumberData number)
    {
        double magnitude = 1;
        int end = at + 1;
        while (atoms.Role(end) is NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen) magnitude *= atoms.Info(end++).Value;
        return end > at + 1 && Vague(at, end, magnitude, ref number);
    }

    private bool TryVague(int at, ref NumberData number)
    {
        double magnitude = atoms.Info(at).Value;
        int end = at + 1;
        if (atoms.Info(at).Value == 20 && !atoms.Has(end, Cue.Of)) return false;
        while (atoms.Has(end, Cue.Of) && atoms.Role(end + 1) is NumberRole.Vague or NumberRole.Scale)
        {
            magnitude *= atoms.Info(end + 1).Value;
            end += 2;
        }
        if (atoms.Info(at).Value == 10 && end == at + 1) return false;
        return Vague(at, end, magnitude, ref number);
    }

    private bool Vague(int first, int end, double magnitude, ref NumberData number)
    {
        number.Kind = NumberKind.Vague;
        number.Value = magnitude;
        number.First = first;
        number.End = end;
        return true;
    }

    // Half a million, half-dozen; half of, half the, more than half.
    private bool TryHalf(int at, ref NumberData number)
    {
        int next = atoms.IsHyphen(at + 1) || atoms.Has(at + 1, Cue.Article) ? at + 2 : at + 1;
        if (atoms.Role(next) is NumberRole.Hundred or NumberRole.Scale or NumberRole.Dozen)
        {
            if (next == at + 2 && atoms.Has(at + 1, Cue.Article) && atoms.Role(next) == NumberRole.Hundred) return false;
            number.Value = atoms.Info(next).Value / 2;
            number.End = next + 1;
            number.First = at;
            return true;
        }
        if (atoms.IsDash(at + 1) || atoms.Info(at - 1).Ordinal != 0 || atoms.Has(at - 1, Cue.In)) return false;
        bool asked = atoms.Has(at + 1, Cue.HalfNext) || atoms.Has(at - 1, Cue.RangeCue | Cue.HalfBefore);
        return asked && Part(at, at + 1, 0.5, ref number);
    }

    // A QUARTER of a million is read from its article; what is left is "quarter million" and a bare ordinal's part.
    private bool TryBarePart(int at, ref NumberData number)
    {
        ref readonly WordInfo part = ref atoms.Info(at);
        int next = atoms.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (part.Parts != 4 || part.PluralParts || atoms.Role(next) != NumberRole.Scale) return false;
        number.Value = atoms.Info(next).Value / 4;
        number.End = next + 1;
        return true;
    }

    private bool Part(int first, int end, double value, ref NumberData number)
    {
        number.Kind = NumberKind.Fraction;
        number.Value = value;
        number.First = first;
        number.End = end;
        int article = atoms.Has(end, Cue.Of) && atoms.Has(end + 1, Cue.Article) ? end + 2 : 0;
        if (article == 0 || atoms.Role(article) is not (NumberRole.Scale or NumberRole.Dozen)) return true;
        number.Value *= atoms.Info(article).Value;
        number.Kind = NumberKind.Cardinal;
        number.End = article + 1;
        return true;
    }

    private bool TryCardinal(int at, ref NumberData number)
    {
        CardinalSum sum = new();
        int end = at;
        while (true)
        {
            int next = Joined(end, at, sum);
            if (!sum.Take(atoms.Info(next), next > end)) break;
            end = next + 1;
            if (sum.IsOrdinal) break;
        }
        if (end == at) return false;
        number.Value = sum.Value;
        number.Scale = sum.Scale;
        number.End = end;
        if (sum.IsOrdinal)
        {
            number.Kind = NumberKind.Ordinal;
            return true;
        }
        ReadPoint(ref number);
        if (TryExtra(ref number)) TakeScale(ref number);
        else if (number.Scale == 1) TryParts(ref number);
        return true;
    }

    // Over a hyphen, and over "and" behind a hundred or more; a comma joins what a scale ends (one million, two hundred thousand) only in words.
    private int Joined(int end, int at, in CardinalSum sum)
    {
        if (end == at) return end;
        if (atoms.IsHyphen(end) || (atoms.IsSymbol(end, '-') && sum.MayTakeUnit && atoms.Role(end + 1) == NumberRole.Unit)) return end + 1;
        bool part = atoms.Role(end + 1) == NumberRole.Unit && atoms.Info(atoms.IsHyphen(end + 2) ? end + 3 : end + 2).Parts != 0;
        return sum.MayTakeAnd && !part && atoms.Has(end, Cue.And) && atoms.Role(end + 1) is >= NumberRole.Unit and <= NumberRole.Hundred ? end + 1 : end;
    }

    /// <summary>Extends a cardinal by decimals that are spoken: <c>five point two</c>.</summary>
    public void ReadPoint(ref NumberData number)
    {
        if (!atoms.Has(number.End, Cue.Point)) return;
        if (atoms.IsNumber(number.End + 1) && atoms[number.End + 1].Form == NumeralForm.Plain && number.Value % 1 == 0)
        {
            number.Value += atoms[number.End + 1].Value / Math.Pow(10, atoms[number.End + 1].Length);
            number.End += 2;
            return;
        }
        double place = 0.1;
        int at = number.End + 1;
        for (; atoms.Role(at) is NumberRole.Unit or NumberRole.Zero && at < number.End + 12; at++, place /= 10) number.Value += atoms.Info(at).Value * place;
        if (at == number.End + 1) return;
        number.Value = Math.Round(number.Value, at - number.End - 1);
        number.End = at;
        TakeScale(ref number);
    }

    private void TakeScale(ref NumberData number)
    {
        if (atoms.Role(number.End) is not (NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen)) return;
        number.Scale = atoms.Info(number.End).Value;
        number.Value *= number.Scale;
        number.End++;
    }
}
