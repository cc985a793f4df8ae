namespace NewsNlp.Quantities;

/// <summary>Reads numbers written in words.</summary>
internal sealed class NumberWords(AtomList atoms)
{
    /// <summary>Reads what follows the word <c>point</c>.</summary>
    public SpokenPoint Point { get; } = new(atoms);

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
        int and = Over(number.End);
        double unit = number.Scale >= 1000 ? number.Scale : 1;
        if (!atoms.Has(and, Cue.And) || (unit == 1 && number.Value % 1 != 0)) return false;
        int at = Over(and + 1);
        bool half = atoms.Info(at) is { Parts: 2, PluralParts: false };
        double count = half ? 1 : SmallCount.Read(atoms, at, out at);
        int part = half ? at : Over(at);
        ref readonly WordInfo info = ref atoms.Info(part);
        if (count == 0 || info.Parts <= count || info.PluralParts != count > 1) return false;
        if (atoms.Role(part + 1) == NumberRole.Scale && unit > 1) return false;
        number.Value += unit * count / info.Parts;
        number.End = part + 1;
        return true;
    }

    private int Over(int at) => atoms.IsHyphen(at) ? at + 1 : at;

    /// <summary>Turns a cardinal into a fraction where the name of a part follows: <c>two-thirds</c>.</summary>
    public bool TryParts(ref NumberData number)
    {
        int at = atoms.IsHyphen(number.End) || atoms.IsSymbol(number.End, '-') ? number.End + 1 : number.End;
        ref readonly WordInfo info = ref atoms.Info(at);
        if (info.Parts <= 1 || number.Value < 1 || number.Value % 1 != 0 || info.PluralParts != number.Value > 1) return TryOddPart(at, ref number);
        if (!info.PluralParts && atoms.IsHyphen(at + 1)) return false;
        if (info.PluralParts && number.Literal && !atoms.IsHyphen(number.End) && !atoms.Has(at + 1, Cue.Of)) return false;
        return Part(number.First, at + 1, number.Value / info.Parts, ref number);
    }

    // One twenty-fifth, three twenty-fifths: the part itself has a name of several words.
    private bool TryOddPart(int at, ref NumberData number)
    {
        if (number.Literal || number.Value < 1 || atoms.Role(at) is not (NumberRole.Tens or NumberRole.Unit or NumberRole.Hundred)) return false;
        CardinalSum whole = new();
        int end = Sum(at, ref whole, out _, out _);
        if (whole.IsOrdinal) return number.Value == 1 && whole.Value > 1 && Part(number.First, end, 1 / whole.Value, ref number);
        int part = atoms.IsHyphen(end) ? end + 1 : end;
        ref readonly WordInfo info = ref atoms.Info(part);
        return info.PluralParts && info.Parts < 10 && whole.MayTakeUnit && Part(number.First, part + 1, number.Value / (whole.Value + info.Parts), ref number);
    }

    // One hundred thirty fifths are hundred parts of thirty-five; one hundred and thirty fifths are a hundred and thirty of five.
    private bool TryPluralParts(int end, in CardinalSum sum, in CardinalSum shorter, bool joined, ref NumberData number)
    {
        int at = atoms.IsHyphen(end) ? end + 1 : end;
        ref readonly WordInfo info = ref atoms.Info(at);
        if (!info.PluralParts || sum.Value <= 1) return false;
        bool compound = !joined && info.Parts < 10 && sum.MayTakeUnit && shorter.Value >= 1;
        return compound
            ? Part(number.First, at + 1, shorter.Value / (sum.Value - shorter.Value + info.Parts), ref number)
            : info.Parts > 1 && Part(number.First, at + 1, sum.Value / info.Parts, ref number);
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
        if ((!atoms.Has(at + 2, Cue.FractionNext) && atoms.IsWord(at + 2)) || atoms.IsHyphen(at + 2)) return false;
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
        if (atoms.Role(end) == NumberRole.Scale && atoms.Info(end - 1).PluralParts) article = end;
        if (article == 0 || atoms.Role(article) is not (NumberRole.Scale or NumberRole.Dozen)) return true;
        number.Value *= atoms.Info(article).Value;
        number.Kind = NumberKind.Cardinal;
        number.End = article + 1;
        return true;
    }

    private bool TryCardinal(int at, ref NumberData number)
    {
        CardinalSum sum = new();
        int end = Sum(at, ref sum, out CardinalSum shorter, out bool joined);
        if (end == at) return false;
        number.Value = sum.Value;
        number.Scale = sum.Scale;
        number.End = end;
        if (sum.IsOrdinal)
        {
            number.Kind = NumberKind.Ordinal;
            return true;
        }
        if (TryPluralParts(end, sum, shorter, joined, ref number)) return true;
        Point.Read(ref number);
        if (TryExtra(ref number)) Point.TakeScale(ref number);
        else if (number.Scale == 1) TryParts(ref number);
        return true;
    }

    /// <summary>Adds up number words as far as they fit; also the sum without the last of them, and whether <c>and</c> joined that.</summary>
    private int Sum(int at, ref CardinalSum sum, out CardinalSum shorter, out bool joined)
    {
        shorter = sum;
        joined = false;
        int end = at;
        while (true)
        {
            int next = Joined(end, at, sum);
            CardinalSum before = sum;
            if (!sum.Take(atoms.Info(next), next > end)) return end;
            (shorter, joined, end) = (before, next > end && atoms.Has(next - 1, Cue.And), next + 1);
            if (sum.IsOrdinal) return end;
        }
    }

    // Over a hyphen, and over "and" behind a hundred or more; a comma joins what a scale ends (one million, two hundred thousand) only in words.
    private int Joined(int end, int at, in CardinalSum sum)
    {
        if (end == at) return end;
        if (atoms.IsHyphen(end) || (atoms.IsSymbol(end, '-') && sum.MayTakeUnit && atoms.Role(end + 1) == NumberRole.Unit)) return end + 1;
        double count = SmallCount.Read(atoms, end + 1, out int name);
        bool part = count > 0 && atoms.Info(atoms.IsHyphen(name) ? name + 1 : name).Parts > count;
        return sum.MayTakeAnd && !part && atoms.Has(end, Cue.And) && atoms.Role(end + 1) is >= NumberRole.Unit and <= NumberRole.Hundred ? end + 1 : end;
    }

}
