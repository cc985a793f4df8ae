namespace NewsNlp.Quantities;

/// <summary>Reads quantities that are one word or a fixed figure: factors, places in an order, shares.</summary>
internal sealed class SpecialReader(QuantityLexicon lexicon)
{
    /// <summary>A factor or ordinal at atom <paramref name="i"/>; false where there is none.</summary>
    public bool TryRead(AtomView view, int i, out Candidate found)
    {
        found = default;
        if (view.IsNumber(i)) return TryDigits(view, i, ref found);
        if (!view.IsWord(i)) return false;
        if (lexicon.TryNumber(view.Text(i), out NumberWord word))
        {
            if (word.Kind == NumberWordKind.Multiple && IsFactor(view, i, word)) return Make(view, i, i + 1, QuantityType.Multiple, word.Value, "times", ref found);
            if (word.Kind == NumberWordKind.Ordinal && IsOrdinal(view, i, i + 1)) return Make(view, i, i + 1, QuantityType.Ordinal, word.Value, null, ref found);
            int fold = view.IsHyphen(i + 1) ? i + 2 : i + 1;
            if (word.Kind == NumberWordKind.Unit && view.Is(fold, "fold")) return Make(view, i, fold + 1, QuantityType.Multiple, word.Value, "times", ref found);
        }
        if (view.Is(i, "x") && view.Glued(i + 1) && !view.Glued(i) && view.IsNumber(i + 1) && DigitReader.TryRead(view.Text(i + 1), out double factor, out _))
            return Make(view, i, i + 2, QuantityType.Multiple, factor, "times", ref found);
        return false;
    }

    // 10-fold, 10fold, 3x, 21st
    private bool TryDigits(AtomView view, int i, ref Candidate found)
    {
        if (!DigitReader.TryRead(view.Text(i), out double value, out _)) return false;
        int behind = view.IsHyphen(i + 1) ? i + 2 : i + 1;
        if (view.Is(behind, "fold")) return Make(view, i, behind + 1, QuantityType.Multiple, value, "times", ref found);
        if (!view.Glued(i + 1)) return false;
        if (view.Is(i + 1, "x") && !view.IsNumber(i + 2)) return Make(view, i, i + 2, QuantityType.Multiple, value, "times", ref found);
        bool ordinal = view.Is(i + 1, "st") || view.Is(i + 1, "nd") || view.Is(i + 1, "rd") || view.Is(i + 1, "th");
        return ordinal && IsOrdinal(view, i, i + 2) && Make(view, i, i + 2, QuantityType.Ordinal, value, null, ref found);
    }

    private static bool IsFactor(AtomView view, int i, NumberWord word)
    {
        if (word.Value == 1) return false;
        PartOfSpeech pos = view.Pos(i);
        if (!view.Is(i, "double") && !view.Is(i, "triple") && !view.Is(i, "treble")) return true;
        return pos == PartOfSpeech.Verb || view.Pos(i + 1) is PartOfSpeech.Determiner or PartOfSpeech.Pronoun || view.Is(i + 1, "that");
    }

    // A place in an order, not a day (June 21st), a century, a quarter of the year or a second of time.
    private bool IsOrdinal(AtomView view, int first, int end)
    {
        if (lexicon.Months.Contains(view.Text(first - 1)) || lexicon.Months.Contains(view.Text(end))) return false;
        if (view.Is(end, "of") && lexicon.Months.Contains(view.Text(end + 1))) return false;
        if (view.IsWord(end) && lexicon.TimeUnits.Contains(view.Text(end))) return false;
        if (view.IsHyphen(end) && view.IsWord(end + 1) && lexicon.TimeUnits.Contains(view.Text(end + 1))) return false;
        return view.IsNumber(first) || view.Pos(first) is PartOfSpeech.Adjective or PartOfSpeech.None;
    }

    private static bool Make(AtomView view, int first, int end, QuantityType type, double value, string? unit, ref Candidate found)
    {
        if (view.Glued(first) && view.IsWord(first - 1)) return false;
        found = new Candidate
        {
            First = first, End = end, PhraseFirst = first, Type = type, Value = value, Unit = unit, Number = new NumberMatch(first, end, value) { Scale = 1 },
        };
        return true;
    }
}
