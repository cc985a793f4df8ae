namespace NewsNlp.Quantities;

/// <summary>Recognises the results of games and votes.</summary>
internal sealed class Scores(AtomList atoms, QuantityLexicon lexicon, NumberContext context)
{
    // 52-48, 3-2, beat them 4 to 1.
    public int SkipScore(int at)
    {
        bool to = atoms.Has(at + 1, Cue.To) || (atoms.IsHyphen(at + 1) && atoms.Has(at + 2, Cue.To) && atoms.IsHyphen(at + 3));
        int second = to ? (atoms.IsHyphen(at + 1) ? at + 4 : at + 2) : at + 2;
        if (!context.IsPlain(at) || !context.IsPlain(second) || atoms.IsSymbol(second + 1, '/') || (!to && !atoms.IsHyphen(at + 1))) return at;
        if (context.HasUnit(second + 1) || context.HasScale(second + 1) || context.IsTimeUnit(second + 1) || IsMoneyBehind(second + 1)) return at;
        bool scored = atoms.Has(second + 1, Cue.ScoreWord) || HasNear(at, Cue.ScoreWord);
        if (to) return scored && !context.CountsPlural(second + 1) && !atoms.Has(at - 1, Cue.From) && !atoms.IsHyphen(second + 1) ? second + 1 : at;
        bool rising = atoms[at].Value < atoms[second].Value;
        bool asked = atoms.Has(at - 1, Cue.RangeCue) || lexicon.Before.Match(atoms, at - 1, out _) is not null;
        if (rising && !scored && (asked || context.CountsPlural(second + 1) || atoms.IsHyphen(second + 1))) return at;
        if (rising && !scored && atoms[second].Value >= 1000) return at;
        return second + 1;
    }

    private bool IsMoneyBehind(int at) => lexicon.Currencies.Names.Match(atoms, at, out _) is not null && (atoms[at].Length > 2 || atoms.Glued(at));

    private bool HasNear(int at, Cue cue)
    {
        for (int i = at - 1; i >= at - 4; i--)
            if (atoms.Has(i, cue)) return true;
        return false;
    }
}
