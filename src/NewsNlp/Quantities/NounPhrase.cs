namespace NewsNlp.Quantities;

/// <summary>Finds the head of a counted phrase in tagged text: the last noun of <c>140,000 artillery shells</c>.</summary>
internal sealed class NounPhrase(AtomList atoms, CountReader counts)
{
    /// <summary>A phrase with more words than this before its head is none.</summary>
    private const int LongestPhrase = 9;

    /// <summary>The atom of the head, or -1.</summary>
    /// <param name="start">Behind the number.</param>
    public int FindHead(int start)
    {
        int head = LastNoun(start);
        if (head < 0) return DemonymHead(start);
        if (!counts.IsMany(head) && !IsOne(start - 1)) head = SingularHead(start, head);
        if (head >= 0 && (atoms.Has(head, Cue.NotCounted) || atoms[head].Length == 1)) return -1;
        return head > start && IsPossessed(head) && !IsPlural(head) ? Possessor(start, head) : head;
    }

    private bool IsOne(int at) => atoms.Is(at, "one") || atoms[at].Value == 1;

    private int SingularHead(int start, int head)
    {
        int plural = PluralBehindAnd(head);
        if (plural >= 0) return plural;
        return IsMeasureNoun(start, head) ? start : head;
    }

    private int LastNoun(int start)
    {
        int head = -1;
        for (int at = start; at < start + LongestPhrase; at++)
        {
            if (!MayStand(at, start, head)) break;
            if (!atoms.IsWord(at) || counts.KindAt(at) is not (TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun or TagKind.PluralProperNoun)) continue;
            if (atoms.Has(at, Cue.Weekday | Cue.Month) && (head >= 0 || atoms.IsCapital(at))) break;
            if (EndsPhrase(head, at)) break;
            if (atoms.Has(at, Cue.Casualty)) continue;
            head = at;
        }
        return head;
    }

    // 40 bomb and arson attacks: what is counted stands behind "and".
    private int PluralBehindAnd(int head)
    {
        bool joined = false;
        for (int at = head + 1; at < head + LongestPhrase; at++)
        {
            if (atoms.Has(at, Cue.And | Cue.Or)) joined = true;
            else if (joined && IsPlural(at)) return at;
            else if (!atoms.IsSymbol(at, ',') && !(atoms.IsSymbol(at, '.') && atoms[at - 1].Length == 1) && !(atoms.IsWord(at) && counts.KindAt(at) is TagKind.Noun or TagKind.Adjective or TagKind.ProperNoun)) return -1;
        }
        return -1;
    }

    // A 25,000 seat venue, a 10,000 page report: no plural, and a common noun right behind the number.
    private bool IsMeasureNoun(int start, int head) =>
        head > start && counts.KindAt(start) == TagKind.Noun && !atoms.IsCapital(start) && !atoms.IsHyphen(start + 1) && counts.KindAt(head) is TagKind.Noun or TagKind.ProperNoun
        && !(atoms.IsCapital(head) && atoms.Slice(head)[^1] == 's');

    // 1,200 Lebanese, one Canadian: an adjective that names a people.
    private int DemonymHead(int start)
    {
        int at = start;
        while (counts.KindAt(at) == TagKind.Adjective && !atoms.IsCapital(at)) at++;
        bool people = counts.KindAt(at) == TagKind.Adjective && atoms.IsCapital(at) && (NamesPeople(atoms.Slice(at)) || atoms.Is(start - 1, "one")) && !atoms.IsHyphen(at + 1) && at < start + LongestPhrase;
        return people && !(atoms.IsWord(at + 1) && counts.KindAt(at + 1) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun) ? at : -1;
    }

    // Peoples whose name has no plural of its own.
    private static bool NamesPeople(ReadOnlySpan<char> word) =>
        word.EndsWith("ese") || word.EndsWith("ish") || word.EndsWith("nch") || word.EndsWith("tch") || word.EndsWith("lsh") || word.EndsWith("iss");

    private bool IsPossessed(int head) => counts.KindAt(head - 1) == TagKind.Possessive || IsApostrophe(head - 1) || (IsApostrophe(head - 2) && atoms.Is(head - 1, "s"));

    // Two nations' relationship: the nations are two.
    private int Possessor(int start, int head)
    {
        int at = head - 1;
        while (at > start && (IsApostrophe(at) || counts.KindAt(at) == TagKind.Possessive)) at--;
        return IsPlural(at) ? at : head;
    }

    private bool IsApostrophe(int at) => atoms[at].First is '\'' or '’' && atoms.Glued(at);

    private bool MayStand(int at, int start, int head)
    {
        if (atoms.IsNumber(at)) return atoms.Glued(at) && at > 0;
        if (!atoms.IsWord(at)) return IsInner(at, head);
        if (counts.IsPointInTime(at)) return false;
        if (atoms.IsHyphen(at - 1) || (atoms.IsHyphen(at + 1) && MayBegin(at, head))) return true;
        if (atoms.Has(at, Cue.Casualty)) return head < 0 && counts.KindAt(at + 1) is TagKind.PluralNoun or TagKind.Noun;
        if (atoms.Has(at, Cue.And | Cue.Or) && !atoms.Glued(at)) return head < 0 && at > start && atoms.IsWord(at + 1) && counts.KindAt(at + 1) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun;
        return counts.KindAt(at) switch
        {
            TagKind.Noun or TagKind.PluralNoun or TagKind.ProperNoun or TagKind.PluralProperNoun => true,
            TagKind.Adjective => head < 0 || !IsPlural(head),
            TagKind.Participle => head < 0,
            TagKind.Possessive => true,
            _ => head < 0 && (atoms.Has(at, Cue.NotCount | Cue.CountAdjective) || IsAdverbOfAdjective(at)),
        };
    }

    // Three at-risk children, two six-year terms; but two three-ton trucks are measured.
    private bool MayBegin(int at, int head) => (head < 0 || !IsPlural(head)) && (atoms.Role(at) == NumberRole.None || atoms.Has(at + 2, Cue.TimeUnit));

    // Three specially assigned officers.
    private bool IsAdverbOfAdjective(int at) => atoms.IsWord(at) && atoms[at].Length > 4 && atoms.Slice(at).EndsWith("ly") && counts.KindAt(at + 1) is TagKind.Adjective or TagKind.Participle;

    // Hyphens, the stroke of a possessive, the point of U.S., a comma between adjectives, quotation marks about a word.
    private bool IsInner(int at, int head) => atoms[at].First switch
    {
        '-' or '‑' => atoms.IsHyphen(at),
        '\'' or '’' => atoms.Glued(at) && (atoms.Glued(at + 1) || (head >= 0 && IsPlural(head) && atoms.IsWord(at + 1))),
        '.' => atoms.Glued(at) && atoms[at - 1].Length == 1 && (atoms.Glued(at + 1) || IsPluralAhead(at + 1)),
        ',' => head < 0 && counts.KindAt(at - 1) == TagKind.Adjective && counts.KindAt(at + 1) == TagKind.Adjective,
        '"' or '“' or '”' or '‘' => head < 0 && counts.KindAt(at + 1) is TagKind.Noun or TagKind.PluralNoun or TagKind.Adjective,
        _ => false,
    };

    private bool IsPluralAhead(int at) => counts.KindAt(at) is TagKind.PluralNoun or TagKind.Adjective or TagKind.Noun or TagKind.ProperNoun or TagKind.PluralProperNoun;

    private bool IsPlural(int at) => counts.KindAt(at) is TagKind.PluralNoun or TagKind.PluralProperNoun;

    // "500 troops Friday": behind a plural only another plural goes on (12 arms dealers), or a noun that a stroke or possessive joins.
    private bool EndsPhrase(int head, int at)
    {
        if (head < 0 || !IsPlural(head)) return false;
        return head == at - 1 && !IsPlural(at);
    }
}
