namespace NewsNlp.Quantities;

/// <summary>Reads the words that qualify a quantity: before it (<c>more than</c>) and behind it (<c>or more</c>).</summary>
internal sealed class ModifierReader(QuantityLexicon lexicon)
{
    private const int MaxPhrase = 48;

    /// <summary>The modifier before atom <paramref name="first"/>; <paramref name="phraseFirst"/> is where it begins.</summary>
    public QuantityModifier Before(AtomView view, int first, out int phraseFirst)
    {
        int end = SkipArticle(view, first);
        Span<char> phrase = stackalloc char[MaxPhrase];
        for (int words = 5; words > 0; words--)
        {
            int start = end - words;
            if (start < 0 || !Join(view, start, end, phrase, out int length)) continue;
            if (!lexicon.TryModifier(phrase[..length], out QuantityModifier modifier)) continue;
            phraseFirst = start;
            return modifier;
        }
        phraseFirst = first;
        return QuantityModifier.None;
    }

    /// <summary>The modifier behind a quantity: <c>or more</c>, <c>or so</c>, <c>-plus</c>.</summary>
    public static QuantityModifier Behind(AtomView view, int end)
    {
        if (view.IsSymbol(end, '+')) return QuantityModifier.AtLeast;
        if ((view.IsHyphen(end) && view.Is(end + 1, "plus")) || view.Is(end, "or") && (view.Is(end + 1, "more") || view.Is(end + 1, "above"))) return QuantityModifier.AtLeast;
        if (!view.Is(end, "or")) return QuantityModifier.None;
        if (view.Is(end + 1, "so") || view.Is(end + 1, "thereabouts")) return QuantityModifier.About;
        return view.Is(end + 1, "less") || view.Is(end + 1, "fewer") || view.Is(end + 1, "under") ? QuantityModifier.AtMost : QuantityModifier.None;
    }

    // "rose by 5%", "about a 5% rise", "more than the 40": small words between the modifier and the number.
    private static int SkipArticle(AtomView view, int first) =>
        view.Is(first - 1, "by") || view.Is(first - 1, "a") || view.Is(first - 1, "the") ? first - 1 : first;

    private static bool Join(AtomView view, int start, int end, Span<char> phrase, out int length)
    {
        length = 0;
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<char> word = view.Text(i);
            if (length + word.Length + 1 > phrase.Length) return false;
            if (i > start && !view.Glued(i)) phrase[length++] = ' ';
            word.CopyTo(phrase[length..]);
            length += word.Length;
        }
        return length > 0;
    }
}
