using NewsNlp.Syntax;

namespace NewsNlp.Statements.Learned;

/// <summary>Groups of relations that the statement models ask for.</summary>
internal static class Arcs
{
    private static readonly bool[] Subjects = Flags("nsubj", "nsubj:pass", "nsubj:outer", "csubj");
    private static readonly bool[] ActiveSubjects = Flags("nsubj");
    private static readonly bool[] Clauses = Flags("ccomp", "xcomp", "parataxis", "acl");
    private static readonly bool[] Objects = Flags("obj", "iobj", "obl:agent");
    private static readonly bool[] Inherits = Flags("conj", "xcomp", "advcl", "parataxis", "acl:relcl", "acl", "ccomp");

    public static bool IsSubject(byte relation) => Subjects[relation];

    /// <summary>True where who is named acts, and is not acted on.</summary>
    public static bool IsActiveSubject(byte relation) => ActiveSubjects[relation];

    public static bool IsClause(byte relation) => Clauses[relation];

    public static bool IsObject(byte relation) => Objects[relation];

    /// <summary>True where a verb without a subject of its own may have its head's.</summary>
    public static bool InheritsSubject(byte relation) => Inherits[relation];

    private static bool[] Flags(params string[] names)
    {
        bool[] flags = new bool[256];
        foreach (string name in names) flags[Relations.IndexOf(name)] = true;
        flags[0] = false;
        return flags;
    }
}
