namespace NewsNlp.Quantities;

/// <summary>
/// Tells whether an amount is a step up or down: <c>fell 3.4%</c>, <c>raised its stake by 5 per cent</c>, <c>a drop of 12 points</c>,
/// <c>a 4% rise</c>. Where something rose <i>to</i> an amount, the amount itself is no step.
/// </summary>
internal sealed class ChangeReader(AtomList atoms, CountReader counts)
{
    /// <summary>How far before <c>by 5 per cent</c> the verb is looked for.</summary>
    private const int VerbReach = 9;

    /// <summary>How many words behind <c>a 4%</c> the noun is looked for.</summary>
    private const int NounReach = 3;

    /// <param name="found">The amount.</param>
    /// <param name="first">Where the words that qualify it begin; the amount itself where there are none.</param>
    public QuantityModifier Read(in FoundQuantity found, int first)
    {
        if (found.Type == QuantityType.Ratio && atoms.Is(first - 1, "by")) return ReadVerb(first - 2);
        if (found.Type is QuantityType.Ordinal or QuantityType.Ratio or QuantityType.Multiple or QuantityType.Age || found.Vague) return QuantityModifier.None;
        QuantityModifier before = ReadBefore(found, first);
        return before != QuantityModifier.None ? before : ReadBehind(found);
    }

    /// <summary>Whether <c>up</c> or <c>down</c> can be meant: no down of two planes that were shot down.</summary>
    public bool Suits(QuantityModifier modifier, in FoundQuantity found) =>
        modifier is not (QuantityModifier.Up or QuantityModifier.Down) || found.Type != QuantityType.Count || IsPoints(found) || atoms.Is(found.First - 1, "by") || atoms.Has(found.Next - 1, Cue.Place);

    private QuantityModifier ReadBefore(in FoundQuantity found, int first)
    {
        int at = first - 1;
        while (atoms.Has(at, Cue.ChangeAdverb)) at--;
        if (atoms.Is(at, "by")) return ReadVerb(at - 1);
        if (atoms.Has(at, Cue.Of)) return Direction(at - 1, Cue.RiseNoun, Cue.FallNoun);
        bool points = IsPoints(found);
        if (found.Type == QuantityType.Count && !points) return QuantityModifier.None;
        QuantityModifier verb = Direction(at, Cue.Rise, Cue.Fall);
        return verb == QuantityModifier.None && points ? Direction(at, Cue.RisePoints, Cue.FallPoints) : verb;
    }

    private bool IsPoints(in FoundQuantity found) => found.Type == QuantityType.Percent || (found.Type == QuantityType.Count && found.Unit == "point");

    // Cut the number of posts by 5 per cent; no further back than the clause goes.
    private QuantityModifier ReadVerb(int last)
    {
        for (int at = last; at > last - VerbReach; at--)
        {
            if (atoms[at].Kind != AtomKind.Word && !atoms.IsHyphen(at) && !(atoms[at].First is '\'' or '’')) return QuantityModifier.None;
            QuantityModifier found = Direction(at, Cue.Rise | Cue.RiseBy, Cue.Fall | Cue.FallBy);
            if (found != QuantityModifier.None) return found;
        }
        return QuantityModifier.None;
    }

    // A 4% annual rise, a 75 per cent profit hike.
    private QuantityModifier ReadBehind(in FoundQuantity found)
    {
        if (found.Type is not (QuantityType.Percent or QuantityType.Money)) return QuantityModifier.None;
        int first = atoms.IsHyphen(found.Next) ? found.Next + 1 : found.Next;
        for (int at = first; at < first + NounReach && counts.KindAt(at) is TagKind.Adjective or TagKind.Noun or TagKind.PluralNoun; at++)
        {
            QuantityModifier change = counts.KindAt(at) == TagKind.Adjective ? QuantityModifier.None : Direction(at, Cue.RiseNoun, Cue.FallNoun);
            if (change != QuantityModifier.None) return change;
        }
        return QuantityModifier.None;
    }

    private QuantityModifier Direction(int at, Cue up, Cue down) =>
        atoms.Has(at, up) ? QuantityModifier.Up : atoms.Has(at, down) ? QuantityModifier.Down : QuantityModifier.None;
}
