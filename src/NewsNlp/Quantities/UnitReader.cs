using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>A unit behind or before a number.</summary>
/// <param name="First">First atom; for a unit behind the number where the number ends.</param>
/// <param name="End">Atom behind the last.</param>
/// <param name="Factor">What the value is multiplied with: 0.01 for cents.</param>
internal readonly record struct UnitMatch(int First, int End, string Unit, QuantityType Type, double Factor)
{
    public bool Found => Unit is not null;
}

/// <summary>Reads currencies before and behind a number, and units behind it.</summary>
internal sealed class UnitReader(QuantityLexicon lexicon)
{
    private const int MaxPhrase = 64;

    /// <summary>The currency that ends where the number starts: <c>S$</c>60m, <c>EUR</c> 5m, <c>Rs.</c> 500.</summary>
    public UnitMatch Before(AtomView view, int number)
    {
        for (int first = Math.Max(0, number - 4); first < number; first++)
        {
            if (!IsRun(view, first, number)) continue;
            ReadOnlySpan<char> form = view.Text(first, number);
            if (!lexicon.TryCurrencySymbol(form, out Currency currency) || currency.Kind == CurrencyKind.Minor) continue;
            bool letters = char.IsLetter(form[^1]) || form[^1] == '.';
            if (letters && view.Glued(first) && first > 0 && view.IsWord(first - 1)) continue;
            return new UnitMatch(first, number, currency.Code, QuantityType.Money, 1);
        }
        return default;
    }

    /// <summary>The unit that starts at atom <paramref name="at"/>, a joining hyphen passed over.</summary>
    public UnitMatch Behind(AtomView view, int at, in NumberMatch number)
    {
        int start = view.IsHyphen(at) && view.Glued(at) ? at + 1 : at;
        if (!view.In(start)) return default;
        UnitMatch match = Symbol(view, start, number);
        if (!match.Found) match = Phrase(view, start);
        return match.Found ? WithRate(view, match with { First = at }) : default;
    }

    // Symbols stand as written: "%", "°C", "km/h", "bn" is a scale and not here. A single letter must be glued to digits.
    private UnitMatch Symbol(AtomView view, int start, in NumberMatch number)
    {
        for (int end = Math.Min(view.Count, start + 4); end > start; end--)
        {
            if (!IsRun(view, start + 1, end)) continue;
            ReadOnlySpan<char> form = view.Text(start, end);
            if (form.Length > MaxPhrase || (form.Length == 1 && char.IsLetter(form[0]) && !(view.Glued(start) && number.Digits))) continue;
            if (char.IsLetter(form[^1]) && view.Glued(end) && view.In(end) && (view.IsWord(end) || view.IsNumber(end))) continue;
            if (lexicon.TryUnitSymbol(form, out UnitEntry unit)) return new UnitMatch(start, end, unit.Name, unit.Type, 1);
            if (lexicon.TryCurrencySymbol(form, out Currency currency) && IsCurrencyBehind(currency, form, number))
                return new UnitMatch(start, end, currency.Code, QuantityType.Money, currency.Factor);
        }
        return default;
    }

    private static bool IsCurrencyBehind(Currency currency, ReadOnlySpan<char> form, in NumberMatch number) =>
        currency.Kind != CurrencyKind.Symbol || (!char.IsLetter(form[0]) && number.Digits);

    // Words are joined by one space, hyphens between them passed over: "square-metre", "per cent", "Hong Kong dollars".
    private UnitMatch Phrase(AtomView view, int start)
    {
        Span<char> phrase = stackalloc char[MaxPhrase];
        Span<int> ends = stackalloc int[QuantityLexicon.MaxWords];
        Span<int> lengths = stackalloc int[QuantityLexicon.MaxWords];
        int words = 0, length = 0, at = start;
        while (words < QuantityLexicon.MaxWords && view.In(at) && (view.IsWord(at) || view.IsSymbol(at, '%')))
        {
            ReadOnlySpan<char> word = view.Text(at);
            if (length + word.Length + 1 > MaxPhrase) break;
            if (words > 0) phrase[length++] = ' ';
            word.CopyTo(phrase[length..]);
            length += word.Length;
            lengths[words] = length;
            ends[words++] = ++at;
            if (view.IsHyphen(at) && view.Glued(at) && view.Glued(at + 1)) at++;
        }
        for (int n = words; n > 0; n--)
        {
            ReadOnlySpan<char> form = phrase[..lengths[n - 1]];
            if (lexicon.TryCurrencyWord(form, out Currency currency)) return new UnitMatch(start, ends[n - 1], currency.Code, QuantityType.Money, currency.Factor);
            if (lexicon.TryUnitWord(form, out UnitEntry unit)) return new UnitMatch(start, ends[n - 1], unit.Name, unit.Type, 1);
        }
        return default;
    }

    // "tonnes a year", "dollars per barrel", "$5/month"
    private UnitMatch WithRate(AtomView view, UnitMatch unit)
    {
        if (unit.Type is not (QuantityType.Money or QuantityType.Measure)) return unit;
        string? per = RateAt(view, unit.End, out int end);
        return per is null ? unit : unit with { Unit = unit.Unit + " per " + per, End = end };
    }

    /// <summary>What a rate is taken over, behind <c>per</c>, <c>a</c> or a slash; null where no rate follows.</summary>
    public string? RateAt(AtomView view, int at, out int end)
    {
        end = at;
        bool per = view.Is(at, "per") || (view.IsSymbol(at, '/') && view.Glued(at));
        bool article = view.Is(at, "a") || view.Is(at, "an");
        if (!(per || article) || !view.IsWord(at + 1)) return null;
        ReadOnlySpan<char> word = view.Text(at + 1);
        string? name = null;
        if (lexicon.TimeUnits.Contains(word)) name = word.ToString().ToLowerInvariant();
        else if (lexicon.TryUnitWord(word, out UnitEntry unit) && unit.Type == QuantityType.Measure) name = unit.Name;
        else if (per || word is "share" or "head" or "person" or "vote" or "ticket" or "piece") name = word.ToString().ToLowerInvariant();
        if (name is null || (article && IsDescribed(view, at + 2))) return null;
        end = at + 2;
        return name;
    }

    // "$5 million a year earlier" and "a day later" tell a time, not a rate.
    private static bool IsDescribed(AtomView view, int at) =>
        view.Is(at, "ago") || view.Is(at, "earlier") || view.Is(at, "later") || view.Is(at, "before") || view.Is(at, "after");

    private static bool IsRun(AtomView view, int first, int end)
    {
        for (int i = first + 1; i < end; i++)
            if (!view.Glued(i)) return false;
        return true;
    }
}
