using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Joins the names of one organisation: the same words in another order (<c>Ministry of Defence</c>, <c>Defence Ministry</c>), acronym and
/// expansion, and the first word or the last words of a longer name.
/// </summary>
internal sealed class OrganizationNameSieve(CoreferenceLexicon lexicon)
{
    private const int MaxAcronym = 8;

    public void Run(MentionGraph graph, NameWords words)
    {
        Dictionary<ulong, int> bags = [], acronyms = [];
        WordIndex firsts = new(), lasts = new();
        for (int mention = 0; mention < graph.Count; mention++)
            if (CanHaveAcronym(graph[mention]) && graph.ClusterOf(mention) == mention)
                AddLong(graph, words, mention, bags, acronyms, firsts, lasts);
        JoinBracketed(graph, words);
        for (int mention = 0; mention < graph.Count; mention++)
            if (CanHaveAcronym(graph[mention]) && graph.ClusterOf(mention) == mention)
                JoinShort(graph, words, mention, acronyms, firsts, lasts);
    }

    // "Nordic Rescue Service (SFN)": whatever the letters stand for.
    private static void JoinBracketed(MentionGraph graph, NameWords words)
    {
        DocumentDraft draft = graph.Draft;
        int before = -1;
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Name < 0) continue;
            int last = before, open = graph[mention].First - 1;
            before = mention;
            if (last < 0 || graph[last].End != open || draft.Form(open) is not "(") continue;
            if (words[graph[mention].Name].Length > 1 && words[graph[last].Name].Length > 1) continue;
            if (!CanHaveAcronym(graph[mention]) || !CanHaveAcronym(graph[last])) continue;
            if (SameNameSieve.KindOf(graph[mention].Type) != SameNameSieve.KindOf(graph[last].Type)) continue;
            int shorter = words[graph[mention].Name].Length == 1 ? mention : last;
            if (IsAcronym(draft.Form(graph[shorter].Head))) graph.Join(mention, last, Sieve.Acronym);
        }
    }

    private static bool CanHaveAcronym(in MentionData mention) => mention.Name >= 0
        && mention.Type is not (EntityType.Person or EntityType.Norp or EntityType.Language or EntityType.WorkOfArt);

    private void AddLong(
        MentionGraph graph, NameWords words, int mention, Dictionary<ulong, int> bags, Dictionary<ulong, int> acronyms, WordIndex firsts, WordIndex lasts)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        if (name.Length < 2) return;
        AddAcronyms(graph, mention, acronyms);
        if (graph[mention].Type != EntityType.Organization) return;
        ulong bag = 0;
        foreach (NameWord word in name)
            if (!lexicon.FunctionKeys.Contains(word.Key)) bag += word.Key;
        if (!bags.TryAdd(bag, mention)) graph.Join(mention, bags[bag], Sieve.NameVariant);
        firsts.Add(name[0].Key, mention);
        lasts.Add(name[^1].Key, mention);
    }

    private void JoinShort(MentionGraph graph, NameWords words, int mention, Dictionary<ulong, int> acronyms, WordIndex firsts, WordIndex lasts)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        if (name.Length == 1 && IsAcronym(graph.Draft.Form(graph[mention].Head)) && acronyms.TryGetValue(name[0].Key, out int expansion))
        {
            if (KindsMeet(graph[mention].Type, graph[expansion].Type)) graph.Join(mention, expansion, Sieve.Acronym);
            return;
        }
        if (graph[mention].Type != EntityType.Organization) return;
        int longer = name.Length == 1 ? OnlyOneWithFirst(graph, words, mention, firsts) : OnlyOneWithTail(graph, words, mention, lasts);
        if (longer >= 0) graph.Join(mention, longer, Sieve.ShortName);
    }

    // "Nordbank" of "Nordbank Holding"; not "National" of "National Trust", nor "German" of "German Cancer Fund".
    private int OnlyOneWithFirst(MentionGraph graph, NameWords words, int mention, WordIndex firsts)
    {
        NameWord word = words[graph[mention].Name][0];
        if (lexicon.NounOf(graph.Draft.Form(graph[mention].Head)).Type != EntityType.None || lexicon.Countries.ByDemonym(NameWords.KeyOfOne(graph.Draft.Form(graph[mention].Head))) > 0) return -1;
        return OnlyOne(graph, firsts.Of(word.Key), mention);
    }

    private static int OnlyOneWithTail(MentionGraph graph, NameWords words, int mention, WordIndex lasts)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        int found = -1;
        foreach (int other in lasts.Of(name[^1].Key))
        {
            ReadOnlySpan<NameWord> longer = words[graph[other].Name];
            if (longer.Length <= name.Length || !EndsWith(longer, name)) continue;
            if (found >= 0 && graph.ClusterOf(found) != graph.ClusterOf(other)) return -1;
            found = other;
        }
        return found;
    }

    /// <summary>The last of the other mentions, where all of them are one entity's; else -1.</summary>
    public static int OnlyOne(MentionGraph graph, ReadOnlySpan<int> candidates, int mention)
    {
        int found = -1;
        foreach (int other in candidates)
        {
            if (other == mention) continue;
            if (found >= 0 && graph.ClusterOf(found) != graph.ClusterOf(other)) return -1;
            found = other;
        }
        return found;
    }

    private static bool EndsWith(ReadOnlySpan<NameWord> longer, ReadOnlySpan<NameWord> name)
    {
        for (int i = 1; i <= name.Length; i++)
            if (longer[^i].Key != name[^i].Key) return false;
        return true;
    }

    private static bool KindsMeet(EntityType first, EntityType second) =>
        SameNameSieve.KindOf(first) == SameNameSieve.KindOf(second) || first == EntityType.Organization || second == EntityType.Organization;

    // The initials with and without "of", "the" and their like: NATO, but also DoD's many cousins.
    private void AddAcronyms(MentionGraph graph, int mention, Dictionary<ulong, int> acronyms)
    {
        DocumentDraft draft = graph.Draft;
        Span<char> all = stackalloc char[MaxAcronym], content = stackalloc char[MaxAcronym];
        int allLength = 0, contentLength = 0;
        for (int token = graph[mention].First; token < graph[mention].End; token++)
        {
            ReadOnlySpan<char> form = draft.Form(token);
            if (!char.IsLetter(form[0])) continue;
            if (allLength == MaxAcronym) return;
            all[allLength++] = form[0];
            if (!lexicon.FunctionWords.Contains(form)) content[contentLength++] = form[0];
        }
        if (contentLength >= 2) acronyms.TryAdd(NameWords.WordKey(content[..contentLength]), mention);
        if (allLength >= 3) acronyms.TryAdd(NameWords.WordKey(all[..allLength]), mention);
    }

    // "NATO", "N.A.T.O.", "Nato": the last only where it is long enough not to be a word by chance.
    private static bool IsAcronym(ReadOnlySpan<char> form)
    {
        int upper = 0, letters = 0;
        foreach (char c in form)
        {
            if (char.IsUpper(c)) upper++;
            if (char.IsLetter(c)) letters++;
            else if (c is not ('.' or '&')) return false;
        }
        return letters is >= 2 and <= MaxAcronym && (upper >= 2 || (upper == 1 && letters >= 4));
    }
}
