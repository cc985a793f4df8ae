namespace NewsNlp.Tagging;

/// <summary>The Penn Treebank tags of the English treebanks of Universal Dependencies (their XPOS column), by number.</summary>
internal static class PennTags
{
    // The order is part of the model format: append, never reorder.
    public static readonly string[] Names =
    [
        "_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$",
        "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
        ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "GW", "$", "#", "XX",
    ];

    /// <summary>The tag's number; 0 where it is none of them.</summary>
    public static byte IndexOf(ReadOnlySpan<char> tag)
    {
        for (int i = 1; i < Names.Length; i++)
            if (tag.SequenceEqual(Names[i])) return (byte)i;
        return 0;
    }
}
