namespace NewsNlp.Coreference;

/// <summary>Whether two mentions may be one as far as gender tells.</summary>
internal static class Genders
{
    private const float SureLean = 0.8f;

    public static bool Agree(MentionGraph graph, int mention, int other)
    {
        ref readonly ClusterData first = ref graph.ClusterAt(mention), second = ref graph.ClusterAt(other);
        return Agree(first.Gender, second.Gender) && LeanAgrees(first.Gender, second) && LeanAgrees(second.Gender, first);
    }

    /// <summary>False where the given name is sure to tell another gender: <c>Mr Ellison</c> is not Emma Ellison.</summary>
    public static bool LeanAgrees(Gender gender, in ClusterData cluster) =>
        cluster.Gender != Gender.Unknown || (gender == Gender.Male ? cluster.Lean < SureLean : gender != Gender.Female || cluster.Lean > -SureLean);

    public static bool Agree(Gender first, Gender second) => first == Gender.Unknown || second == Gender.Unknown || first == second;
}
