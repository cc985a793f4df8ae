using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Tagging;

namespace NewsNlp.Coreference;

/// <summary>Small questions about tokens that several sieves ask.</summary>
internal static class TokenQueries
{
    private static readonly byte PluralNoun = PennTags.IndexOf("NNS"), PluralName = PennTags.IndexOf("NNPS"), SingularName = PennTags.IndexOf("NNP");
    private static readonly byte PossessiveTag = PennTags.IndexOf("PRP$"), PossessiveMark = PennTags.IndexOf("POS"), Hyphen = PennTags.IndexOf("HYPH");
    private static readonly GrammaticalRole[] Roles = [.. Relations.Names.Select(RoleOf)];
    private static readonly bool[] Inner = [.. Relations.Names.Select(IsInner)];
    private static readonly byte Expletive = Relations.IndexOf("expl"), Copula = Relations.IndexOf("cop");
    private static readonly byte Conj = Relations.IndexOf("conj"), Appos = Relations.IndexOf("appos"), Flat = Relations.IndexOf("flat");

    public static bool IsNoun(this in TokenData token) => token.Pos is PartOfSpeech.Noun or PartOfSpeech.ProperNoun;

    /// <summary>A proper noun in the singular.</summary>
    public static bool IsProperNoun(this in TokenData token) => token.Tag == SingularName;

    public static bool IsPlural(this in TokenData token) => token.Tag == PluralNoun || token.Tag == PluralName;

    public static bool IsPossessivePronoun(this in TokenData token) => token.Tag == PossessiveTag;

    public static bool IsPossessiveMark(this in TokenData token) => token.Tag == PossessiveMark;

    public static bool IsPossessive(this in TokenData token) => token.IsPossessivePronoun() || token.IsPossessiveMark();

    /// <summary>True where the tree makes the token a part of another noun's name or compound.</summary>
    public static bool IsInnerPart(this in TokenData token) => Inner[token.Relation];

    public static bool IsFlat(this in TokenData token) => token.Relation == Flat;

    public static bool IsConjunct(this in TokenData token) => token.Relation == Conj;

    public static bool IsAppositive(this in TokenData token) => token.Relation == Appos;

    public static bool IsCopula(this in TokenData token) => token.Relation == Copula;

    /// <summary>An adjective, noun or number before a head noun.</summary>
    public static bool IsModifier(this in TokenData token) =>
        token.Pos is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral;

    public static bool IsExpletive(this in TokenData token) => token.Relation == Expletive;

    /// <summary>True for what may stand in a noun phrase before its head.</summary>
    public static bool IsInPhrase(this in TokenData token) => token.Pos is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Noun
        or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral || token.IsPossessivePronoun() || token.IsPossessiveMark() || token.Tag == Hyphen;

    /// <summary>True where a hyphen draws the token before <paramref name="token"/> into the phrase: <c>far-right</c>, <c>Oslo-based</c>.</summary>
    public static bool IsHyphenated(this DocumentDraft draft, int token, int firstToken) =>
        IsClosedHyphen(draft, token, firstToken) || IsClosedHyphen(draft, token - 2, firstToken);

    /// <summary>True for a part of a hyphenated word.</summary>
    public static bool IsBesideHyphen(this DocumentDraft draft, int token) => IsClosedHyphen(draft, token - 1, 0) || IsClosedHyphen(draft, token + 1, 0);

    // Without blanks: else it is a dash.
    private static bool IsClosedHyphen(DocumentDraft draft, int token, int firstToken) =>
        token >= Math.Max(firstToken, 1) && token + 1 < draft.TokenCount && draft.Form(token) is "-"
        && draft.TokenBuffer[token].Start == draft.TokenBuffer[token - 1].End && draft.TokenBuffer[token + 1].Start == draft.TokenBuffer[token].End;

    /// <summary>The lemma; the word itself where there is none.</summary>
    public static ReadOnlySpan<char> LemmaOrForm(this DocumentDraft draft, int token) => draft.Lemmas[token] is { Length: > 0 } lemma ? lemma : draft.Form(token);

    /// <summary>What the token does in its clause; a conjunct does what the first of its row does.</summary>
    public static GrammaticalRole RoleAt(this DocumentDraft draft, int token)
    {
        for (int steps = 0; steps < 8 && draft.TokenBuffer[token].Relation == Conj && draft.TokenBuffer[token].Head >= 0; steps++)
            token = draft.TokenBuffer[token].Head;
        return Roles[draft.TokenBuffer[token].Relation];
    }

    /// <summary>The token that governs a mention's head, past conjunctions; -1 for a root and where there is no tree.</summary>
    public static int GovernorOf(this DocumentDraft draft, int token)
    {
        for (int steps = 0; steps < 8 && draft.TokenBuffer[token].Relation == Conj && draft.TokenBuffer[token].Head >= 0; steps++)
            token = draft.TokenBuffer[token].Head;
        return draft.TokenBuffer[token].Head;
    }

    private static GrammaticalRole RoleOf(string relation) => relation.Split(':')[0] switch
    {
        "nsubj" or "csubj" => GrammaticalRole.Subject,
        "obj" or "iobj" => GrammaticalRole.Object,
        "obl" => GrammaticalRole.Oblique,
        "nmod" => relation == "nmod:poss" ? GrammaticalRole.Possessive : GrammaticalRole.Modifier,
        "appos" => GrammaticalRole.Apposition,
        _ => GrammaticalRole.Other,
    };

    private static bool IsInner(string relation) => relation is "compound" or "flat" or "flat:foreign" or "fixed" or "goeswith" or "nmod:desc";
}
