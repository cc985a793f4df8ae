using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Makes the entities of the draft from the clusters: everything named, and people and bodies that are spoken of more than once or speak.</summary>
internal static class EntityWriter
{
    private const float SureLean = 0.8f;

    // More are no description of anyone; and looking for doubles among them stays cheap on any text.
    private const int MaxRoles = 24;
    private const int Unread = -1, Rejected = -2;

    public static void Write(MentionGraph graph)
    {
        List<EntityParts> entities = [];
        int[] entityOf = new int[graph.Count];
        entityOf.AsSpan().Fill(Unread);
        for (int mention = 0; mention < graph.Count; mention++)
        {
            int cluster = graph.ClusterOf(mention);
            if (entityOf[cluster] == Unread)
            {
                entityOf[cluster] = IsWorthAnEntity(graph, cluster) ? entities.Count : Rejected;
                if (entityOf[cluster] >= 0) entities.Add(Begin(graph, cluster));
            }
            if (entityOf[cluster] >= 0) entities[entityOf[cluster]].Mentions.Add(PartOf(graph[mention], entities[entityOf[cluster]].Type));
        }
        AddRoles(graph, entities, entityOf);
        EntityList.Replace(graph.Draft, entities);
    }

    private static EntityParts Begin(MentionGraph graph, int cluster)
    {
        ref readonly ClusterData data = ref graph.ClusterAt(cluster);
        return new EntityParts
        {
            Type = data.Names > 0 ? TypeByVote(graph, cluster) : data.Type,
            Gender = GenderOf(data),
        };
    }

    // Words first, then pronouns, then the given name where it is sure.
    private static Gender GenderOf(in ClusterData data)
    {
        if (data.Gender != Gender.Unknown || !data.IsPerson) return data.Gender;
        if (data.TimesHe != data.TimesShe) return data.TimesHe > data.TimesShe ? Gender.Male : Gender.Female;
        return Math.Abs(data.Lean) < SureLean ? Gender.Unknown : data.Lean > 0 ? Gender.Female : Gender.Male;
    }

    private static bool IsWorthAnEntity(MentionGraph graph, int cluster)
    {
        ref readonly ClusterData data = ref graph.ClusterAt(cluster);
        if (data.Names > 0) return true;
        if (data.Type is not (EntityType.Person or EntityType.Organization)) return false;
        bool isDescribed = false, isGroup = false, speaks = false;
        int mention = cluster;
        do
        {
            isDescribed |= graph[mention].Form == MentionForm.Nominal;
            isGroup |= graph[mention].Form == MentionForm.Nominal && graph[mention].Has(MentionTraits.Plural);
            speaks |= graph[mention].Has(MentionTraits.Speaks);
            mention = graph.NextInCluster(mention);
        }
        while (mention != cluster);
        // "1,200 workers" are nobody in particular, unless they say something.
        return isDescribed && (speaks || (data.Count > 1 && !isGroup));
    }

    private static EntityType TypeByVote(MentionGraph graph, int cluster)
    {
        Span<float> votes = stackalloc float[(int)EntityType.Language + 1];
        int mention = cluster;
        do
        {
            if (graph[mention].Name >= 0) votes[(int)graph[mention].Type] += graph.Draft.Names[graph[mention].Name].Confidence + 0.01f;
            mention = graph.NextInCluster(mention);
        }
        while (mention != cluster);
        int best = 0;
        for (int type = 1; type < votes.Length; type++)
            if (votes[type] > votes[best]) best = type;
        return (EntityType)best;
    }

    // A proper noun that the names layer left out is a name where it is a person's: of thirty others in news one was.
    private static MentionParts PartOf(in MentionData mention, EntityType type) =>
        new(mention.First, mention.End, mention.IsNamed && (mention.Name >= 0 || type == EntityType.Person) ? MentionForm.Name : mention.Form);

    private static void AddRoles(MentionGraph graph, List<EntityParts> entities, int[] entityOf)
    {
        foreach (RoleData role in graph.RolesBy(static role => role.First))
        {
            int entity = entityOf[graph.ClusterOf(role.Mention)];
            if (entity < 0 || entities[entity].Roles.Count == MaxRoles) continue;
            string text = graph.Draft.SpanOf(role.First, role.End).In(graph.Draft.Text);
            if (!entities[entity].Roles.Contains(text, StringComparer.OrdinalIgnoreCase)) entities[entity].Roles.Add(text);
        }
    }
}
