namespace NewsNlp.Quantities;

/// <summary>Tells numbers that are no quantities: years, days, times, scores, names, list and phone numbers.</summary>
internal sealed class Blockers(QuantityLexicon lexicon)
{
    /// <summary>True where the number is no quantity whatever unit stands beside it.</summary>
    public bool Always(AtomView view, in NumberMatch number) =>
        IsGluedToWord(view, number) || IsTime(view, number) || IsDay(view, number) || IsChain(view, number) || IsDecade(view, number) || IsAddress(view, number);

    /// <summary>True where a number without unit is no quantity.</summary>
    public bool WithoutUnit(AtomView view, in NumberMatch number, bool counts)
    {
        if (IsYear(view, number, counts) || IsScore(view, number)) return true;
        // 4x4, 3D, 5G: letters that are no unit.
        if (number.Digits && view.Glued(number.End) && view.IsWord(number.End)) return true;
        if (!number.Digits) return IsPronoun(view, number, counts) || IsPartOfName(view, number, counts);
        return IsDesignated(view, number) || IsListNumber(view, number) || (number.Plain && IsPartOfName(view, number, counts));
    }

    // F-16, B-52, COVID-19, x86, 4x4, 3D, 747s
    private static bool IsGluedToWord(AtomView view, in NumberMatch number)
    {
        int i = number.First;
        bool wordBefore = view.Glued(i) && (view.IsWord(i - 1) || (view.IsHyphen(i - 1) && view.Glued(i - 1) && view.IsWord(i - 2)));
        if (number.Digits && wordBefore && !IsHyphenatedPrefix(view, i)) return true;
        return view.Glued(i) && (view.IsSymbol(i - 1, '#') || view.IsSymbol(i - 1, '@') || view.IsSymbol(i - 1, '_'));
    }

    // "mid-2024" is no quantity, "sub-10%" and "near-50%" are; only the years are common enough to tell.
    private static bool IsHyphenatedPrefix(AtomView view, int i) =>
        view.IsHyphen(i - 1) && (view.Is(i - 2, "sub") || view.Is(i - 2, "near") || view.Is(i - 2, "plus") || view.Is(i - 2, "minus"));

    private bool IsTime(AtomView view, in NumberMatch number)
    {
        int end = number.End;
        if (view.IsSymbol(end, ':') && view.Glued(end) && view.IsNumber(end + 1) && view.Glued(end + 1)) return true;
        if (view.IsSymbol(number.First - 1, ':') && view.Glued(number.First) && view.IsNumber(number.First - 2)) return true;
        return number.Digits && view.IsWord(end) && lexicon.Vetoes.Contains(view.Text(end));
    }

    // June 4, 4 June, 4 of June, June 4, 2025
    private bool IsDay(AtomView view, in NumberMatch number)
    {
        if (!number.Plain || number.Value > 2100) return false;
        int before = number.First - 1, behind = number.End;
        if (view.IsSymbol(before, '.') && view.Glued(before)) before--;
        if (view.IsSymbol(before, ',')) before -= view.IsNumber(before - 1) ? 2 : 1;
        if (view.Is(behind, "of")) behind++;
        return IsMonth(view, before) || (number.Value <= 31 && IsMonth(view, behind)) || (number.Value <= 31 && IsMonth(view, number.First - 1));
    }

    private bool IsMonth(AtomView view, int i) => view.IsWord(i) && view.StartsUpper(i) && lexicon.Months.Contains(view.Text(i)) && view.Pos(i) is PartOfSpeech.ProperNoun or PartOfSpeech.None or PartOfSpeech.Noun;

    // 2025-06-04, 6/4/2025, +44 20 7946 0000, 192.168, 24/7
    private static bool IsChain(AtomView view, in NumberMatch number)
    {
        if (!number.Digits) return false;
        int i = number.First, end = number.End;
        bool slash = (view.IsSymbol(end, '/') && view.Glued(end) && view.IsNumber(end + 1)) || (view.IsSymbol(i - 1, '/') && view.Glued(i) && view.IsNumber(i - 2));
        bool linked = Linked(view, end) && (Linked(view, end + 2) || Linked(view, i - 2));
        bool linkedBack = Linked(view, i - 2) && Linked(view, i - 4);
        bool phone = view.IsSymbol(i - 1, '+') && view.Glued(i) && number.Plain && view.IsNumber(end);
        return slash || linked || linkedBack || phone || (Linked(view, end) && view.Atoms[end + 1].Length >= 4 && view.Atoms[i].Length == 3);
    }

    // A hyphen between two numbers, at atom i.
    private static bool Linked(AtomView view, int i) => view.IsHyphen(i) && view.Glued(i) && view.Glued(i + 1) && view.IsNumber(i + 1) && view.IsNumber(i - 1);

    private static bool IsDecade(AtomView view, in NumberMatch number) =>
        number.Digits && (view.Is(number.End, "s") && view.Glued(number.End) || ((view.IsSymbol(number.End, '\'') || view.IsSymbol(number.End, '’')) && view.Is(number.End + 1, "s")));

    private static bool IsAddress(AtomView view, in NumberMatch number)
    {
        Drafts.TokenData token = view.Draft.TokenBuffer[view.Atoms[number.First].Token];
        ReadOnlySpan<char> text = view.Draft.Text.AsSpan(token.Start, token.End - token.Start);
        return number.Digits && text.Length > view.Atoms[number.First].Length && (text.Contains('@') || text.Contains("://", StringComparison.Ordinal) || text.StartsWith("www."));
    }

    private static bool IsYear(AtomView view, in NumberMatch number, bool counts)
    {
        if (!number.Plain || number.Value is < 1400 or > 2100 || view.Atoms[number.First].Length != 4) return false;
        if (!counts) return true;
        int before = number.First - 1;
        return view.Pos(before) is PartOfSpeech.Adposition or PartOfSpeech.Determiner or PartOfSpeech.ProperNoun or PartOfSpeech.SubordinatingConjunction
            || view.Is(before, "early") || view.Is(before, "late") || view.Is(before, "fiscal") || view.IsHyphen(before) || view.Tag(number.End) is "NN" or "NNP" or "JJ";
    }

    // 52-48, 4–2: two bare numbers without anything that they count.
    private static bool IsScore(AtomView view, in NumberMatch number) =>
        number.Plain && ((view.IsDash(number.End) && view.Glued(number.End) && view.IsNumber(number.End + 1) && view.Glued(number.End + 1))
            || (view.IsDash(number.First - 1) && view.Glued(number.First) && view.IsNumber(number.First - 2) && view.Glued(number.First - 1)));

    // Section 5, No. 10, Route 66, page 3
    private bool IsDesignated(AtomView view, in NumberMatch number)
    {
        int before = number.First - 1;
        if (view.IsSymbol(before, '.') && view.Glued(before)) before--;
        return view.IsWord(before) && lexicon.Designators.Contains(view.Text(before)) && (number.Plain || number.Value < 1000);
    }

    private static bool IsListNumber(AtomView view, in NumberMatch number) =>
        number.Plain && number.First == 0 && number.Value < 100 && (view.IsSymbol(number.End, '.') || view.IsSymbol(number.End, ')'));

    // Boeing 737, iPhone 15, Big Three: behind a name, and nothing counted.
    private static bool IsPartOfName(AtomView view, in NumberMatch number, bool counts) =>
        !counts && view.Pos(number.First - 1) == PartOfSpeech.ProperNoun && (number.Digits || view.StartsUpper(number.First));

    // "one of the", "no one", "the one who", "one another"
    private static bool IsPronoun(AtomView view, in NumberMatch number, bool counts)
    {
        if (!view.Is(number.First, "one") || number.End != number.First + 1) return false;
        return !counts || view.Is(number.End, "of") || view.Pos(number.First) is PartOfSpeech.Pronoun or PartOfSpeech.Noun
            || view.Is(number.First - 1, "no") || view.Is(number.First - 1, "any") || view.Is(number.First - 1, "every") || view.Is(number.First - 1, "the");
    }
}
