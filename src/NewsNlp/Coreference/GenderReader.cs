namespace NewsNlp.Coreference;

/// <summary>Tells each person's cluster how its given name is mostly spoken of.</summary>
internal sealed class GenderReader(GivenNames givenNames)
{
    public void Run(MentionGraph graph)
    {
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (!graph[mention].IsNamed || (graph[mention].Type != EntityType.Person && graph[mention].End - graph[mention].First > 2)) continue;
            // A family name alone tells less than a given name before it does, and never overrules it.
            float most = graph[mention].End - graph[mention].First == 1 ? 0.5f : 1f;
            ref ClusterData cluster = ref graph.ClusterAt(mention);
            if (Math.Abs(cluster.Lean) >= most) continue;
            float lean = givenNames.Lean(graph.Draft.Form(graph[mention].First)) * most;
            if (Math.Abs(lean) > Math.Abs(cluster.Lean)) cluster.Lean = lean;
        }
    }
}
