namespace NewsNlp.Quantities;

/// <summary>Gives the numbers of a list the unit and scale that stand once: <c>5, 6 and 7 million euros</c>, <c>from 5 to 7 per cent</c>.</summary>
internal sealed class SharedUnits(AtomList atoms)
{
    public void Share(Span<FoundQuantity> found)
    {
        for (int i = found.Length - 2; i >= 0; i--)
            if (found[i].IsBare && IsList(found[i], found[i + 1])) Lend(found[i + 1], ref found[i]);
        for (int i = 1; i < found.Length; i++)
            if (found[i].IsBare && found[i - 1].UnitBefore && IsList(found[i - 1], found[i])) Lend(found[i - 1], ref found[i]);
    }

    private static void Lend(in FoundQuantity from, ref FoundQuantity to)
    {
        if (from.IsBare || from.Vague || from.Type is QuantityType.Ordinal or QuantityType.Ratio or QuantityType.Multiple or QuantityType.Age) return;
        to.Type = from.Type;
        to.Unit = from.Unit;
        to.UnitBefore = from.UnitBefore;
        bool scaled = from.Scale > 1 && to.Scale == 1 && Math.Abs(to.Value) < 1000 && to.First < from.First;
        if (!scaled) return;
        to.Value *= from.Scale;
        to.Scale = from.Scale;
    }

    private bool IsList(in FoundQuantity left, in FoundQuantity right)
    {
        int at = left.Next;
        if (right.Type == QuantityType.Count && right.PhraseEnd == 0) return false;
        if (atoms.IsDash(at) && atoms.Glued(at)) at++;
        if (atoms.IsSymbol(at, ',')) at++;
        if (at < right.First && atoms.Has(at, Cue.And | Cue.Or | Cue.To)) at++;
        return at == right.First && at > left.Next;
    }
}
