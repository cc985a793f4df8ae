using NewsNlp.Lexicon;

namespace NewsNlp.Coreference;

/// <summary>Countries by their names, demonyms and capitals. A country is its number, from 1; 0 is none.</summary>
internal sealed class CountryList
{
    private readonly Dictionary<ulong, int> _names = [];
    private readonly Dictionary<ulong, int> _demonyms = [];
    private readonly Dictionary<ulong, int> _capitals = [];

    public CountryList()
    {
        int country = 0;
        foreach (string[] row in LexiconFile.Rows("coreference/countries"))
        {
            country++;
            _names.TryAdd(NameWords.KeyOf(row[0]), country);
            AddAll(_names, row, 1, country);
            AddAll(_demonyms, row, 2, country);
            AddAll(_capitals, row, 3, country);
        }
    }

    public int ByName(ulong key) => _names.GetValueOrDefault(key);

    public int ByDemonym(ulong key) => _demonyms.GetValueOrDefault(key);

    public int ByCapital(ulong key) => _capitals.GetValueOrDefault(key);

    private static void AddAll(Dictionary<ulong, int> index, string[] row, int field, int country)
    {
        if (field >= row.Length) return;
        foreach (string name in row[field].Split(',', StringSplitOptions.RemoveEmptyEntries)) index.TryAdd(NameWords.KeyOf(name), country);
    }
}
