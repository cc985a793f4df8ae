namespace NewsNlp.Coreference;

/// <summary>
/// Joins the names of one person: variants of the full name first (<c>J. R. Okoro</c>, <c>Jane Okoro</c>), then short forms
/// (<c>Okoro</c>, <c>Mrs Okoro</c>, <c>Jane</c>), each with the full name that fits and was mentioned last.
/// </summary>
internal sealed class PersonNameSieve(CoreferenceLexicon lexicon)
{
    public void Run(MentionGraph graph, NameWords words)
    {
        WordIndex families = new(), anywhere = new();
        for (int mention = 0; mention < graph.Count; mention++)
            if (IsPerson(graph, mention) && words[graph[mention].Name].Length > 1) AddFull(graph, words, mention, families, anywhere);
        ReadFamilyNames(graph, words, families);
        ShortNames shorts = new(graph, words, families, anywhere);
        for (int mention = 0; mention < graph.Count; mention++)
            if (IsPerson(graph, mention)) shorts.Read(mention);
    }

    // Where an article names a person in full, the family name alone is hardly ever anything else, whatever the tagger calls it: of 2,700 such
    // words in Worldwide train 16 are organisations, half of these with a longer name too ("Ford Motor").
    private void ReadFamilyNames(MentionGraph graph, NameWords words, WordIndex families)
    {
        HashSet<ulong>? makers = null;
        for (int mention = 0; mention < graph.Count; mention++)
        {
            ref MentionData data = ref graph[mention];
            if (data.Name < 0 || data.Type is EntityType.Person or EntityType.Norp || words[data.Name].Length > 1) continue;
            ulong key = words[data.Name][0].Key;
            if (families.Of(key).IsEmpty || IsPlace(words.KeyOf(data.Name))) continue;
            makers ??= FirstWordsOfOrganizations(graph, words);
            if (makers.Contains(key)) continue;
            data.Type = graph.ClusterAt(mention).Type = EntityType.Person;
            data.Gender = graph.ClusterAt(mention).Gender = Gender.Unknown;
        }
    }

    private static HashSet<ulong> FirstWordsOfOrganizations(MentionGraph graph, NameWords words)
    {
        HashSet<ulong> firsts = [];
        foreach (ref readonly MentionData mention in graph.Mentions)
            if (mention.Name >= 0 && mention.Type == EntityType.Organization && words[mention.Name].Length > 1) firsts.Add(words[mention.Name][0].Key);
        return firsts;
    }

    private bool IsPlace(ulong name) =>
        lexicon.Countries.ByName(name) > 0 || lexicon.Countries.ByCapital(name) > 0 || lexicon.Countries.ByDemonym(name) > 0;

    private static bool IsPerson(MentionGraph graph, int mention) => graph[mention] is { Name: >= 0, Type: EntityType.Person };

    private void AddFull(MentionGraph graph, NameWords words, int mention, WordIndex families, WordIndex anywhere)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        // Joined by the same name already: the first one is in the index.
        if (graph.ClusterOf(mention) != mention) return;
        foreach (int other in families.Of(name[^1].Key))
        {
            if (!AreVariants(name, words[graph[other].Name]) || !Genders.Agree(graph, mention, other)) continue;
            graph.Join(mention, other, Sieve.NameVariant);
            break;
        }
        families.Add(name[^1].Key, mention);
        for (int i = 0; i < name.Length - 1; i++) anywhere.Add(name[i].Key, mention);
    }

    /// <summary>True where two names with the same last word may be one person's.</summary>
    private bool AreVariants(ReadOnlySpan<NameWord> first, ReadOnlySpan<NameWord> second)
    {
        if (first.Length > second.Length)
        {
            ReadOnlySpan<NameWord> longer = first;
            first = second;
            second = longer;
        }
        return IsTail(first, second) || (SameGiven(first[0], second[0]) && IsSubsequence(first[1..], second[1..]));
    }

    // "bin Salman" of "Mohammed bin Salman", "Suu Kyi" of "Aung San Suu Kyi".
    private static bool IsTail(ReadOnlySpan<NameWord> name, ReadOnlySpan<NameWord> longer)
    {
        for (int i = 1; i <= name.Length; i++)
            if (name[^i].Key != longer[^i].Key) return false;
        return longer.Length > name.Length;
    }

    private bool SameGiven(in NameWord first, in NameWord second) =>
        first.Key == second.Key || ((first.IsInitial || second.IsInitial) && first.Initial == second.Initial)
        || lexicon.Nicknames.Match(first.Key, second.Key);

    private static bool IsSubsequence(ReadOnlySpan<NameWord> name, ReadOnlySpan<NameWord> longer)
    {
        int at = 0;
        foreach (NameWord word in longer)
        {
            if (at < name.Length && (name[at].Key == word.Key || ((name[at].IsInitial || word.IsInitial) && name[at].Initial == word.Initial))) at++;
        }
        return at == name.Length;
    }
}
