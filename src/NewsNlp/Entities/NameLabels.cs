namespace NewsNlp.Entities;

/// <summary>The labels of the names model: O is 0, then B (begins) and I (goes on) of each type in turn.</summary>
internal static class NameLabels
{
    public const int Outside = 0;

    public static readonly EntityType[] Types =
    [
        EntityType.Person, EntityType.Norp, EntityType.Facility, EntityType.Organization, EntityType.GeopoliticalEntity, EntityType.Location,
        EntityType.Product, EntityType.Event, EntityType.WorkOfArt, EntityType.Law, EntityType.Language,
    ];

    public static int Begin(EntityType type) => 2 * (int)type - 1;

    public static int Inside(EntityType type) => 2 * (int)type;

    public static bool IsInside(int label) => label > 0 && label % 2 == 0;

    public static EntityType TypeOf(int label) => (EntityType)((label + 1) / 2);
}
