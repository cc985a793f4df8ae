namespace NewsNlp.Quantities;

/// <summary>Reads what a quantity is reckoned by: <c>a barrel</c>, <c>per 100,000 people</c>, <c>/day</c>.</summary>
internal sealed class RateReader(AtomList atoms, QuantityLexicon lexicon, CountReader counts)
{
    /// <summary>Adds <c>a barrel</c>, <c>per 100,000 people</c>, <c>/day</c> to a quantity that has its unit.</summary>
    public void Read(ref FoundQuantity found)
    {
        int at = BeforeShare(found.Next);
        int end = PerNoun(at, out string? per);
        if (per is null || (atoms.Has(at, Cue.Article) && atoms.Has(end, Cue.TimeBehind))) return;
        if (found.Type is QuantityType.Measure) found.Unit = $"{found.Unit} per {per}";
        else found.Per = per;
        if (found.PhraseEnd > 0) found.PhraseEnd = end;
        else found.End = end;
    }

    // 4 kilograms of meat PER PERSON: behind what is measured.
    private int BeforeShare(int at)
    {
        if (!atoms.Has(at, Cue.Of)) return at;
        int per = at + 1;
        while (counts.KindAt(per) is TagKind.Noun or TagKind.PluralNoun or TagKind.Adjective && per < at + 4) per++;
        return atoms.Has(per, Cue.Per) && atoms.Has(per + 1, Cue.Capita) ? per : at;
    }

    private int PerNoun(int at, out string? per)
    {
        per = null;
        int noun = at;
        if (atoms.IsSymbol(at, '/') && atoms.Glued(at)) return Unit(at + 1, out per, anyNoun: false);
        if (atoms.IsHyphen(noun)) noun++;
        bool named = atoms.Has(noun, Cue.Per);
        if (!named && !atoms.Has(noun, Cue.Article | Cue.Each)) return at;
        noun = atoms.IsHyphen(noun + 1) ? noun + 2 : noun + 1;
        if (named && atoms.Has(noun, Cue.Each)) noun++;
        return named && (atoms.IsNumber(noun) || atoms.Role(noun) is NumberRole.Hundred or NumberRole.Scale) ? PerNumber(noun, out per) : Unit(noun, out per, named);
    }

    private int PerNumber(int at, out string? per)
    {
        int noun = atoms.Role(at + 1) == NumberRole.Scale ? at + 2 : at + 1;
        int head = counts.FindHead(noun, vague: false);
        int end = head < 0 ? noun : head + 1;
        per = atoms.Text[atoms[at].Start..atoms[end - 1].End];
        return end;
    }

    private int Unit(int at, out string? per, bool anyNoun)
    {
        per = null;
        if (atoms.Has(at, Cue.TimeUnit | Cue.PerNoun) || (anyNoun && atoms.IsWord(at) && !atoms.Has(at, Cue.Function)))
        {
            per = lexicon.Units.Match(atoms, at, out int named) is { } same && named > at + 1 ? same.Name : counts.Lemma(at);
            return Math.Max(at + 1, named);
        }
        if (lexicon.Units.Match(atoms, at, out int end) is not { Type: QuantityType.Measure } unit || atoms.IsCapital(at)) return at;
        per = unit.Name;
        return end;
    }
}
