namespace NewsNlp.Quantities;

/// <summary>Reads numbers: digits, words, scales, fractions and vague plurals.</summary>
internal sealed class NumberReader(QuantityLexicon lexicon)
{
    private const int MaxWords = 24;

    /// <summary>The number that starts at atom <paramref name="i"/>; not found where none does.</summary>
    public NumberMatch Read(AtomView view, int i)
    {
        if (view.IsNumber(i)) return ReadDigits(view, i);
        if (IsVulgarFraction(view, i, out double vulgar)) return WithScale(view, new NumberMatch(i, i + 1, vulgar) { Digits = true, Scale = 1, Fraction = true });
        if (!view.IsWord(i)) return default;
        if (view.Is(i, "a") || view.Is(i, "an") || view.Is(i, "one")) return ReadArticle(view, i);
        if (!lexicon.TryNumber(view.Text(i), out NumberWord word)) return default;
        return word.Kind switch
        {
            NumberWordKind.Unit or NumberWordKind.Tens => ReadCardinal(view, i),
            NumberWordKind.Vague => ReadVague(view, i, word),
            NumberWordKind.Half => ReadHalf(view, i),
            _ => default,
        };
    }

    private NumberMatch ReadDigits(AtomView view, int i)
    {
        if (!DigitReader.TryRead(view.Text(i), out double value, out bool plain)) return default;
        int end = i + 1;
        if (plain && SpacedGroups(view, i, ref end, out double spaced))
        {
            value = spaced;
            plain = false;
        }
        bool fraction = false;
        if (SlashFraction(view, i, out double slash))
        {
            value = slash;
            (end, plain, fraction) = (i + 3, false, true);
        }
        else if (MixedFraction(view, end, out double part, out int mixedEnd))
        {
            value += part;
            (end, plain) = (mixedEnd, false);
        }
        return WithScale(view, new NumberMatch(i, end, value) { Digits = true, Plain = plain, Scale = 1, Fraction = fraction });
    }

    // "12 400 000": groups of exactly three digits, one space between.
    private static bool SpacedGroups(AtomView view, int i, ref int end, out double value)
    {
        value = 0;
        if (view.Atoms[i].Length > 3 || view.Text(i)[0] == '0') return false;
        double total = double.Parse(view.Text(i), System.Globalization.CultureInfo.InvariantCulture);
        int at = i + 1;
        while (view.IsNumber(at) && view.Atoms[at].Length == 3 && !view.Text(at).ContainsAny('.', ',')
               && view.Atoms[at].Start == view.Atoms[at - 1].End + 1)
        {
            total = total * 1000 + double.Parse(view.Text(at), System.Globalization.CultureInfo.InvariantCulture);
            at++;
        }
        if (at == i + 1) return false;
        (value, end) = (total, at);
        return true;
    }

    private static bool SlashFraction(AtomView view, int i, out double value)
    {
        value = 0;
        if (!(view.IsSymbol(i + 1, '/') || view.IsSymbol(i + 1, '⁄')) || !view.Glued(i + 1) || !view.IsNumber(i + 2) || !view.Glued(i + 2)) return false;
        if (view.Atoms[i].Length > 2 || view.Atoms[i + 2].Length > 3 || view.IsSymbol(i + 3, '/')) return false;
        if (!DigitReader.TryRead(view.Text(i), out double top, out _) || !DigitReader.TryRead(view.Text(i + 2), out double bottom, out _)) return false;
        if (bottom <= top || bottom is 0) return false;
        value = top / bottom;
        return true;
    }

    // "2 1/2", "2½", "2-1/2"
    private static bool MixedFraction(AtomView view, int at, out double part, out int end)
    {
        end = at;
        if (view.IsHyphen(at) && view.Glued(at)) at++;
        if (IsVulgarFraction(view, at, out part))
        {
            end = at + 1;
            return true;
        }
        if (!view.IsNumber(at) || !SlashFraction(view, at, out part)) return false;
        end = at + 3;
        return true;
    }

    private static bool IsVulgarFraction(AtomView view, int i, out double value)
    {
        value = 0;
        if (!view.In(i) || view.Atoms[i].Kind != AtomKind.Symbol) return false;
        value = view.Text(i)[0] switch
        {
            '½' => 0.5, '⅓' => 1.0 / 3, '⅔' => 2.0 / 3, '¼' => 0.25, '¾' => 0.75, '⅕' => 0.2, '⅖' => 0.4, '⅗' => 0.6, '⅘' => 0.8,
            '⅙' => 1.0 / 6, '⅚' => 5.0 / 6, '⅛' => 0.125, '⅜' => 0.375, '⅝' => 0.625, '⅞' => 0.875, _ => 0,
        };
        return value > 0;
    }

    // Scales behind a number, with or without a hyphen: "350-million", "1.4m", "2.5 lakh crore", "three dozen".
    private NumberMatch WithScale(AtomView view, NumberMatch match)
    {
        double scale = 1;
        int end = match.End;
        bool letter = false;
        while (end - match.End < 6)
        {
            int at = view.IsHyphen(end) && view.Glued(end) && view.Glued(end + 1) ? end + 1 : end;
            if (!view.IsWord(at) || !lexicon.TryNumber(view.Text(at), out NumberWord word)) break;
            bool joins = word.Kind is NumberWordKind.Scale or NumberWordKind.Hundred or NumberWordKind.Dozen
                || (word.Kind == NumberWordKind.Letter && view.Glued(at) && match.Digits && scale == 1);
            if (!joins || (word.Kind == NumberWordKind.Letter && letter)) break;
            letter = word.Kind == NumberWordKind.Letter;
            scale *= word.Value;
            end = at + 1;
            if (letter) break;
        }
        if (scale == 1) return match;
        return match with { End = end, Value = match.Value * scale, Scale = scale, Plain = false, LetterScale = letter, Fraction = false };
    }

    // "twelve hundred and six", "two million three hundred thousand", "twenty-one"
    private NumberMatch ReadCardinal(AtomView view, int first)
    {
        double total = 0, group = 0;
        double scale = 1;
        int at = first, end = first;
        NumberWordKind last = NumberWordKind.Vague;
        while (at - first < MaxWords && NextCardinalWord(view, ref at, end > first, out NumberWord word))
        {
            if (!Fits(last, word, group)) break;
            switch (word.Kind)
            {
                case NumberWordKind.Hundred:
                    group *= word.Value;
                    break;
                case NumberWordKind.Scale or NumberWordKind.Dozen:
                    total = (total < word.Value ? 0 : total) + (total < word.Value ? total + group : group) * word.Value;
                    group = 0;
                    scale = word.Value;
                    break;
                default:
                    group += word.Value;
                    break;
            }
            last = word.Kind;
            end = ++at;
        }
        NumberMatch match = new(first, end, total + group) { Scale = scale };
        return WithTail(view, match);
    }

    private bool NextCardinalWord(AtomView view, ref int at, bool inside, out NumberWord word)
    {
        word = default;
        int next = at;
        if (inside && view.IsHyphen(next) && view.Glued(next)) next++;
        else if (inside && view.Is(next, "and")) next++;
        if (!view.IsWord(next) || !lexicon.TryNumber(view.Text(next), out word)) return false;
        if (word.Kind > NumberWordKind.Dozen) return false;
        // "and" joins only behind a hundred or more, and only the last, smaller part: "a hundred and six", not "five and six".
        if (next > at && view.Is(at, "and") && (word.Kind > NumberWordKind.Tens || !EndsHundred(view, at))) return false;
        at = next;
        return true;
    }

    private bool EndsHundred(AtomView view, int and) =>
        view.IsWord(and - 1) && lexicon.TryNumber(view.Text(and - 1), out NumberWord before) && before.Kind is NumberWordKind.Hundred or NumberWordKind.Scale;

    private static bool Fits(NumberWordKind last, NumberWord word, double group) => word.Kind switch
    {
        NumberWordKind.Unit => last switch
        {
            NumberWordKind.Tens => word.Value is > 0 and < 10,
            NumberWordKind.Unit => false,
            NumberWordKind.Dozen => false,
            _ => true,
        },
        NumberWordKind.Tens => last is not (NumberWordKind.Unit or NumberWordKind.Tens or NumberWordKind.Dozen),
        NumberWordKind.Hundred => group is > 0 and < 100,
        _ => last != NumberWordKind.Vague,
    };

    // "two and a half", "two and a half million", "two-thirds", "three quarters", "two point five"
    private NumberMatch WithTail(AtomView view, NumberMatch match)
    {
        int end = match.End;
        if (view.Is(end, "and") && (view.Is(end + 1, "a") || view.Is(end + 1, "one")) && view.Is(end + 2, "half"))
            return WithScale(view, match with { End = end + 3, Value = match.Value + 0.5 });
        if (view.Is(end, "point") && view.IsWord(end + 1) && lexicon.TryNumber(view.Text(end + 1), out NumberWord tenth) && tenth.Kind == NumberWordKind.Unit && tenth.Value < 10)
            return WithScale(view, match with { End = end + 2, Value = match.Value + tenth.Value / 10 });
        int parts = view.IsHyphen(end) && view.Glued(end) ? end + 1 : end;
        if (view.IsWord(parts) && match.Value < 100 && !match.Scaled && lexicon.TryNumber(view.Text(parts), out NumberWord part))
        {
            bool many = part.Kind == NumberWordKind.Parts && match.Value > 1;
            bool single = match.Value == 1 && part.Kind is NumberWordKind.Ordinal or NumberWordKind.Quarter && part.Value > 2;
            if ((many || single) && match.Value < part.Value) return FractionOf(view, match.First, parts + 1, match.Value / part.Value);
        }
        return match;
    }

    // "a hundred", "a dozen", "a third", "a million"; "one" is a number of its own.
    private NumberMatch ReadArticle(AtomView view, int i)
    {
        bool one = view.Is(i, "one");
        int at = view.IsHyphen(i + 1) && view.Glued(i + 1) ? i + 2 : i + 1;
        if (view.IsWord(at) && lexicon.TryNumber(view.Text(at), out NumberWord word))
        {
            if (word.Kind is NumberWordKind.Hundred or NumberWordKind.Scale or NumberWordKind.Dozen)
                return ReadScaled(view, i, at, word);
            if (word.Kind is NumberWordKind.Ordinal or NumberWordKind.Quarter && word.Value > 2 && IsPart(view, at, one))
                return FractionOf(view, i, at + 1, 1 / word.Value);
            if (word.Kind == NumberWordKind.Half && !one && !view.Is(at + 1, "dozen")) return ReadHalf(view, at) with { First = i };
            if (word.Kind == NumberWordKind.Half && one) return FractionOf(view, i, at + 1, 0.5);
        }
        return one ? ReadCardinal(view, i) : default;
    }

    private NumberMatch ReadScaled(AtomView view, int first, int at, NumberWord word)
    {
        double total = word.Value;
        int end = at + 1;
        int next = view.Is(end, "and") ? end + 1 : end;
        if (word.Kind != NumberWordKind.Dozen && view.IsWord(next) && lexicon.TryNumber(view.Text(next), out NumberWord more) && more.Kind <= NumberWordKind.Tens)
        {
            NumberMatch rest = ReadCardinal(view, next);
            if (rest.Value < word.Value && !rest.Scaled) (total, end) = (total + rest.Value, rest.End);
        }
        double scale = word.Kind == NumberWordKind.Scale ? word.Value : 1;
        NumberMatch match = new(first, end, total) { Scale = scale };
        if (view.Is(end, "and") && view.Is(end + 1, "a") && view.Is(end + 2, "half")) match = match with { End = end + 3, Value = total * 1.5 };
        return WithScale(view, match) is { Found: true } scaled && scaled.End > match.End ? scaled with { Scale = scaled.Scale * scale } : match;
    }

    // "a third of", "one in five": a part is one only where "of" or a comparison follows, else it is a place in an order.
    private static bool IsPart(AtomView view, int at, bool one) =>
        view.Is(at + 1, "of") || (one && (view.IsHyphen(at - 1) || view.Is(at + 1, "the"))) || view.Is(at + 1, "less") || view.Is(at + 1, "more")
        || (view.Is(at, "quarter") && (view.Is(at + 1, "million") || view.IsHyphen(at + 1)));

    private NumberMatch FractionOf(AtomView view, int first, int end, double value)
    {
        NumberMatch match = new(first, end, value) { Scale = 1, Fraction = true };
        // "a quarter of a million", "three quarters of a billion"
        if (view.Is(end, "of") && (view.Is(end + 1, "a") || view.Is(end + 1, "one")) && view.IsWord(end + 2)
            && lexicon.TryNumber(view.Text(end + 2), out NumberWord scale) && scale.Kind == NumberWordKind.Scale)
            return match with { End = end + 3, Value = value * scale.Value, Scale = scale.Value, Fraction = false };
        return WithScale(view, match);
    }

    // "half a million", "half-a-dozen", "half of", "half the"
    private NumberMatch ReadHalf(AtomView view, int i)
    {
        int at = i + 1;
        if (view.IsHyphen(at)) at++;
        if (view.Is(at, "a") || view.Is(at, "an")) at++;
        if (view.IsHyphen(at)) at++;
        if (view.IsWord(at) && lexicon.TryNumber(view.Text(at), out NumberWord scale) && scale.Kind is NumberWordKind.Scale or NumberWordKind.Dozen)
            return new NumberMatch(i, at + 1, 0.5 * scale.Value) { Scale = scale.Value };
        return new NumberMatch(i, i + 1, 0.5) { Scale = 1, Fraction = true };
    }

    // "dozens", "tens of thousands", "hundreds of millions"
    private NumberMatch ReadVague(AtomView view, int i, NumberWord first)
    {
        int end = i + 1;
        double scale = first.Value;
        while (view.Is(end, "of") && view.IsWord(end + 1) && lexicon.TryNumber(view.Text(end + 1), out NumberWord more) && more.Kind == NumberWordKind.Vague)
        {
            scale *= more.Value;
            end += 2;
        }
        return new NumberMatch(i, end, double.NaN) { Vague = true, Scale = scale };
    }
}
