namespace NewsNlp.Entities;

/// <summary>How a word is written, in so far as it matters for names.</summary>
internal enum WordCase : byte
{
    /// <summary>Sentence edge, no word.</summary>
    None,
    Lower,

    /// <summary>One capital, at the front.</summary>
    Capital,

    /// <summary>All letters are capitals, two or more of them.</summary>
    Upper,

    /// <summary>Capitals elsewhere: <c>iPhone</c>, <c>McDonald</c>.</summary>
    Mixed,

    /// <summary>Has digits and no letters.</summary>
    Number,

    /// <summary>No letter and no digit.</summary>
    Mark,
}
