namespace NewsNlp.Coreference;

/// <summary>
/// Joins proper nouns that the names layer left out with whom the article names so elsewhere: the whole name, or one word of a person's.
/// </summary>
internal static class StrayNameSieve
{
    private const int NotYet = -1;

    public static void Run(MentionGraph graph, NameWords words)
    {
        // Only what a stray asks for is looked up: most names of most articles have none.
        Dictionary<ulong, int> latest = [];
        for (int mention = 0; mention < graph.Count; mention++)
            if (graph[mention].Has(MentionTraits.Stray)) latest[KeyOf(graph, mention)] = NotYet;
        if (latest.Count == 0) return;
        for (int mention = 0; mention < graph.Count; mention++)
            if (graph[mention].Name >= 0) Add(graph, words, mention, latest);
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Name >= 0) Add(graph, words, mention, latest);
            else if (graph[mention].Has(MentionTraits.Stray)) Read(graph, mention, latest);
        }
    }

    // Of "de Boer" the family name alone, as of a person's other names.
    private static ulong KeyOf(MentionGraph graph, int mention)
    {
        (int first, int end) = (graph[mention].First, graph[mention].End);
        return char.IsLower(graph.Draft.Form(first)[0]) ? NameWords.KeyOfOne(graph.Draft.Form(end - 1)) : NameWords.KeyOf(graph.Draft, first, end);
    }

    private static void Add(MentionGraph graph, NameWords words, int mention, Dictionary<ulong, int> latest)
    {
        int name = graph[mention].Name;
        Set(latest, words.KeyOf(name), mention);
        if (graph[mention].Type != EntityType.Person || words[name].Length == 1) return;
        foreach (NameWord word in words[name]) Set(latest, NameWords.KeyOf(word), mention);
    }

    private static void Set(Dictionary<ulong, int> latest, ulong key, int mention)
    {
        if (latest.ContainsKey(key)) latest[key] = mention;
    }

    private static void Read(MentionGraph graph, int mention, Dictionary<ulong, int> latest)
    {
        ulong key = KeyOf(graph, mention);
        if (latest[key] is >= 0 and int other && Genders.Agree(graph, mention, other)) graph.Join(mention, other, Sieve.SameName);
        latest[key] = mention;
    }
}
