using NewsNlp.Entities;
using NewsNlp.Lexicon;

namespace NewsNlp.Training.Names;

/// <summary>Settles by lists and head words whether a place is GPE, LOC or FAC, which most corpora of names do not say.</summary>
internal sealed class PlaceTypes
{
    private static readonly int Gpe = NameMask.Of(EntityType.GeopoliticalEntity);
    private static readonly int Loc = NameMask.Of(EntityType.Location);
    private static readonly int Fac = NameMask.Of(EntityType.Facility);

    private readonly WordMap<int> _heads = new(LexiconFile.Rows("places/heads").Select(row => KeyValuePair.Create(row[0], row[1] == "FAC" ? Fac : Loc)));
    private readonly WordSet _regions = LexiconFile.Words("places/regions");
    private readonly Dictionary<string, GazetteerTypes> _entries;

    public PlaceTypes(GazetteerLists lists) => _entries = lists.Entries;

    /// <summary>True for adjectives and nouns of nation: <c>Chilean</c>.</summary>
    public bool IsNationality(string name) => (_entries.GetValueOrDefault(GazetteerLists.Key(name)) & GazetteerTypes.Nationality) != 0;

    /// <summary>The mask of a name's possible types; both GPE and LOC where nothing tells.</summary>
    public int Of(string name)
    {
        string bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        if (_regions.Contains(bare)) return Loc;
        GazetteerTypes types = _entries.GetValueOrDefault(GazetteerLists.Key(bare));
        if ((types & GazetteerTypes.Country) != 0) return Gpe;
        string[] words = bare.Split(' ');
        if (words.Length > 1 && (_heads.TryGet(words[^1], out int mask) || _heads.TryGet(words[0], out mask) && words[1] != "City")) return mask;
        return (types & GazetteerTypes.City) != 0 ? Gpe : Gpe | Loc;
    }
}
