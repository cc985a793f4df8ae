namespace NewsNlp.Coreference;

/// <summary>Whether two mentions may be one as far as gender tells.</summary>
internal static class Genders
{
    public static bool Agree(MentionGraph graph, int mention, int other) => Agree(graph.ClusterAt(mention).Gender, graph.ClusterAt(other).Gender);

    public static bool Agree(Gender first, Gender second) => first == Gender.Unknown || second == Gender.Unknown || first == second;
}
