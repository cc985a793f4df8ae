using NewsNlp.Lexicon;

namespace NewsNlp.Quantities;

/// <summary>A unit of measure.</summary>
/// <param name="Name">Its common name in the singular.</param>
/// <param name="Type">What it makes of a number.</param>
internal sealed record UnitEntry(string Name, QuantityType Type)
{
    public static UnitEntry Percent { get; } = new("percent", QuantityType.Percent);

    /// <summary>The unit that may follow to name one amount, and how many of it make this one: feet and inches.</summary>
    public UnitEntry? Smaller { get; set; }

    public double SmallerCount { get; set; }
}

/// <summary>The units of <c>Lexicon/en/quantities/units.txt</c> with what the International System makes of them.</summary>
internal sealed class UnitTable
{
    private readonly Dictionary<string, UnitEntry> _units = [];
    private readonly Dictionary<string, string> _prefixes = LexiconFile.Rows("quantities/prefixes").ToDictionary(row => row[0], row => row[1]);
    private readonly PhraseTrie<UnitEntry> _trie;

    private UnitTable(QuantityVocabulary vocabulary) => _trie = new PhraseTrie<UnitEntry>(vocabulary);

    /// <summary>Reads the table into a trie; the caller freezes it.</summary>
    public static PhraseTrie<UnitEntry> Read(QuantityVocabulary vocabulary)
    {
        UnitTable table = new(vocabulary);
        foreach (string[] row in LexiconFile.Rows("quantities/units")) table.AddRow(row[0], row[1], Field(row, 2), Field(row, 3), row.Length > 4 ? row[4] : "");
        foreach (string[] row in LexiconFile.Rows("quantities/subunits")) table.AddSmaller(row);
        return table._trie;
    }

    private static string[] Field(string[] row, int field) =>
        row.Length > field ? row[field].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    private static QuantityType TypeOf(string kind) => kind switch
    {
        "percent" => QuantityType.Percent,
        "temperature" => QuantityType.Temperature,
        "multiple" => QuantityType.Multiple,
        _ => QuantityType.Measure,
    };

    private void AddRow(string unit, string kind, string[] names, string[] symbols, string prefixes)
    {
        AddForms(unit, kind, names, symbols);
        foreach (string prefix in prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            AddForms(prefix + unit, kind, [.. names.SelectMany(name => new[] { prefix + name, prefix + "-" + name })], [.. symbols.Select(symbol => _prefixes[prefix] + symbol)]);
    }

    private void AddForms(string unit, string kind, string[] names, string[] symbols)
    {
        Add(unit, kind, names, symbols);
        if (kind != "length") return;
        Add("square " + unit, "area", [.. names.SelectMany(name => new[] { "square " + name, "square-" + name, "sq " + name, "sq. " + name })],
            [.. symbols.SelectMany(symbol => new[] { symbol + "²", symbol + "2", "sq " + symbol, "sq. " + symbol, "sq" + symbol, symbol + "^2" })]);
        Add("cubic " + unit, "volume", [.. names.SelectMany(name => new[] { "cubic " + name, "cubic-" + name, "cu " + name, "cu. " + name })],
            [.. symbols.SelectMany(symbol => new[] { symbol + "³", symbol + "3", "cu " + symbol, symbol + "^3" })]);
    }

    private void Add(string unit, string kind, string[] names, string[] symbols)
    {
        if (!_units.TryGetValue(unit, out UnitEntry? entry)) _units.Add(unit, entry = new UnitEntry(unit, TypeOf(kind)));
        foreach (string name in names) _trie.Add(name, entry);
        foreach (string symbol in symbols) _trie.Add(symbol, entry, exact: true);
    }

    private void AddSmaller(string[] row)
    {
        UnitEntry larger = _units[row[0]];
        larger.Smaller ??= _units[row[1]];
        larger.SmallerCount = larger.SmallerCount == 0 ? double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture) : larger.SmallerCount;
    }
}
