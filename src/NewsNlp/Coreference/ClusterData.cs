namespace NewsNlp.Coreference;

/// <summary>What is known of the mentions joined so far.</summary>
internal struct ClusterData
{
    /// <summary>How many mentions.</summary>
    public int Count;

    /// <summary>How many of them are names.</summary>
    public int Names;

    /// <summary>Of its names, else of its nominals.</summary>
    public EntityType Type;

    /// <summary>As titles and nouns tell; for clusters of pronouns alone as these do.</summary>
    public Gender Gender;

    /// <summary>How often he and his kin stand for it.</summary>
    public int TimesHe;

    /// <summary>How often she and her kin stand for it.</summary>
    public int TimesShe;

    /// <summary>What its given name tells: -1 always he, 1 always she, 0 nothing.</summary>
    public float Lean;

    /// <summary>Words of its longest name.</summary>
    public byte Words;

    public readonly bool IsPerson => Type == EntityType.Person;
}
