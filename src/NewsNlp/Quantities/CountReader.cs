using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Finds the noun that a number counts.</summary>
internal sealed class CountReader(AtomList atoms, QuantityLexicon lexicon)
{
    /// <summary>A phrase with more words than this before its head is none.</summary>
    private const int LongestPhrase = 9;

    private const int ShortestAddress = 8;

    /// <summary>The article at hand; null between two articles.</summary>
    public DocumentDraft? Draft { get; set; }

    /// <summary>The atom of the head noun, or -1.</summary>
    /// <param name="at">Behind the number.</param>
    /// <param name="vague">The number is one of those that take <c>of</c>: <c>dozens of soldiers</c>.</param>
    public int FindHead(int at, bool vague)
    {
        if (atoms.IsHyphen(at)) return HyphenHead(at + 1);
        int start = SkipPartitive(at, vague);
        if (start < 0 || IsPointInTime(start)) return -1;
        int head = KindAt(start) == TagKind.Untagged ? PlainHead(start) : TaggedHead(start);
        return head >= 0 && start > at && !vague && !IsMany(head) ? -1 : head;
    }

    // Twelve of the guests, but no twelve of the mass.
    private bool IsMany(int head) => KindAt(head) == TagKind.Untagged || IsPlural(head) || lexicon.Plurals.TryGet(atoms.Slice(head), out _);

    public TagKind KindAt(int at) => atoms[at].Kind == AtomKind.None ? TagKind.Other : TokenTags.Of(Draft!.TokenBuffer[atoms[at].Token]);

    // Fell by 43,000 last week, lost 30 yesterday.
    private bool IsPointInTime(int at) => atoms.Has(at, Cue.Deictic) && (atoms[at].Length > 5 || atoms.Has(at + 1, Cue.TimeUnit | Cue.CalendarNoun | Cue.Month | Cue.Weekday));

    /// <summary>The atom behind an address of the web that <paramref name="at"/> lies in; <paramref name="at"/> itself where it lies in none.</summary>
    public int EndOfAddress(int at)
    {
        int token = atoms[at].Token;
        ReadOnlySpan<char> form = Draft!.Form(token);
        if (form.Length < ShortestAddress || !(form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www."))) return at;
        while (atoms[at].Kind != AtomKind.None && atoms[at].Token == token) at++;
        return at;
    }

    /// <summary>The dictionary form of a counted noun, with what a stroke joins to it: <c>break-in</c>.</summary>
    public string Unit(int head)
    {
        int first = head;
        while (atoms.IsHyphen(first - 1) && atoms.IsWord(first - 2) && !atoms.IsCapital(first - 2) && atoms.Role(first - 2) == NumberRole.None && atoms.Info(first - 2).Ordinal == 0) first -= 2;
        return first == head ? Lemma(head) : string.Concat(atoms.Text.AsSpan(atoms[first].Start, atoms[head].Start - atoms[first].Start), Lemma(head));
    }

    /// <summary>The dictionary form of the word at an atom.</summary>
    public string Lemma(int at)
    {
        int token = atoms[at].Token;
        ref readonly TokenData data = ref Draft!.TokenBuffer[token];
        if (data.Start == atoms[at].Start && data.End == atoms[at].End && Draft.Lemmas[token] is { } lemma) return lemma;
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
            if (!MayStand(at, start, head)) break;
            if (!atoms.IsWord(at) || KindAt(at) is not (TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun or TagKind.PluralProperNoun)) continue;
            if (atoms.Has(at, Cue.Weekday | Cue.Month) && (head >= 0 || atoms.IsCapital(at))) break;
            if (EndsPhrase(head, at)) break;
            if (atoms.Has(at, Cue.Casualty)) continue;
            head = at;
        }
        if (head < 0) return DemonymHead(start);
        return head > start && IsPossessed(head) && !IsPlural(head) ? Possessor(start, head) : head;
    }

    // 1,200 Lebanese, one Canadian: an adjective that names a people.
    private int DemonymHead(int start)
    {
        int at = start;
        while (KindAt(at) == TagKind.Adjective && !atoms.IsCapital(at)) at++;
        bool people = KindAt(at) == TagKind.Adjective && atoms.IsCapital(at) && (NamesPeople(atoms.Slice(at)) || atoms.Is(start - 1, "one")) && !atoms.IsHyphen(at + 1) && at < start + LongestPhrase;
        return people && !(atoms.IsWord(at + 1) && KindAt(at + 1) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun) ? at : -1;
    }

    // Peoples whose name has no plural of its own.
    private static bool NamesPeople(ReadOnlySpan<char> word) =>
        word.EndsWith("ese") || word.EndsWith("ish") || word.EndsWith("nch") || word.EndsWith("tch") || word.EndsWith("lsh") || word.EndsWith("iss");

    private bool IsPossessed(int head) => KindAt(head - 1) == TagKind.Possessive || IsApostrophe(head - 1) || (IsApostrophe(head - 2) && atoms.Is(head - 1, "s"));

    // Two nations' relationship: the nations are two.
    private int Possessor(int start, int head)
    {
        int at = head - 1;
        while (at > start && (IsApostrophe(at) || KindAt(at) == TagKind.Possessive)) at--;
        return IsPlural(at) ? at : head;
    }

    private bool IsApostrophe(int at) => atoms[at].First is '\'' or '’' && atoms.Glued(at);

    private bool MayStand(int at, int start, int head)
    {
        if (atoms.IsNumber(at)) return atoms.Glued(at) && at > 0;
        if (!atoms.IsWord(at)) return IsInner(at, head);
        if (atoms.IsHyphen(at - 1)) return true;
        if (atoms.Has(at, Cue.Casualty)) return head < 0 && KindAt(at + 1) is TagKind.PluralNoun or TagKind.Noun;
        if (atoms.Has(at, Cue.And | Cue.Or) && !atoms.Glued(at)) return head < 0 && at > start && atoms.IsWord(at + 1) && KindAt(at + 1) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun;
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

    private bool IsPluralAhead(int at) => KindAt(at) is TagKind.PluralNoun or TagKind.Adjective or TagKind.Noun or TagKind.ProperNoun or TagKind.PluralProperNoun;

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
