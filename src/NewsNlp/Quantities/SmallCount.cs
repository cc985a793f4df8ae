namespace NewsNlp.Quantities;

/// <summary>Reads a count below a hundred in words, as it stands before the name of a part: <c>fifty-four hundredths</c>.</summary>
internal static class SmallCount
{
    /// <summary>The count, an article for one; 0 where there is none.</summary>
    public static double Read(AtomList atoms, int at, out int end)
    {
        end = at + 1;
        if (atoms.Has(at, Cue.Article)) return 1;
        double count = atoms.Role(at) is NumberRole.Unit or NumberRole.Teen or NumberRole.Tens ? atoms.Info(at).Value : 0;
        int unit = atoms.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (atoms.Role(at) != NumberRole.Tens || atoms.Role(unit) != NumberRole.Unit) return count;
        end = unit + 1;
        return count + atoms.Info(unit).Value;
    }
}
