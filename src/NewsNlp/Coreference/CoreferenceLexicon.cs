using NewsNlp.Lexicon;

namespace NewsNlp.Coreference;

/// <summary>What the words of mentions say: nouns for people, organisations and places, titles, pronouns, countries.</summary>
internal sealed class CoreferenceLexicon
{
    private readonly WordMap<Noun> _nouns = new(Nouns());
    private readonly WordMap<Title> _titles = new(LexiconFile.Rows("coreference/titles")
        .Select(row => KeyValuePair.Create(row[0], new Title(GenderOf(row[1]), row[2] == "role", row.Length > 3 ? row[3] : null))));
    private readonly WordMap<Pronoun> _pronouns = new(LexiconFile.Rows("coreference/pronouns")
        .Select(row => KeyValuePair.Create(row[0], new Pronoun(Enum.Parse<PronounKind>(row[1], ignoreCase: true), row[2] == "reflexive"))));

    public static CoreferenceLexicon English { get; } = new();

    /// <summary>Keys of given names; true for those of women.</summary>
    public Dictionary<ulong, bool> GivenNames { get; } =
        LexiconFile.Rows("coreference/given_names").ToDictionary(row => NameWords.WordKey(row[0]), row => row[1] == "f");

    public WordSet Kin { get; } = LexiconFile.Words("coreference/kinship");

    public WordSet AnyOrganization { get; } = LexiconFile.Words("coreference/any_organization");

    public WordSet Speech { get; } = LexiconFile.Words("coreference/speech");

    public WordSet NameSuffixes { get; } = LexiconFile.Words("coreference/name_suffixes");

    /// <summary>Months and days of the week that are nobody's names.</summary>
    public WordSet Calendar { get; } = new(LexiconFile.Rows("dates/months")
        .Concat(LexiconFile.Rows("dates/weekdays")).Where(row => !row.Contains("Name")).Select(row => row[0]));

    public WordSet FunctionWords { get; } = LexiconFile.Words("coreference/function_words");

    public HashSet<ulong> FunctionKeys { get; } = [.. LexiconFile.Rows("coreference/function_words").Select(row => NameWords.WordKey(row[0]))];

    public CountryList Countries { get; } = new();

    public Nicknames Nicknames { get; } = new();

    /// <summary>What a noun's lemma stands for; <see cref="EntityType.None"/> where the lists do not tell.</summary>
    public Noun NounOf(ReadOnlySpan<char> lemma) => _nouns.TryGet(lemma, out Noun noun) ? noun : default;

    public bool TryTitle(ReadOnlySpan<char> word, out Title title) => _titles.TryGet(word.TrimEnd('.'), out title);

    public bool TryPronoun(ReadOnlySpan<char> word, out Pronoun pronoun) => _pronouns.TryGet(word, out pronoun);

    private static Dictionary<string, Noun> Nouns()
    {
        Dictionary<string, Noun> nouns = new(StringComparer.OrdinalIgnoreCase);
        foreach (string[] row in LexiconFile.Rows("coreference/people")) nouns[row[0]] = new Noun(EntityType.Person, GenderOf(row[1]));
        foreach (string[] row in LexiconFile.Rows("coreference/organizations"))
            nouns[row[0]] = nouns.TryGetValue(row[0], out Noun person)
                ? person with { MayBeOrganization = true } : new Noun(EntityType.Organization, Gender.Neuter, MayBeOrganization: true);
        foreach (string[] row in LexiconFile.Rows("coreference/places"))
            nouns.TryAdd(row[0], new Noun(EntityType.GeopoliticalEntity, Gender.Neuter));
        return nouns;
    }

    private static Gender GenderOf(string letter) => letter switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };

    /// <summary>A noun for a kind of entity; some that mostly stand for people may stand for organisations too: <c>the contractor</c>.</summary>
    internal readonly record struct Noun(EntityType Type, Gender Gender, bool MayBeOrganization = false);

    /// <summary>A title; one that is no role (<c>Mr</c>) is mere form of address. An abbreviation has a full form.</summary>
    internal readonly record struct Title(Gender Gender, bool IsRole, string? FullForm);

    /// <summary>A third-person pronoun.</summary>
    internal readonly record struct Pronoun(PronounKind Kind, bool IsReflexive);
}
