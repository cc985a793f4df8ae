using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Finds the noun that a number counts.</summary>
internal sealed class CountReader
{
    private const int ShortestAddress = 8;

    private readonly AtomList _atoms;
    private readonly QuantityLexicon _lexicon;
    private readonly NounPhrase _phrases;

    public CountReader(AtomList atoms, QuantityLexicon lexicon)
    {
        (_atoms, _lexicon) = (atoms, lexicon);
        _phrases = new NounPhrase(atoms, this);
    }

    // The token last asked whether it is an address: a long one holds many numbers.
    private int _asked = -1;
    private bool _isAddress;

    /// <summary>The article at hand; null between two articles.</summary>
    public DocumentDraft? Draft { get; private set; }

    public void Begin(DocumentDraft? draft)
    {
        Draft = draft;
        _asked = -1;
    }

    /// <summary>The atom of the head noun, or -1.</summary>
    /// <param name="at">Behind the number.</param>
    /// <param name="vague">The number is one of those that take <c>of</c>: <c>dozens of soldiers</c>.</param>
    public int FindHead(int at, bool vague)
    {
        if (_atoms.IsHyphen(at)) return HyphenHead(at + 1);
        int start = SkipPartitive(at, vague);
        if (start < 0 || IsPointInTime(start)) return -1;
        int head = KindAt(start) == TagKind.Untagged ? PlainHead(start) : _phrases.FindHead(start);
        return head >= 0 && start > at && !vague && !IsMany(head) ? -1 : head;
    }

    /// <summary>Whether a noun is a plural, in form or meaning: twelve of the guests, but no twelve of the mass.</summary>
    public bool IsMany(int head) => KindAt(head) == TagKind.Untagged || KindAt(head) is TagKind.PluralNoun or TagKind.PluralProperNoun || _lexicon.Plurals.TryGet(_atoms.Slice(head), out _);

    public TagKind KindAt(int at) => _atoms[at].Kind == AtomKind.None ? TagKind.Other : TokenTags.Of(Draft!.TokenBuffer[_atoms[at].Token]);

    /// <summary>Whether a point in time begins here: fell by 43,000 last week, lost 30 yesterday.</summary>
    public bool IsPointInTime(int at) => _atoms.Has(at, Cue.Deictic) && (_atoms[at].Length > 4 || _atoms.Has(at + 1, Cue.TimeUnit | Cue.CalendarNoun | Cue.Month | Cue.Weekday));

    /// <summary>The atom behind an address of the web that <paramref name="at"/> lies in; <paramref name="at"/> itself where it lies in none.</summary>
    public int EndOfAddress(int at)
    {
        int token = _atoms[at].Token;
        if (token != _asked) (_asked, _isAddress) = (token, IsAddress(Draft!.Form(token)));
        if (!_isAddress) return at;
        while (_atoms[at].Kind != AtomKind.None && _atoms[at].Token == token) at++;
        return at;
    }

    private static bool IsAddress(ReadOnlySpan<char> form) =>
        form.Length >= ShortestAddress && (form.Contains("://", StringComparison.Ordinal) || form.StartsWith("www."));

    /// <summary>The dictionary form of a counted noun, with what a stroke joins to it: <c>break-in</c>.</summary>
    public string Unit(int head)
    {
        int first = head;
        while (_atoms.IsHyphen(first - 1) && _atoms.IsWord(first - 2) && !_atoms.IsCapital(first - 2) && _atoms.Role(first - 2) == NumberRole.None && _atoms.Info(first - 2).Ordinal == 0) first -= 2;
        return first == head ? Lemma(head) : string.Concat(_atoms.Text.AsSpan(_atoms[first].Start, _atoms[head].Start - _atoms[first].Start), Lemma(head));
    }

    /// <summary>The dictionary form of the word at an atom.</summary>
    public string Lemma(int at)
    {
        int token = _atoms[at].Token;
        ref readonly TokenData data = ref Draft!.TokenBuffer[token];
        if (!IsUpper(at) && data.Start == _atoms[at].Start && data.End == _atoms[at].End && Draft.Lemmas[token] is { } lemma) return lemma;
        return Singular(_atoms.Slice(at));
    }

    // Of the soldiers, of his men; but "of them" and "of Moscow" count nothing that follows.
    private int SkipPartitive(int at, bool vague)
    {
        if (!_atoms.Has(at, Cue.Of)) return at;
        int next = at + 1;
        while (_atoms.Has(next, Cue.Function) && next < at + 3 && !_atoms.Has(next, Cue.Preposition)) next++;
        return vague || next > at + 1 ? next : -1;
    }

    private int HyphenHead(int at)
    {
        if (!_atoms.IsWord(at) || _atoms.Has(at, Cue.Function | Cue.NotCounted) || _atoms[at].Length < 3 || _atoms.IsHyphen(at + 1) || (_atoms.IsCapital(at) && !IsUpper(at))) return -1;
        return KindAt(at) is TagKind.Participle or TagKind.Verb ? -1 : at;
    }

    // Without tags: the first plural among the next four words that are no words of grammar.
    private int PlainHead(int start)
    {
        for (int at = start; at < start + 4; at++)
        {
            if (!_atoms.IsWord(at) || _atoms.Has(at, Cue.Function) && !_atoms.Has(at, Cue.NotCount)) return -1;
            if (_lexicon.Plurals.TryGet(_atoms.Slice(at), out _) || EndsInS(_atoms.Slice(at))) return at;
        }
        return -1;
    }

    private static bool EndsInS(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');

    // A word of a headline in capitals; short ones may be acronyms.
    private bool IsUpper(int at) => _atoms.IsCapital(at) && _atoms[at].Length > 4 && _atoms.Slice(at).IndexOfAnyInRange('a', 'z') < 0;

    private string Singular(ReadOnlySpan<char> word)
    {
        if (_lexicon.Plurals.TryGet(word, out string? singular)) return singular;
        string lower = word.ToString().ToLowerInvariant();
        if (!EndsInS(lower)) return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal)) return lower[..^3] + "y";
        bool es = lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal)
            || lower.EndsWith("xes", StringComparison.Ordinal);
        return es ? lower[..^2] : lower[..^1];
    }
}
