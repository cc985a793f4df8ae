namespace NewsNlp;

/// <summary>What kind of thing an entity is; OntoNotes' types for names.</summary>
public enum EntityType : byte
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>PERSON: people, also fictional.</summary>
    Person,

    /// <summary>NORP: nationalities, religious and political groups, also as adjectives.</summary>
    Norp,

    /// <summary>FAC: buildings, airports, roads, bridges.</summary>
    Facility,

    /// <summary>ORG: companies, agencies, institutions, parties, teams.</summary>
    Organization,

    /// <summary>GPE: countries, states, cities.</summary>
    GeopoliticalEntity,

    /// <summary>LOC: places that are no GPE: mountains, seas, regions.</summary>
    Location,

    /// <summary>PRODUCT: vehicles, weapons, devices, food; not services.</summary>
    Product,

    /// <summary>EVENT: wars, storms, sports events.</summary>
    Event,

    /// <summary>WORK_OF_ART: titles of books, songs, films.</summary>
    WorkOfArt,

    /// <summary>LAW: named documents made into laws.</summary>
    Law,

    /// <summary>LANGUAGE: any named language.</summary>
    Language,
}

/// <summary>The names of the types in OntoNotes and in the JSON contract.</summary>
public static class EntityTypeExtensions
{
    private static readonly string[] Labels =
    [
        "OTHER", "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    ];

    /// <summary>The type as OntoNotes writes it: <c>WORK_OF_ART</c>; <c>OTHER</c> for <see cref="EntityType.None"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is no member of the enumeration.</exception>
    public static string ToLabel(this EntityType type)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)type, Labels.Length, nameof(type));
        return Labels[(int)type];
    }
}
