namespace NewsNlp;

/// <summary>How a mention refers to its entity.</summary>
public enum MentionForm : byte
{
    /// <summary>By name: <c>Volodymyr Zelensky</c>, <c>Zelensky</c>.</summary>
    Name,

    /// <summary>By a noun phrase: <c>the Ukrainian president</c>.</summary>
    Nominal,

    /// <summary>By a pronoun: <c>he</c>, <c>their</c>.</summary>
    Pronoun,
}

/// <summary>Grammatical gender and number of a person or group, as far as the text or a name list tells.</summary>
public enum Gender : byte
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Spoken of as he.</summary>
    Male,

    /// <summary>Spoken of as she.</summary>
    Female,

    /// <summary>Not a person: spoken of as it.</summary>
    Neuter,

    /// <summary>Several: spoken of as they.</summary>
    Plural,
}

/// <summary>One place where an entity is mentioned.</summary>
public readonly record struct Mention
{
    private readonly string _text;

    internal Mention(string text, TextSpan span, MentionForm form, int entity, int firstToken, int endToken)
    {
        _text = text;
        Span = span;
        Form = form;
        Entity = entity;
        FirstToken = firstToken;
        EndToken = endToken;
    }

    /// <summary>Where the mention stands; for a name without its title and without a final <c>'s</c>.</summary>
    public TextSpan Span { get; }

    /// <summary>By name, noun phrase or pronoun.</summary>
    public MentionForm Form { get; }

    /// <summary>The <see cref="NewsNlp.Entity.Id"/> of the entity mentioned.</summary>
    public int Entity { get; }

    /// <summary>Index of the mention's first token.</summary>
    public int FirstToken { get; }

    /// <summary>Index just behind the mention's last token.</summary>
    public int EndToken { get; }

    /// <summary>The mention as written; a new string at each call.</summary>
    public string Text => Span.In(_text);

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>One person, place, organisation or other thing, with every mention of it in the article.</summary>
public sealed class Entity
{
    internal Entity(int id, EntityType type, string name, IReadOnlyList<string> roles, Gender gender, IReadOnlyList<Mention> mentions)
    {
        Id = id;
        Type = type;
        Name = name;
        Roles = roles;
        Gender = gender;
        Mentions = mentions;
    }

    /// <summary>Index among <see cref="NewsDocument.Entities"/>.</summary>
    public int Id { get; }

    /// <summary>What kind of thing it is.</summary>
    public EntityType Type { get; }

    /// <summary>Its fullest name in the article; where it is never named, its fullest description.</summary>
    public string Name { get; }

    /// <summary>Titles, offices and descriptions that the article gives it (<c>Ukrainian President</c>), in order of appearance.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>How the article speaks of it.</summary>
    public Gender Gender { get; }

    /// <summary>Its mentions in text order; at least one.</summary>
    public IReadOnlyList<Mention> Mentions { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
