namespace NewsNlp.Coreference;

/// <summary>Finds for each short name of a person, in text order, the full name it stands for.</summary>
internal sealed class ShortNames(MentionGraph graph, NameWords words, WordIndex families, WordIndex anywhere)
{
    private readonly Dictionary<int, int> _lastSeen = [];
    private readonly WordIndex _alone = new();

    public void Read(int mention)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        if (name.Length == 1)
        {
            int found = Best(mention, families.Of(name[0].Key));
            if (found < 0) found = Best(mention, anywhere.Of(name[0].Key));
            if (found < 0) found = Best(mention, _alone.Of(name[0].Key));
            if (found < 0) _alone.Add(name[0].Key, mention);
            else graph.Join(mention, found, Sieve.ShortName);
        }
        _lastSeen[graph.ClusterOf(mention)] = mention;
    }

    // Of those that fit the one mentioned last before it; before any of them (a headline) the first to come.
    private int Best(int mention, ReadOnlySpan<int> candidates)
    {
        int best = -1, bestSeen = -1;
        foreach (int candidate in candidates)
        {
            if (!Genders.Agree(graph, mention, candidate)) continue;
            int seen = _lastSeen.GetValueOrDefault(graph.ClusterOf(candidate), -1);
            if (best >= 0 && seen <= bestSeen) continue;
            best = candidate;
            bestSeen = seen;
        }
        return best;
    }
}
