namespace NewsNlp.Quantities;

/// <summary>Recognises numbers that are names or parts of one: labels, models, list numbers.</summary>
internal sealed class NamedNumbers(AtomList atoms, QuantityLexicon lexicon, CountReader counts, NumberContext context)
{
    // Behind the last label or date, so that "pages 3 and 4", "June 4 and 5" are left out whole.
    private int _listEnd;

    public void Begin() => _listEnd = -1;

    /// <summary>Marks a date as the beginning of a list.</summary>
    public void BeginList(int end) => _listEnd = end;

    // Labels, numbered lists, names with a number, and what goes on from one of them.
    public int SkipListed(int at)
    {
        if (at == 0 && context.IsPlain(0) && atoms[0].Value < 100 && (atoms.IsSymbol(1, ')') || (atoms.IsSymbol(1, '.') && atoms.Glued(1)))) return 2;
        if (atoms.IsSymbol(at - 1, '(') && atoms.IsSymbol(at + 1, ')') && context.IsPlain(at))
        {
            if (atoms[at].Value < 50) return at + 2;
            if (atoms[at].Length == 3 && atoms[at + 2].Length == 3 && atoms.IsHyphen(at + 3) && atoms[at + 4].Length == 4) return at + 5;
        }
        return SkipNamed(at);
    }

    public int SkipNamed(int at)
    {
        bool lettered = atoms[at + 1].Length == 1 && atoms.Glued(at + 1) && atoms.IsCapital(at + 1) && atoms.IsCapital(at - 1) && IsLabelled(at);
        if (!lettered && (context.HasScale(at + 1) || context.HasUnit(at + 1))) return at;
        if (IsLabelled(at) || IsNameNumber(at)) return _listEnd = EndOfLabel(at);
        if (_listEnd <= 0 || at > _listEnd + 2 || !IsListLink(at - 1) || at - _listEnd != (atoms.IsSymbol(at - 2, ',') ? 2 : 1) || !context.IsPlain(at)) return at;
        if (context.IsTimeUnit(at + 1) || counts.FindHead(at + 1, vague: false) >= 0 || atoms[at].Value > 2100) return at;
        return _listEnd = at + 1;
    }

    private int EndOfLabel(int at) => atoms.IsNumber(at) ? EndOfCode(at) : at + 1;

    private bool IsListLink(int at) => atoms.Has(at, Cue.And | Cue.Or | Cue.To) || atoms.IsSymbol(at, ',') || atoms.IsDash(at);

    private bool IsLabelled(int at)
    {
        bool dotted = atoms.IsSymbol(at - 1, '.') && atoms.Glued(at - 1);
        int label = dotted ? at - 2 : at - 1;
        if (!atoms.Has(label, Cue.Label)) return false;
        if (atoms[label].Length == 2 && !dotted && !atoms.IsCapital(label)) return false;
        bool lone = atoms.IsWord(at) || atoms[at].Value < 5000 || atoms.IsCapital(label);
        return lone && (atoms.IsCapital(label) || dotted || !context.CountsPlural(at + 1));
    }

    // Voyager 2, Boeing 737: a small number behind a name, with no plural to count.
    private bool IsNameNumber(int at)
    {
        if (!(context.IsPlain(at) || (atoms.IsCapital(at) && at > 1)) || atoms[at].Value >= 100000 || !atoms.IsCapital(at - 1) || atoms.Has(at - 1, Cue.Function | Cue.Month | Cue.Weekday | Cue.RangeCue | Cue.Aged)) return false;
        if (atoms.Glued(at) || lexicon.Before.Match(atoms, at - 1, out _) is not null) return false;
        TagKind kind = counts.KindAt(at - 1);
        if (kind is not (TagKind.ProperNoun or TagKind.PluralProperNoun) && (kind != TagKind.Untagged || at < 2)) return false;
        return !context.CountsPlural(at + 1) && !context.IsTimeUnit(at + 1) && !atoms.IsHyphen(at + 1);
    }

    // An inline-six, world number-two; the Three Gorges Dam, the Group of Eight.
    public bool IsInName(int at)
    {
        if (atoms.IsHyphen(at - 1) && atoms.IsWord(at - 2) && !atoms.IsHyphen(at + 1)) return atoms.Role(at - 2) == NumberRole.None && !atoms.Has(at - 2, Cue.And | Cue.Point | Cue.To | Cue.In | Cue.Of | Cue.Article);
        if (!atoms.IsCapital(at) || !atoms.IsWord(at - 1) || atoms.IsCapital(at - 1)) return false;
        return (atoms.Has(at - 1, Cue.Of) && atoms.Is(at - 2, "Group")) || (atoms.IsCapital(at + 1) && counts.KindAt(at + 1) is TagKind.ProperNoun or TagKind.PluralProperNoun or TagKind.Adjective);
    }

    public int EndOfCode(int at)
    {
        int end = at + 1;
        while (atoms.Glued(end) && (atoms.IsNumber(end) || atoms.IsWord(end) || (atoms.IsHyphen(end) && (atoms.IsNumber(end + 1) || atoms.IsCapital(end + 1))))) end++;
        return end;
    }
}
