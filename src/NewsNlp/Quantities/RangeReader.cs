namespace NewsNlp.Quantities;

/// <summary>Joins two numbers into a range: <c>between 3 and 5</c>, <c>3–5 per cent</c>, <c>from 10 to 20</c>, <c>3 to 4 million</c>.</summary>
internal sealed class RangeReader(SimpleReader simple)
{
    private const int MaxCurrencyAtoms = 3;

    /// <summary>
    /// Reads the other end behind <paramref name="found"/>. Bare where the range stands but has no unit yet; None where no range follows,
    /// and then <paramref name="found"/> is unchanged.
    /// </summary>
    public Outcome Extend(AtomView view, Outcome first, ref Candidate found)
    {
        if (!Connects(view, found, out int next, out bool sure)) return Outcome.None;
        Outcome second = ReadSecond(view, next, out Candidate other);
        if (second == Outcome.Duration && first == Outcome.Bare)
        {
            found.End = other.End;
            return Outcome.Duration;
        }
        if (second is not (Outcome.Measured or Outcome.Bare) || !Agrees(first, second, found, other)) return Outcome.None;
        if (other.Number.Vague || found.Number.Vague) return Outcome.None;
        ShareScale(ref found, other);
        double upper = other.Value;
        if (second == Outcome.Measured && first == Outcome.Bare) found.Value *= UnitFactor(other);
        bool counts = second == Outcome.Bare && CountReader.Read(view, other.End, vague: false).Found;
        if (found.Value >= upper || (second == Outcome.Bare && !sure && !counts)) return Outcome.None;
        found.Upper = upper;
        found.End = other.End;
        found.Number = other.Number;
        if (second == Outcome.Bare && first == Outcome.Bare) return Outcome.Bare;
        (found.Type, found.Unit) = second == Outcome.Measured ? (other.Type, other.Unit) : (found.Type, found.Unit);
        return Outcome.Measured;
    }

    private Outcome ReadSecond(AtomView view, int next, out Candidate other)
    {
        for (int skip = 0; skip <= MaxCurrencyAtoms; skip++)
        {
            Outcome outcome = simple.Read(view, next + skip, out other);
            if (outcome == Outcome.None) continue;
            return other.First == next || (skip == 0 && other.First <= next) ? outcome : Outcome.None;
        }
        other = default;
        return Outcome.None;
    }

    // A dash between the numbers or a word; "sure" where a range is meant even without a unit.
    private static bool Connects(AtomView view, in Candidate found, out int next, out bool sure)
    {
        int at = found.End;
        next = at + 1;
        bool between = view.Is(found.First - 1, "between"), from = view.Is(found.First - 1, "from");
        sure = between || from;
        if (between) return view.Is(at, "and");
        if (view.Is(at, "to") || view.Is(at, "through")) return true;
        if (view.IsDash(at)) return view.Glued(at) == view.Glued(at + 1) && view.In(at + 1);
        return view.Is(at, "or") && found.Number.Value < 1000;
    }

    private static bool Agrees(Outcome first, Outcome second, in Candidate found, in Candidate other)
    {
        if (first == Outcome.Bare) return true;
        if (second == Outcome.Bare) return found.Type == QuantityType.Money && !other.Number.Plain | other.Number.Value < 10000;
        return found.Type == other.Type && found.Unit == other.Unit;
    }

    private static void ShareScale(ref Candidate found, in Candidate other)
    {
        if (!other.Number.Scaled || found.Number.Scaled || found.Number.Value >= 1000) return;
        if (found.Number.Value <= other.Number.Value / other.Number.Scale) found.Value *= other.Number.Scale;
    }

    // "5 to 10 cents": the factor of the unit has gone into the second value only.
    private static double UnitFactor(in Candidate other) => other.Number.Value == 0 ? 1 : Math.Abs(other.Value / other.Number.Value);
}
