namespace NewsNlp.Coreference;

/// <summary>Whom a third-person pronoun may stand for.</summary>
internal enum PronounKind : byte
{
    None,
    He,
    She,
    It,
    They,
}

/// <summary>What a mention does in its clause.</summary>
internal enum GrammaticalRole : byte
{
    Other,
    Subject,
    Object,
    Oblique,
    Possessive,
    Modifier,
    Apposition,
}

/// <summary>What the words of a mention and its surroundings say about it.</summary>
[Flags]
internal enum MentionTraits : ushort
{
    None = 0,
    Singular = 1,
    Plural = 2,
    Definite = 4,
    Indefinite = 8,

    /// <summary>With a possessor: <c>his wife</c>.</summary>
    Possessed = 16,

    /// <summary>Between quotation marks.</summary>
    Quoted = 32,

    /// <summary>Subject of a verb of speech or decision.</summary>
    Speaks = 64,
    Reflexive = 128,

    /// <summary>Part of an apposition or predicate that describes another mention.</summary>
    Describes = 256,
    Headline = 512,

    /// <summary>In a coordination: <c>Ann and Bob</c>.</summary>
    Coordinated = 1024,

    /// <summary>A proper noun that the names layer left out.</summary>
    Stray = 2048,

    /// <summary>Says with a copula what somebody is: <c>is a farmer</c>.</summary>
    Predicate = 4096,
}

/// <summary>The rule that joined a mention to its entity.</summary>
internal enum Sieve : byte
{
    None,
    SameName,
    Country,
    Acronym,
    NameVariant,
    ShortName,
    Apposition,
    Predicate,
    RoleHead,
    SameHead,
    Age,
    Generic,
    Ranker,
}

/// <summary>A mention: tokens <c>[First, End)</c> around its head word.</summary>
internal struct MentionData
{
    public int First;
    public int End;
    public int Head;
    public int Sentence;
    public MentionForm Form;
    public EntityType Type;
    public Gender Gender;
    public PronounKind Pronoun;
    public GrammaticalRole Role;
    public MentionTraits Traits;

    /// <summary>The rule that joined it to an earlier mention.</summary>
    public Sieve Sieve;

    /// <summary>Of the head's lemma, for nominals.</summary>
    public ulong HeadKey;

    /// <summary>Index of the name among the draft's names; -1 for other mentions.</summary>
    public int Name;

    /// <summary>By a name of the names layer, or by a proper noun that it left out.</summary>
    public readonly bool IsNamed => Name >= 0 || Has(MentionTraits.Stray);

    public readonly bool Has(MentionTraits traits) => (Traits & traits) != 0;
}
