namespace NewsNlp.Coreference;

/// <summary>A mention of an entity that is not made yet: tokens <c>[First, End)</c>.</summary>
internal readonly record struct MentionParts(int First, int End, MentionForm Form);

/// <summary>An entity before its number is known.</summary>
internal sealed class EntityParts
{
    public EntityType Type { get; init; }

    public Gender Gender { get; set; }

    /// <summary>Its name where the mentions do not give it.</summary>
    public string? Name { get; init; }

    public List<string> Roles { get; } = [];

    public List<MentionParts> Mentions { get; } = [];
}
