namespace NewsNlp.Tagging;

/// <summary>What the tagger needs to know of a word to make features of it and its neighbours.</summary>
internal readonly struct TagWord
{
    /// <summary>Hash of the word in lower case, digits as 0.</summary>
    public required uint Lower { get; init; }

    /// <summary>Hash of its last three letters.</summary>
    public required uint Suffix { get; init; }

    /// <summary>Word clusters, see <see cref="Learning.WordClusters"/>.</summary>
    public required ushort Fine { get; init; }

    public required byte Middle { get; init; }

    /// <summary>Which tags the word has in the training corpora; see <see cref="TagLexicon"/>.</summary>
    public required byte Ambiguity { get; init; }

    /// <summary>How it is written.</summary>
    public required WordCase Case { get; init; }

    /// <summary>In the training corpora mostly a verb, a modal or "to".</summary>
    public required bool IsVerb { get; init; }
}

/// <summary>How a word is written.</summary>
internal enum WordCase : byte
{
    Outside,
    Lower,
    Capital,
    OneCapital,
    Capitals,
    Mixed,
    Digits,
    Symbols,

    /// <summary>Has capitals, but in a headline, where they say nothing.</summary>
    Headline,
}

/// <summary>How a sentence is capitalised. In headlines capitals say nothing about a word.</summary>
internal enum SentenceStyle : byte
{
    Normal,
    Capitals,
    Title,
}
