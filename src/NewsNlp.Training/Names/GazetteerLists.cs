using System.Text.Json;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Lexicon;
using NewsNlp.Models;

namespace NewsNlp.Training.Names;

/// <summary>The lists of names below <c>lexicon</c> of a data folder, joined: each entry in lower case with all that it may be.</summary>
internal sealed class GazetteerLists
{
    private static readonly string[] CompanyEndings = ["Inc.", "Inc", "Corporation", "Corp.", "Company", "Co.", "plc", "Ltd.", "Group", "Holdings"];

    private GazetteerLists()
    {
    }

    public Dictionary<string, GazetteerTypes> Entries { get; } = new(StringComparer.Ordinal);

    public static GazetteerLists Read(string data)
    {
        string folder = Path.Combine(data, "lexicon");
        GazetteerLists lists = new();
        foreach (string file in new[] { "first-names-all.txt", "first-names-us.txt" }) lists.AddLines(Path.Combine(folder, "names", file), GazetteerTypes.FirstName);
        foreach (string file in new[] { "surnames-all.txt", "surnames-us.txt" }) lists.AddLines(Path.Combine(folder, "names", file), GazetteerTypes.Surname);
        lists.AddColumn(Path.Combine(folder, "names", "common-forenames-by-country.csv"), "Romanized Name", GazetteerTypes.FirstName);
        lists.AddColumn(Path.Combine(folder, "names", "common-surnames-by-country.csv"), "Romanized Name", GazetteerTypes.Surname);
        lists.AddColumn(Path.Combine(folder, "places", "world-cities.csv"), "name", GazetteerTypes.City);
        lists.AddColumn(Path.Combine(folder, "places", "world-cities.csv"), "subcountry", GazetteerTypes.Country);
        lists.AddCountries(Path.Combine(folder, "places", "countries.json"));
        lists.AddCompanies(Path.Combine(folder, "companies", "constituents.csv"));
        lists.AddLegislators(Path.Combine(folder, "us", "legislators-current.yaml"));
        foreach (string[] row in LexiconFile.Rows("places/regions")) lists.Add(row[0], GazetteerTypes.Region);
        return lists;
    }

    /// <summary>An entry's words in lower case, one space between.</summary>
    public static string Key(string name) => string.Join(' ', Words(name).Select(word => word.ToLowerInvariant()));

    /// <summary>Writes the sections that <see cref="Gazetteer.Read"/> reads.</summary>
    public void WriteTo(ModelFile file)
    {
        SortedDictionary<uint, GazetteerTypes> hashes = [];
        void Set(ulong hash, GazetteerTypes types)
        {
            uint key = Gazetteer.Key(hash);
            hashes[key] = hashes.GetValueOrDefault(key) | types;
        }
        foreach ((string entry, GazetteerTypes types) in Entries)
        {
            string[] words = entry.Split(' ');
            if (words.Length > Gazetteer.LongestPhrase) continue;
            ulong hash = FeatureHash.OfNormal(words[0]);
            if (words.Length > 1) Set(hash, GazetteerTypes.BeginsPhrase);
            foreach (string word in words.Skip(1)) hash = Gazetteer.Extend(hash, FeatureHash.OfNormal(word));
            Set(hash, types);
        }
        file.Set<uint>("gazetteer.hashes", [.. hashes.Keys]);
        file.Set<byte>("gazetteer.types", [.. hashes.Values.Select(types => (byte)types)]);
    }

    private void Add(string name, GazetteerTypes types)
    {
        string key = Key(name);
        if (key.Length < 2) return;
        Entries[key] = Entries.GetValueOrDefault(key) | types;
    }

    private void AddLines(string path, GazetteerTypes types)
    {
        foreach (string line in File.ReadLines(path)) Add(line.Trim('\uFEFF', ' '), types);
    }

    private void AddColumn(string path, string column, GazetteerTypes types)
    {
        int index = -1;
        foreach (string line in File.ReadLines(path))
        {
            List<string> fields = Csv.Fields(line.TrimStart('\uFEFF'));
            if (index < 0) index = fields.IndexOf(column);
            else if (index < fields.Count) Add(fields[index], types);
        }
    }

    private void AddCountries(string path)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement country in json.RootElement.EnumerateArray())
        {
            Add(country.GetProperty("name").GetProperty("common").GetString()!, GazetteerTypes.Country);
            Add(country.GetProperty("name").GetProperty("official").GetString()!, GazetteerTypes.Country);
            foreach (JsonElement other in country.GetProperty("altSpellings").EnumerateArray())
                if (other.GetString()!.Length > 2) Add(other.GetString()!, GazetteerTypes.Country);
            foreach (JsonElement capital in country.GetProperty("capital").EnumerateArray()) Add(capital.GetString()!, GazetteerTypes.City);
            if (!country.GetProperty("demonyms").TryGetProperty("eng", out JsonElement demonyms)) continue;
            Add(demonyms.GetProperty("m").GetString()!, GazetteerTypes.Nationality);
            Add(demonyms.GetProperty("m").GetString() + "s", GazetteerTypes.Nationality);
        }
    }

    private void AddCompanies(string path)
    {
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string name = Csv.Fields(line)[1].Split('(')[0].Trim();
            Add(name, GazetteerTypes.Company);
            string[] words = name.Split(' ');
            if (words.Length > 1 && CompanyEndings.Contains(words[^1])) Add(string.Join(' ', words[..^1]).TrimEnd(','), GazetteerTypes.Company);
        }
    }

    private void AddLegislators(string path)
    {
        const string mark = "official_full:";
        foreach (string line in File.ReadLines(path))
        {
            int at = line.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0) Add(line[(at + mark.Length)..].Trim(), GazetteerTypes.FirstName | GazetteerTypes.Surname);
        }
    }

    private static string[] Words(string name) => name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Fields of a line of comma-separated values, double quotes around those that hold commas.</summary>
internal static class Csv
{
    public static List<string> Fields(string line)
    {
        List<string> fields = [];
        for (int at = 0; at <= line.Length;)
        {
            bool quoted = at < line.Length && line[at] == '"';
            int end = quoted ? line.IndexOf("\",", at + 1, StringComparison.Ordinal) : line.IndexOf(',', at);
            if (end < 0) end = quoted ? line.Length - 1 : line.Length;
            fields.Add(quoted ? line[(at + 1)..Math.Max(at + 1, end)] : line[at..end]);
            at = end + (quoted ? 2 : 1);
        }
        return fields;
    }
}
