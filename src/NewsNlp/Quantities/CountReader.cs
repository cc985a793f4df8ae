using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Finds the noun that a number counts.</summary>
internal sealed class CountReader(DocumentDraft draft, AtomList atoms, QuantityLexicon lexicon)
{
    /// <summary>A phrase with more words than this before its head is none.</summary>
    private const int LongestPhrase = 9;

    /// <summary>The atom of the head noun, or -1.</summary>
    /// <param name="at">Behind the number.</param>
    /// <param name="vague">The number is one of those that take <c>of</c>: <c>dozens of soldiers</c>.</param>
    public int FindHead(int at, bool vague)
    {
        if (atoms.IsHyphen(at)) return HyphenHead(at + 1);
        int start = SkipPartitive(at, vague);
        if (start < 0) return -1;
        return KindAt(start) == TagKind.Untagged ? PlainHead(start) : TaggedHead(start);
    }

    public TagKind KindAt(int at) => atoms[at].Kind == AtomKind.None ? TagKind.Other : TokenTags.Of(draft.TokenBuffer[atoms[at].Token]);

    /// <summary>The dictionary form of the word at an atom.</summary>
    public string Lemma(int at)
    {
        int token = atoms[at].Token;
        ref readonly TokenData data = ref draft.TokenBuffer[token];
        if (data.Start == atoms[at].Start && data.End == atoms[at].End && draft.Lemmas[token] is { } lemma) return lemma;
        return Singular(atoms.Slice(at));
    }

    // Of the soldiers, of his men; but "of them" and "of Moscow" count nothing that follows.
    private int SkipPartitive(int at, bool vague)
    {
        if (!atoms.Has(at, Cue.Of)) return at;
        int next = at + 1;
        while (atoms.Has(next, Cue.Function) && next < at + 3 && !atoms.Has(next, Cue.Preposition)) next++;
        return vague || next > at + 1 ? next : -1;
    }

    private int HyphenHead(int at)
    {
        if (!atoms.IsWord(at) || atoms.Has(at, Cue.Function | Cue.OneNext) || atoms[at].Length < 3 || atoms.IsHyphen(at + 1) || atoms.IsCapital(at)) return -1;
        return KindAt(at) is TagKind.Participle or TagKind.Verb ? -1 : at;
    }

    private int TaggedHead(int start)
    {
        int head = -1;
        for (int at = start; at < start + LongestPhrase; at++)
        {
            if (!MayStand(at, head)) break;
            if (!atoms.IsWord(at) || KindAt(at) is not (TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun or TagKind.PluralProperNoun)) continue;
            if (atoms.Has(at, Cue.Weekday | Cue.Month) && (head >= 0 || atoms.IsCapital(at))) break;
            if (EndsPhrase(head, at)) break;
            if (atoms.Has(at, Cue.Casualty)) continue;
            head = at;
        }
        return head;
    }

    private bool MayStand(int at, int head)
    {
        if (atoms.IsNumber(at)) return atoms.Glued(at) && at > 0;
        if (!atoms.IsWord(at)) return IsInner(at, head);
        if (atoms.IsHyphen(at - 1)) return true;
        if (atoms.Has(at, Cue.Casualty)) return head < 0 && KindAt(at + 1) is TagKind.PluralNoun or TagKind.Noun;
        if (atoms.Has(at, Cue.And | Cue.Or)) return head < 0 && atoms.IsWord(at + 1) && KindAt(at + 1) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun;
        return KindAt(at) switch
        {
            TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun or TagKind.PluralProperNoun => true,
            TagKind.Adjective => head < 0 || !IsPlural(head),
            TagKind.Participle => head < 0,
            TagKind.Possessive => true,
            _ => atoms.Has(at, Cue.NotCount | Cue.CountAdjective) && head < 0,
        };
    }

    // Hyphens, the stroke of a possessive, the point of U.S., a comma between adjectives, quotation marks about a word.
    private bool IsInner(int at, int head) => atoms[at].First switch
    {
        '-' or '‑' => atoms.IsHyphen(at),
        '\'' or '’' => atoms.Glued(at) && (atoms.Glued(at + 1) || (head >= 0 && IsPlural(head) && atoms.IsWord(at + 1))),
        '.' => atoms.Glued(at) && atoms[at - 1].Length == 1 && (atoms.Glued(at + 1) || IsPluralAhead(at + 1)),
        ',' => head < 0 && KindAt(at - 1) == TagKind.Adjective && KindAt(at + 1) == TagKind.Adjective,
        '"' or '“' or '”' or '‘' => head < 0 && KindAt(at + 1) is TagKind.Noun or TagKind.PluralNoun or TagKind.Adjective,
        _ => false,
    };

    private bool IsPluralAhead(int at) => KindAt(at) is TagKind.PluralNoun or TagKind.Adjective or TagKind.Noun;

    private bool IsPlural(int at) => KindAt(at) is TagKind.PluralNoun or TagKind.PluralProperNoun;

    // "500 troops Friday": behind a plural only another plural goes on (12 arms dealers), or a noun that a stroke or possessive joins.
    private bool EndsPhrase(int head, int at)
    {
        if (head < 0 || !IsPlural(head)) return false;
        return head == at - 1 && !IsPlural(at);
    }

    // Without tags: the first plural among the next four words that are no words of grammar.
    private int PlainHead(int start)
    {
        for (int at = start; at < start + 4; at++)
        {
            if (!atoms.IsWord(at) || atoms.Has(at, Cue.Function) && !atoms.Has(at, Cue.NotCount)) return -1;
            if (lexicon.Plurals.TryGet(atoms.Slice(at), out _) || EndsInS(atoms.Slice(at))) return at;
        }
        return -1;
    }

    private static bool EndsInS(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');

    private string Singular(ReadOnlySpan<char> word)
    {
        if (lexicon.Plurals.TryGet(word, out string? singular)) return singular;
        string lower = word.ToString().ToLowerInvariant();
        if (!EndsInS(lower)) return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal)) return lower[..^3] + "y";
        bool es = lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal)
            || lower.EndsWith("xes", StringComparison.Ordinal);
        return es ? lower[..^2] : lower[..^1];
    }
}
