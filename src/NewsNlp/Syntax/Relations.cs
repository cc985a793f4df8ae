namespace NewsNlp.Syntax;

/// <summary>The Universal Dependencies relations of English, subtypes included, by number.</summary>
internal static class Relations
{
    // The order is part of the model format: append, never reorder.
    public static readonly string[] Names =
    [
        "_", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
        "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
        "dislocated", "expl", "fixed", "flat", "flat:foreign", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
        "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis",
        "punct", "reparandum", "vocative", "xcomp", "nmod:npmod", "nmod:tmod", "obl:npmod", "obl:tmod",
    ];

    /// <summary>The number of <c>root</c>.</summary>
    public const byte Root = 1;

    /// <summary>The relation's number; 0 where it is none of them.</summary>
    public static byte IndexOf(ReadOnlySpan<char> relation)
    {
        for (int i = 1; i < Names.Length; i++)
            if (relation.SequenceEqual(Names[i])) return (byte)i;
        return 0;
    }
}
