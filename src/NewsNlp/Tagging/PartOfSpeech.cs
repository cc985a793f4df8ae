namespace NewsNlp;

/// <summary>Universal part-of-speech tags (universaldependencies.org/u/pos), named as words; <see cref="PartOfSpeechExtensions.ToUpos"/> gives the short form.</summary>
public enum PartOfSpeech : byte
{
    /// <summary>Not tagged.</summary>
    None,

    /// <summary>ADJ</summary>
    Adjective,

    /// <summary>ADP</summary>
    Adposition,

    /// <summary>ADV</summary>
    Adverb,

    /// <summary>AUX</summary>
    Auxiliary,

    /// <summary>CCONJ</summary>
    CoordinatingConjunction,

    /// <summary>DET</summary>
    Determiner,

    /// <summary>INTJ</summary>
    Interjection,

    /// <summary>NOUN</summary>
    Noun,

    /// <summary>NUM</summary>
    Numeral,

    /// <summary>PART</summary>
    Particle,

    /// <summary>PRON</summary>
    Pronoun,

    /// <summary>PROPN</summary>
    ProperNoun,

    /// <summary>PUNCT</summary>
    Punctuation,

    /// <summary>SCONJ</summary>
    SubordinatingConjunction,

    /// <summary>SYM</summary>
    Symbol,

    /// <summary>VERB</summary>
    Verb,

    /// <summary>X</summary>
    Other,
}

/// <summary>The short names of the universal tags.</summary>
public static class PartOfSpeechExtensions
{
    private static readonly string[] Upos =
    [
        "_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ];

    /// <summary>The tag as treebanks write it: <c>NOUN</c>; <c>_</c> for <see cref="PartOfSpeech.None"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pos"/> is no member of the enumeration.</exception>
    public static string ToUpos(this PartOfSpeech pos)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)pos, Upos.Length, nameof(pos));
        return Upos[(int)pos];
    }

    /// <summary>The tag that <paramref name="upos"/> names; <see cref="PartOfSpeech.None"/> where it names none.</summary>
    internal static PartOfSpeech FromUpos(ReadOnlySpan<char> upos)
    {
        for (int i = 1; i < Upos.Length; i++)
            if (upos.SequenceEqual(Upos[i])) return (PartOfSpeech)i;
        return PartOfSpeech.None;
    }
}
