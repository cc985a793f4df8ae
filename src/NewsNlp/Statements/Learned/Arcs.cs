using NewsNlp.Syntax;

namespace NewsNlp.Statements.Learned;

/// <summary>What a word is to its head, as far as the statement models ask.</summary>
internal enum ArcKind : byte
{
    Other,
    Subject,
    Clause,
    Object,
}

/// <summary>Groups of relations that the statement models ask for.</summary>
internal static class Arcs
{
    private static readonly ArcKind[] Kinds = KindsOf(
        (ArcKind.Subject, ["nsubj", "nsubj:pass", "nsubj:outer", "csubj"]),
        (ArcKind.Clause, ["ccomp", "xcomp", "parataxis", "acl"]),
        (ArcKind.Object, ["obj", "iobj", "obl:agent"]));

    private static readonly bool[] ActiveSubjects = Flags("nsubj");
    private static readonly bool[] Inherits = Flags("conj", "xcomp", "advcl", "parataxis", "acl:relcl", "acl", "ccomp");

    public static ArcKind KindOf(byte relation) => Kinds[relation];

    /// <summary>True where who is named acts, and is not acted on.</summary>
    public static bool IsActiveSubject(byte relation) => ActiveSubjects[relation];

    /// <summary>True where a verb without a subject of its own may have its head's.</summary>
    public static bool InheritsSubject(byte relation) => Inherits[relation];

    private static ArcKind[] KindsOf(params ReadOnlySpan<(ArcKind Kind, string[] Names)> groups)
    {
        ArcKind[] kinds = new ArcKind[256];
        foreach ((ArcKind kind, string[] names) in groups)
            foreach (string name in names) kinds[Relations.IndexOf(name)] = kind;
        kinds[0] = ArcKind.Other;
        return kinds;
    }

    private static bool[] Flags(params string[] names)
    {
        bool[] flags = new bool[256];
        foreach (string name in names) flags[Relations.IndexOf(name)] = true;
        flags[0] = false;
        return flags;
    }
}
