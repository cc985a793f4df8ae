namespace NewsNlp.Quantities;

/// <summary>
/// Gives the numbers of a list the unit and scale that stand once: <c>5, 6 and 7 million euros</c>, <c>seven of its 18 provinces</c>,
/// <c>three African and two Asian countries</c>; and marks those that belong to a duration: <c>eight and 10 years</c>.
/// </summary>
internal sealed class SharedUnits(AtomList atoms, CountReader counts)
{
    /// <summary>How many words may stand between a number and what it is a part of.</summary>
    private const int LongestGap = 7;

    public void Share(Span<FoundQuantity> found)
    {
        bool lent = false;
        for (int i = found.Length - 2; i >= 0; i--) lent = ShareLeft(ref found[i], found[i + 1], lent);
        for (int i = 1; i < found.Length; i++)
            if (found[i].IsBare && found[i - 1].UnitBefore && atoms.IsNumber(found[i].First) && !atoms.Has(found[i].First - 1, Cue.To) && IsJoined(found[i - 1], found[i])) Lend(found[i - 1], ref found[i]);
    }

    /// <param name="left">The number that may want a unit.</param>
    /// <param name="right">What stands behind it.</param>
    /// <param name="chained"><paramref name="right"/> has its unit from another in its turn, so that a comma may be the whole of a link.</param>
    private bool ShareLeft(ref FoundQuantity left, in FoundQuantity right, bool chained)
    {
        if (left.IsBare)
        {
            if (right.First == left.Next && TakeNounBehind(right, ref left)) return false;
            bool listed = IsJoined(left, right) || ((chained || right is { IsTime: true, Upper: not null }) && IsComma(left, right));
            if (listed) return Lend(right, ref left);
            return right is { Type: QuantityType.Count, Vague: false, Unit: not null } && (IsPart(left, right) || IsJoinedByAdjective(left, right)) && Lend(right, ref left);
        }
        if (left.Type == QuantityType.Ordinal && right is { Type: QuantityType.Ordinal, IsTime: true } && IsJoined(left, right)) left.IsTime = true;
        if (left.Type == QuantityType.Measure && IsRateOf(left.Unit, right.Unit) && IsJoined(left, right)) left.Unit = right.Unit;
        return false;
    }

    // Two 500-pound bombs: the bombs are two.
    private bool TakeNounBehind(in FoundQuantity right, ref FoundQuantity left)
    {
        if (right.IsBare || right.Vague || !atoms.IsHyphen(right.First + 1)) return false;
        int head = counts.FindHead(right.Next, vague: false);
        if (head < 0 || !counts.IsMany(head) || atoms.Has(head, Cue.TimeUnit)) return false;
        (left.Type, left.Unit) = (QuantityType.Count, counts.Unit(head));
        if (left.Modifier is QuantityModifier.Up or QuantityModifier.Down) left.Modifier = QuantityModifier.None;
        return true;
    }

    private static bool Lend(in FoundQuantity from, ref FoundQuantity to)
    {
        if (from.IsTime) return to.IsTime = from.Type is not QuantityType.Ordinal;
        if (from.IsBare || from.Vague || from.Type is QuantityType.Ordinal or QuantityType.Ratio or QuantityType.Multiple or QuantityType.Age) return false;
        to.Type = from.Type;
        to.Unit = from.Unit;
        to.UnitBefore = from.UnitBefore;
        if (from.Scale > 1 && to.Scale == 1 && Math.Abs(to.Value) < 1000 && to.First < from.First)
        {
            to.Value *= from.Scale;
            to.Scale = from.Scale;
        }
        return true;
    }

    // From 120 kilometres to 160 kilometres an hour.
    private static bool IsRateOf(string? unit, string? rate) =>
        unit is not null && rate is not null && rate.Length > unit.Length + 5 && rate.StartsWith(unit, StringComparison.Ordinal) && rate.AsSpan(unit.Length).StartsWith(" per ");

    private bool IsJoined(in FoundQuantity left, in FoundQuantity right)
    {
        int at = left.Next;
        if (right.Type == QuantityType.Count && right.PhraseEnd == 0) return false;
        if (atoms.IsDash(at) && atoms.Glued(at)) at++;
        if (atoms.IsSymbol(at, ',')) at++;
        if (!atoms.Has(at, Cue.And | Cue.Or | Cue.To)) return false;
        at++;
        if (left.Type == QuantityType.Ordinal && (atoms.Is(at, "early") || atoms.Is(at, "mid") || atoms.Is(at, "late"))) at++;
        return at == right.First;
    }

    private bool IsComma(in FoundQuantity left, in FoundQuantity right) => atoms.IsSymbol(left.Next, ',') && left.Next + 1 == right.First;

    // Seven of its 18 provinces, 700 of Ukraine's more than 1,600 troops.
    private bool IsPart(in FoundQuantity left, in FoundQuantity right)
    {
        if (!atoms.Has(left.Next, Cue.Of) || right.First - left.Next > LongestGap || right.Value < left.Value) return false;
        for (int at = left.Next + 1; at < right.First; at++)
        {
            bool inner = atoms.IsWord(at) ? counts.KindAt(at) != TagKind.Verb : atoms.Glued(at) && atoms[at].First is '\'' or '’' or '-' or '.';
            if (!inner) return false;
        }
        return true;
    }

    private bool IsJoinedByAdjective(in FoundQuantity left, in FoundQuantity right)
    {
        int at = left.Next;
        while (counts.KindAt(at) is TagKind.Adjective or TagKind.ProperNoun && at < left.Next + 3) at++;
        return at > left.Next && atoms.Has(at, Cue.And | Cue.Or) && at + 1 == right.First;
    }
}
