using NewsNlp.Drafts;
using NewsNlp.Tagging;

namespace NewsNlp.Quantities;

/// <summary>What a tag says to the reader of counted phrases.</summary>
internal enum TagKind : byte
{
    Untagged,
    Other,
    Noun,
    PluralNoun,
    ProperNoun,
    PluralProperNoun,
    Adjective,
    Participle,
    Verb,
    Possessive,
}

/// <summary>Penn tags grouped as the reader of counted phrases needs them.</summary>
internal static class TokenTags
{
    private static readonly TagKind[] Kinds = [.. PennTags.Names.Select(KindOf)];

    public static TagKind Of(in TokenData token) => token.Pos == PartOfSpeech.None ? TagKind.Untagged : token.Tag < Kinds.Length ? Kinds[token.Tag] : TagKind.Other;

    private static TagKind KindOf(string tag) => tag switch
    {
        "NN" => TagKind.Noun,
        "NNS" => TagKind.PluralNoun,
        "NNP" => TagKind.ProperNoun,
        "NNPS" => TagKind.PluralProperNoun,
        "JJ" or "JJR" or "JJS" or "AFX" => TagKind.Adjective,
        "VBN" or "VBG" => TagKind.Participle,
        "VB" or "VBD" or "VBP" or "VBZ" or "MD" => TagKind.Verb,
        "POS" => TagKind.Possessive,
        _ => TagKind.Other,
    };
}
