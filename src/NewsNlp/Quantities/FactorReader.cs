namespace NewsNlp.Quantities;

/// <summary>Reads factors that are words of their own: <c>tenfold</c>, <c>doubled</c>, <c>twice as many</c>, <c>x3</c>.</summary>
internal sealed class FactorReader(AtomList atoms, CountReader counts)
{
    public bool TryRead(int at, ref FoundQuantity found)
    {
        if (!atoms.IsWord(at)) return atoms.IsSymbol(at, '×') && TryCross(at, ref found);
        switch (atoms.Role(at))
        {
            case NumberRole.Fold: return Take(at, at + 1, atoms.Info(at).Value, ref found);
            case NumberRole.Times: return IsTimes(at) && Take(at, at + 1, atoms.Info(at).Value, ref found);
            case NumberRole.Factor: return IsFactor(at) && Take(at, at + 1, atoms.Info(at).Value, ref found);
        }
        return atoms[at].Length == 1 && atoms[at].First == 'x' && !atoms.Glued(at) && TryCross(at, ref found);
    }

    private bool TryCross(int at, ref FoundQuantity found) =>
        atoms.IsNumber(at + 1) && atoms.Glued(at + 1) && !atoms.Glued(at + 2) && Take(at, at + 2, atoms[at + 1].Value, ref found);

    private bool IsTimes(int at) => atoms.Has(at + 1, Cue.Than) || (atoms.Has(at + 1, Cue.HalfNext) && !atoms.Has(at + 1, Cue.Article));

    // A verb (output doubled), or before what it multiplies (double the number); no double standards, no double room.
    private bool IsFactor(int at)
    {
        if (atoms.IsHyphen(at + 1) || atoms.IsHyphen(at - 1)) return false;
        if (atoms.Has(at + 1, Cue.The) || (atoms.Has(at + 1, Cue.HalfNext) && !atoms.Has(at + 1, Cue.Article | Cue.Of))) return !atoms.IsCapital(at) || at == 0;
        bool form = atoms[at].Length > 6 || atoms.Is(at, "halved");
        return counts.KindAt(at) switch
        {
            TagKind.Verb => !atoms.Is(at, "halves"),
            TagKind.Participle => form,
            TagKind.Untagged => form && atoms.Text[atoms[at].End - 1] == 'd',
            _ => false,
        };
    }

    private static bool Take(int first, int end, double value, ref FoundQuantity found)
    {
        found = new FoundQuantity { First = first, End = end, Value = value, Scale = 1, Type = QuantityType.Multiple, Unit = "times" };
        return true;
    }
}
