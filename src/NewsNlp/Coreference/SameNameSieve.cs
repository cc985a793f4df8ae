using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Joins names that are the same in normal form, and the names of one country; not a person's single name, which several may share.</summary>
internal sealed class SameNameSieve(CoreferenceLexicon lexicon)
{
    // A name of several words hardly ever stands for two things in one article, whatever the tagger calls it.
    private const EntityType AnyType = EntityType.None;

    public void Run(MentionGraph graph, NameWords words)
    {
        Dictionary<(EntityType, ulong), int> firsts = [];
        HashSet<int> countries = CountriesIn(graph, words);
        for (int mention = 0; mention < graph.Count; mention++)
        {
            int name = graph[mention].Name;
            if (name < 0 || (graph[mention].Type == EntityType.Person && words[name].Length == 1)) continue;
            (EntityType kind, ulong key) = (KindOf(graph[mention].Type), words.KeyOf(name));
            int country = CountryOf(graph, mention, kind, key, countries);
            if (country > 0) key = (ulong)country;
            else kind = words[name].Length > 1 ? AnyType : Maker(kind);
            if (!firsts.TryAdd((kind, key), mention))
                graph.Join(mention, firsts[(kind, key)], country > 0 ? Sieve.Country : Sieve.SameName);
        }
    }

    /// <summary>The types among which the same name is the same thing: taggers waver between places and buildings.</summary>
    public static EntityType KindOf(EntityType type) =>
        type is EntityType.Location or EntityType.Facility ? EntityType.GeopoliticalEntity : type;

    private HashSet<int> CountriesIn(MentionGraph graph, NameWords words)
    {
        HashSet<int> countries = [];
        foreach (ref readonly MentionData mention in graph.Mentions)
            if (mention.Name >= 0 && mention.Type == EntityType.GeopoliticalEntity && lexicon.Countries.ByName(words.KeyOf(mention.Name)) is > 0 and int country)
                countries.Add(country);
        return countries;
    }

    // Taggers waver between a maker and what it makes: "Twitter".
    private static EntityType Maker(EntityType type) => type is EntityType.Product or EntityType.WorkOfArt ? EntityType.Organization : type;

    // A capital that speaks or decides is its country's government, if the article names the country.
    private int CountryOf(MentionGraph graph, int mention, EntityType kind, ulong key, HashSet<int> countries)
    {
        if (kind is not (EntityType.GeopoliticalEntity or EntityType.Organization)) return 0;
        int country = lexicon.Countries.ByName(key);
        if (country > 0 || kind == EntityType.Organization || !graph[mention].Has(MentionTraits.Speaks)) return country;
        country = lexicon.Countries.ByCapital(key);
        return countries.Contains(country) ? country : 0;
    }
}
