using NewsNlp.Lexicon;

namespace NewsNlp.Quantities;

/// <summary>A currency, or a name that several share.</summary>
/// <param name="Code">ISO 4217; the family's name where the currency is ambiguous.</param>
/// <param name="Family">Index among the families; -1 for a currency that is meant beyond doubt.</param>
/// <param name="Minor">True for the name of a hundredth part: <c>cents</c>.</param>
/// <param name="Symbol">True for a sign or code, which may stand before the number.</param>
internal sealed record CurrencyEntry(string Code, int Family, bool Minor, bool Symbol)
{
    /// <summary>Letters alone before a number are a code only here: <c>EUR 5m</c>, <c>Rs 500</c>.</summary>
    public bool IsSign { get; init; }

    /// <summary>What the symbol itself multiplies by: a million for <c>MEUR</c>.</summary>
    public double Scale { get; init; } = 1;
}

/// <summary>Words that point an ambiguous name to one currency.</summary>
internal sealed record FamilyCue(int Family, int Member);

/// <summary>The currencies of <c>Lexicon/en/quantities/currencies.txt</c>.</summary>
internal sealed class CurrencyTable
{
    private readonly List<string> _families = [];
    private readonly List<List<string>> _members = [];

    public CurrencyTable(QuantityVocabulary vocabulary)
    {
        Names = new PhraseTrie<CurrencyEntry>(vocabulary);
        Cues = new PhraseTrie<FamilyCue[]>(vocabulary);
        ReadFamilies();
        foreach (string[] row in LexiconFile.Rows("quantities/currencies")) AddRow(row);
    }

    public PhraseTrie<CurrencyEntry> Names { get; }

    /// <summary>Places and peoples, with what they say of each family.</summary>
    public PhraseTrie<FamilyCue[]> Cues { get; }

    public int FamilyCount => _families.Count;

    public int Dollar => _families.IndexOf("dollar");

    public int Pound => _families.IndexOf("pound");

    /// <summary>The members of a family; the first is meant where the article says nothing.</summary>
    public IReadOnlyList<string> Members(int family) => _members[family];

    private static string[] Field(string[] row, int field) =>
        row.Length > field ? row[field].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    private void AddRow(string[] row)
    {
        int family = _families.IndexOf(row[0]);
        CurrencyEntry major = new(row[0], family, Minor: false, Symbol: false);
        CurrencyEntry minor = major with { Minor = true };
        foreach (string symbol in Field(row, 1))
            Names.Add(symbol, major with { Symbol = true, IsSign = !char.IsLetter(symbol[^1]) && symbol[^1] != '.' }, exact: true);
        foreach (string code in Field(row, 1))
            if (code.Length == 3 && code.All(char.IsAsciiLetterUpper)) Names.Add("M" + code, major with { Symbol = true, Scale = 1e6 }, exact: true);
        foreach (string name in Field(row, 2)) Names.Add(name, major);
        foreach (string name in Field(row, 3)) Names.Add(name, minor, exact: name.Length == 1);
    }

    private void ReadFamilies()
    {
        Dictionary<string, List<FamilyCue>> cues = [];
        foreach (string[] row in LexiconFile.Rows("quantities/families"))
        {
            int family = _families.IndexOf(row[0]);
            if (family < 0)
            {
                family = _families.Count;
                _families.Add(row[0]);
                _members.Add([]);
            }
            int member = _members[family].IndexOf(row[1]);
            if (member < 0)
            {
                member = _members[family].Count;
                _members[family].Add(row[1]);
            }
            foreach (string cue in Field(row, 2))
            {
                if (!cues.TryGetValue(cue, out List<FamilyCue>? list)) cues.Add(cue, list = []);
                list.Add(new FamilyCue(family, member));
            }
        }
        foreach ((string cue, List<FamilyCue> list) in cues) Cues.Add(cue, [.. list], exact: true);
    }
}
