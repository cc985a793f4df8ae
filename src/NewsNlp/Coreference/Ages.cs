using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Ages as tokens: <c>44 - year - old</c>.</summary>
internal static class Ages
{
    /// <summary>True for the last token of <c>44-year-old</c>, whether it is one token or five.</summary>
    public static bool IsHead(DocumentDraft draft, int token) => NumberOf(draft, token) >= 0;

    /// <summary>The token that begins with the number of years; -1 where <paramref name="token"/> ends no age.</summary>
    public static int NumberOf(DocumentDraft draft, int token)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        if (form.EndsWith("-year-old", StringComparison.OrdinalIgnoreCase)) return token;
        bool isSplit = token >= 4 && form.Equals("old", StringComparison.OrdinalIgnoreCase) && draft.Form(token - 1) is "-"
            && draft.Is(token - 2, "year") && draft.Form(token - 3) is "-";
        return isSplit ? token - 4 : -1;
    }

    /// <summary>Of the number alone, so that <c>44</c> and <c>44-year-old</c> meet.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> number)
    {
        int dash = number.IndexOf('-');
        return NameWords.WordKey(dash > 0 ? number[..dash] : number);
    }
}
