using NewsNlp.Drafts;

namespace NewsNlp.Entities;

/// <summary>
/// Acronyms that an article explains in brackets behind the name they stand for: <c>Northern Water Authority (NWA)</c>. From then on, and
/// before, the acronym is that name wherever it stands, whatever the tagger makes of it in a sentence that tells little.
/// </summary>
internal static class ExplainedAcronyms
{
    private const int MinLetters = 2, MaxLetters = 8;
    private const float Confidence = 0.9f;

    /// <summary>Gives each occurrence of an explained acronym its name's type; adds those that are no names yet.</summary>
    public static void Complete(DocumentDraft draft)
    {
        Dictionary<string, EntityType>? types = null;
        foreach (NameData name in draft.Names)
        {
            if (!Explains(draft, name)) continue;
            types ??= new Dictionary<string, EntityType>(StringComparer.Ordinal);
            types.TryAdd(draft.Form(name.EndToken + 1).ToString(), name.Type);
        }
        if (types is not null) Name(draft, types.GetAlternateLookup<ReadOnlySpan<char>>());
    }

    // Behind the name an acronym in brackets that the name's last capitals spell.
    private static bool Explains(DocumentDraft draft, NameData name)
    {
        int at = name.EndToken + 1;
        if (name.EndToken - name.FirstToken < 2 || at + 1 >= draft.TokenCount || draft.Form(at - 1) is not "(" || draft.Form(at + 1) is not ")") return false;
        ReadOnlySpan<char> acronym = draft.Form(at);
        return IsAcronym(acronym) && Spells(draft, name, acronym);
    }

    private static bool Spells(DocumentDraft draft, NameData name, ReadOnlySpan<char> acronym)
    {
        int left = acronym.Length;
        for (int token = name.EndToken - 1; token >= name.FirstToken && left > 0; token--)
        {
            char first = draft.Form(token)[0];
            if (!char.IsUpper(first)) continue;
            if (first != acronym[--left]) return false;
        }
        return left == 0;
    }

    private static bool IsAcronym(ReadOnlySpan<char> form)
    {
        if (form.Length is < MinLetters or > MaxLetters) return false;
        foreach (char c in form)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    private static void Name(DocumentDraft draft, Dictionary<string, EntityType>.AlternateLookup<ReadOnlySpan<char>> types)
    {
        List<NameData> names = [];
        int next = 0;
        for (int token = 0; token < draft.TokenCount; token++)
        {
            bool isNamed = next < draft.Names.Count && draft.Names[next].FirstToken == token;
            NameData name = isNamed ? draft.Names[next++] : new NameData(token, token + 1, EntityType.None, Confidence);
            if (name.EndToken == token + 1 && types.TryGetValue(draft.Form(token), out EntityType type)) name = name with { Type = type };
            if (name.Type != EntityType.None) names.Add(name);
            token = name.EndToken - 1;
        }
        draft.Names.Clear();
        draft.Names.AddRange(names);
    }
}
