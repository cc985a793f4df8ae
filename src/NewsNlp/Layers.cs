namespace NewsNlp;

/// <summary>The layers of a <see cref="NewsDocument"/>, each made by one step of the pipeline, in the order in which text flows.</summary>
[Flags]
public enum Layers
{
    /// <summary>Nothing but the text.</summary>
    None = 0,

    /// <summary>Sentences of tokens.</summary>
    Tokens = 1,

    /// <summary>Part of speech and lemma of each token; the syntax step mends some.</summary>
    Tags = 2,

    /// <summary>Names: spans with an entity type.</summary>
    Names = 4,

    /// <summary>Dependency trees, and mended tags.</summary>
    Syntax = 8,

    /// <summary>Numbers, money, measures and counts.</summary>
    Quantities = 16,

    /// <summary>Dates, times, durations and sets.</summary>
    Dates = 32,

    /// <summary>Entities with all their mentions: names, nominals and pronouns.</summary>
    Entities = 64,

    /// <summary>What someone is reported to say, with cue and speaker.</summary>
    Statements = 128,
}
