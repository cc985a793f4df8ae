using NewsNlp.Drafts;

namespace NewsNlp.Tagging;

/// <summary>Tells headlines, in which capitals are no evidence, from running text.</summary>
internal static class SentenceStyles
{
    /// <summary>Shorter sentences may be a name.</summary>
    private const int MinWords = 4;

    /// <summary>"In", "of" and "the" are small in most headlines.</summary>
    private const int LongWord = 4;

    public static SentenceStyle Of(DocumentDraft draft, SentenceData sentence)
    {
        int words = 0, capitals = 0, longWords = 0, longCapitals = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            ReadOnlySpan<char> form = draft.Form(i);
            if (!char.IsLetter(form[0])) continue;
            bool capital = char.IsUpper(form[0]);
            words++;
            if (capital && !HasSmall(form)) capitals++;
            if (form.Length < LongWord) continue;
            longWords++;
            if (capital) longCapitals++;
        }
        if (words < MinWords) return SentenceStyle.Normal;
        if (capitals * 10 >= words * 7) return SentenceStyle.Capitals;
        return longWords >= MinWords && longCapitals * 10 >= longWords * 8 ? SentenceStyle.Title : SentenceStyle.Normal;
    }

    /// <summary>True where a word's capitals say nothing about it.</summary>
    public static bool Hides(SentenceStyle style, WordCase wordCase) => style switch
    {
        SentenceStyle.Capitals => wordCase is WordCase.Capital or WordCase.OneCapital or WordCase.Capitals,
        SentenceStyle.Title => wordCase is WordCase.Capital or WordCase.OneCapital,
        _ => false,
    };

    private static bool HasSmall(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLower(c)) return true;
        return false;
    }
}
