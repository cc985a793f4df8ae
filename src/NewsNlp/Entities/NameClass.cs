using System.Runtime.CompilerServices;

namespace NewsNlp.Entities;

/// <summary>Types of names that are told apart where whole names are judged.</summary>
internal enum NameClass : byte
{
    None,
    Person,

    /// <summary>GPE, LOC and FAC.</summary>
    Place,
    Organization,

    /// <summary>NORP.</summary>
    People,
    Other,
}

/// <summary>Which types are of which class.</summary>
internal static class NameClasses
{
    public const int Count = 6;

    public static NameClass Of(EntityType type) => type switch
    {
        EntityType.None => NameClass.None,
        EntityType.Person => NameClass.Person,
        EntityType.GeopoliticalEntity or EntityType.Location or EntityType.Facility => NameClass.Place,
        EntityType.Organization => NameClass.Organization,
        EntityType.Norp => NameClass.People,
        _ => NameClass.Other,
    };
}

/// <summary>A byte for each <see cref="NameClass"/>.</summary>
[InlineArray(NameClasses.Count)]
internal struct ClassBytes
{
    private byte _first;
}
