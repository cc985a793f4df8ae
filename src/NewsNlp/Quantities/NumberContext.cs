namespace NewsNlp.Quantities;

/// <summary>What stands about a number, as those ask who tell quantities from other numbers.</summary>
internal sealed class NumberContext(AtomList atoms, QuantityLexicon lexicon, CountReader counts)
{
    public bool HasUnit(int at)
    {
        if (atoms.IsHyphen(at)) at++;
        return lexicon.Units.Match(atoms, at, out int end) is not null && (end > at + 1 || !atoms.IsWord(at) || (atoms[at].Length > 1 && !atoms.Is(at, "in") && (atoms[at].Length < 3 || !atoms.IsCapital(at))) || atoms.Glued(at));
    }

    public bool HasScale(int at) => atoms.Role(atoms.IsHyphen(at) ? at + 1 : at) is NumberRole.Scale or NumberRole.Hundred or NumberRole.Dozen;

    public bool IsTimeUnit(int at) => atoms.Has(atoms.IsHyphen(at) ? at + 1 : at, Cue.TimeUnit);

    public bool IsPlain(int at) => atoms.IsNumber(at) && atoms[at].Form == NumeralForm.Plain;

    public bool CountsPlural(int at) => counts.KindAt(at) is TagKind.PluralNoun || (counts.KindAt(at) is TagKind.Adjective && counts.KindAt(at + 1) == TagKind.PluralNoun);

    public bool IsApostrophe(int at) => atoms.IsSymbol(at, '\'') || atoms.IsSymbol(at, '’');

    public bool IsMonth(int at) => atoms.Has(at, Cue.Month) && atoms.IsCapital(at);
}
