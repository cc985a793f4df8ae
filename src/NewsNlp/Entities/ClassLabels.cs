namespace NewsNlp.Entities;

/// <summary>The labels of the names' network: O is 0, then B (begins) and I (goes on) of each <see cref="NameClass"/> in turn.</summary>
internal static class ClassLabels
{
    public const int Outside = 0;

    public const int Count = 2 * NameClasses.Count - 1;

    public static int Begin(int of) => 2 * of - 1;

    public static int Inside(int of) => 2 * of;

    /// <summary>A bit for each label whose types <see cref="NameLabels"/> allow.</summary>
    /// <param name="allowed">A bit for each of <see cref="NameLabels"/>.</param>
    public static ushort Mask(ulong allowed)
    {
        int mask = (int)(allowed & 1);
        foreach (EntityType type in NameLabels.Types)
        {
            int of = (int)NameClasses.Of(type);
            if ((allowed >> NameLabels.Begin(type) & 1) != 0) mask |= 1 << Begin(of);
            if ((allowed >> NameLabels.Inside(type) & 1) != 0) mask |= 1 << Inside(of);
        }
        return (ushort)mask;
    }
}
