namespace NewsNlp.Quantities;

/// <summary>Reads numbers in digits, in words and mixed.</summary>
internal sealed class NumberReader(AtomList atoms, QuantityLexicon lexicon)
{
    private readonly NumberWords _words = new(atoms);

    /// <param name="at">The atom it begins at.</param>
    /// <param name="money">A currency stands before it, so that <c>m</c> is million and <c>t</c> trillion.</param>
    /// <param name="number">The number.</param>
    public bool TryRead(int at, bool money, out NumberData number)
    {
        number = new NumberData { First = at, Scale = 1 };
        int start = at;
        bool negative = IsSign(at);
        if (negative || (atoms.IsSymbol(at, '+') && !GluedToWord(at) && atoms.IsNumber(at + 1) && atoms.Glued(at + 1))) start++;
        bool read = atoms.IsNumber(start) ? ReadLiteral(start, money, ref number) : ReadWords(start, ref number);
        if (!read) return false;
        number.Signed = start > at;
        if (negative) number.Value = -number.Value;
        return true;
    }

    private bool IsSign(int at)
    {
        if (atoms.Has(at, Cue.Minus)) return atoms.IsNumber(at + 1) || atoms.Role(at + 1) is >= NumberRole.Zero and <= NumberRole.Hundred;
        if (!atoms.IsSymbol(at, '-') && !atoms.IsSymbol(at, '−')) return false;
        bool free = !atoms.Glued(at) || (atoms[at - 1].Kind == AtomKind.Symbol && (atoms.IsSymbol(at - 1, '(') || atoms.IsSymbol(at - 1, '$') || atoms.IsSymbol(at - 1, '"')));
        return free && atoms.IsNumber(at + 1) && atoms.Glued(at + 1);
    }

    private bool GluedToWord(int at) => atoms.Glued(at) && atoms.IsWord(at - 1);

    private bool ReadLiteral(int at, bool money, ref NumberData number)
    {
        ref readonly Atom literal = ref atoms[at];
        if ((literal.Form & NumeralForm.Dotted) != 0) return false;
        number.Literal = true;
        number.Value = literal.Value;
        number.End = at + 1;
        if (IsOrdinalSuffix(at + 1, literal)) return Ordinal(at + 2, ref number);
        ReadPower(ref number);
        _words.Point.Read(ref number);
        ReadSlash(at, ref number);
        if (number.Kind == NumberKind.Cardinal) ReadExtra(ref number);
        if (number.Kind == NumberKind.Cardinal) ReadScales(money, ref number);
        if (number.Scale >= 100) ReadLower(ref number);
        if (number.Scale >= 1000) ReadExtra(ref number);
        if (number is { Kind: NumberKind.Cardinal, Scale: 1 }) _words.TryParts(ref number);
        return true;
    }

    private static bool Ordinal(int end, ref NumberData number)
    {
        number.Kind = NumberKind.Ordinal;
        number.End = end;
        return true;
    }

    private bool IsOrdinalSuffix(int at, in Atom literal)
    {
        if (!atoms.IsWord(at) || !atoms.Glued(at) || (literal.Form & NumeralForm.Decimal) != 0) return false;
        return atoms.Is(at, "th") || atoms.Is(at, "st") || atoms.Is(at, "nd") || atoms.Is(at, "rd");
    }

    // 3/4, 2 3/4, 2-3/4
    private void ReadSlash(int at, ref NumberData number)
    {
        if (IsSlashed(at)) TakeSlash(at, 0, ref number);
        else if (atoms.IsNumber(at + 1) && !atoms.Glued(at + 1) && IsSlashed(at + 1) && IsProper(at + 1)) TakeSlash(at + 1, number.Value, ref number);
        else if (atoms.IsHyphen(at + 1) && IsSlashed(at + 2) && IsProper(at + 2)) TakeSlash(at + 2, number.Value, ref number);
    }

    private bool IsSlashed(int at) =>
        atoms.IsNumber(at) && atoms.IsSymbol(at + 1, '/') && atoms.Glued(at + 1) && atoms.IsNumber(at + 2) && atoms.Glued(at + 2) && !atoms.IsSymbol(at + 3, '/');

    private bool IsProper(int at) => atoms[at].Value < atoms[at + 2].Value;

    private void TakeSlash(int at, double whole, ref NumberData number)
    {
        number.Slashed = true;
        number.End = at + 3;
        number.Kind = whole == 0 ? NumberKind.Fraction : NumberKind.Cardinal;
        number.Value = whole + atoms[at].Value / atoms[at + 2].Value;
    }

    // 6.2x10^-4, 3×10^8, 2.48×10−5 with its raised figures brought down; 1.1^23
    private void ReadPower(ref NumberData number)
    {
        int at = number.End;
        if (atoms.IsSymbol(at, '^') && atoms.Glued(at))
        {
            if (ReadExponent(at + 1, out double own, out int behind)) (number.Value, number.End) = (Math.Pow(number.Value, own), behind);
            return;
        }
        bool cross = atoms.IsSymbol(at, '×') || (atoms[at].Length == 1 && atoms.Is(at, "x"));
        if (!cross || atoms[at + 1].Value != 10) return;
        bool raised = atoms.IsSymbol(at + 2, '^');
        if (!raised && !(atoms.IsSymbol(at + 2, '−') && atoms.Glued(at + 2))) return;
        if (!ReadExponent(raised ? at + 3 : at + 2, out double power, out int end)) return;
        number.Value *= Math.Pow(10, power);
        number.End = end;
    }

    private bool ReadExponent(int at, out double power, out int end)
    {
        bool negative = atoms.IsDash(at);
        int figures = negative || atoms.IsSymbol(at, '+') ? at + 1 : at;
        power = negative ? -atoms[figures].Value : atoms[figures].Value;
        end = figures + 1;
        return atoms.IsNumber(figures);
    }

    // two AND A HALF
    private void ReadExtra(ref NumberData number) => _words.TryExtra(ref number);

    private void ReadScales(bool money, ref NumberData number)
    {
        while (true)
        {
            int at = number.End;
            if (atoms.IsHyphen(at) && atoms.Role(at + 1) is NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen) at++;
            double scale = ScaleAt(at, money, number);
            if (scale == 0) return;
            number.Value *= scale;
            number.Scale *= scale;
            number.End = at + 1;
        }
    }

    // 4 million 300 thousand, 3 hundred and 21
    private void ReadLower(ref NumberData number)
    {
        for (double scale = number.Scale; scale >= 100;)
        {
            int at = scale == 100 && atoms.Has(number.End, Cue.And) ? number.End + 1 : number.End;
            if (!atoms.IsNumber(at) || atoms[at].Form != NumeralForm.Plain) return;
            double lower = atoms.Role(at + 1) is NumberRole.Hundred or NumberRole.Scale ? atoms.Info(at + 1).Value : scale == 100 && at > number.End ? 1 : 0;
            if (lower == 0 || atoms[at].Value * lower >= scale) return;
            number.Value += atoms[at].Value * lower;
            number.Scale = 1;
            number.End = lower == 1 ? at + 1 : at + 2;
            scale = lower;
        }
    }

    private double ScaleAt(int at, bool money, in NumberData number)
    {
        ref readonly WordInfo word = ref atoms.Info(at);
        return word.Role switch
        {
            NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen => word.Value,
            NumberRole.Vague when word.Value is not (10 or 20) => word.Value,
            NumberRole.Short when number.Scale == 1 && IsShortScale(at, money) => word.Value,
            _ => 0,
        };
    }

    private bool IsShortScale(int at, bool money)
    {
        if (atoms[at].Length > 1)
            return atoms.Is(at, "mm") || (atoms.Is(at, "mil") && !atoms.Glued(at)) ? money : atoms.Glued(at) || money || char.IsLower(atoms[at].First);
        if (!atoms.Glued(at)) return IsApartScale(at, money);
        if (atoms.Glued(at + 1) && atoms.IsNumber(at + 1)) return false;
        if (money || lexicon.Currencies.Names.Match(atoms, at + 1, out _) is { Minor: false, IsSign: false }) return true;
        return atoms[at].First switch
        {
            'k' or 'K' or 'M' => true,
            'B' or 'b' when (atoms[at - 1].Form & NumeralForm.Decimal) != 0 => true,
            'm' or 'B' or 'b' => IsPlural(at + 1),
            _ => false,
        };
    }

    // 2.33 k, $5 M, 1,674.5 M
    private bool IsApartScale(int at, bool money)
    {
        if (atoms.Glued(at + 1) && !(atoms.IsSymbol(at + 1, '.') && at + 1 == atoms.Count - 1)) return false;
        if (atoms[at].First == 'k') return true;
        return char.IsUpper(atoms[at].First) && (money || (atoms[at].First == 'M' && (atoms[at - 1].Form & (NumeralForm.Grouped | NumeralForm.Decimal)) != 0));
    }

    private bool IsPlural(int at) =>
        atoms.IsWord(at) && !atoms.Glued(at) && !atoms.Has(at, Cue.Function)
        && (atoms.Has(at, Cue.People) || (atoms[at].Length > 3 && atoms.Text[atoms[at].End - 1] == 's' && atoms.Text[atoms[at].End - 2] != 's'));

    private bool ReadWords(int at, ref NumberData number) => _words.TryRead(at, ref number);
}
