using System.Globalization;
using Newtonsoft.Json.Linq;

namespace NewsNlp.Accuracy.Quantities;

/// <summary>Reads the example sets of Recognizers-Text, Duckling and quantulum3.</summary>
internal static class SpecSets
{
    private static readonly string[] RecognizersSets =
        ["Number/NumberModel", "Number/OrdinalModel", "Number/PercentModel", "Number/NumberRangeModel", "NumberWithUnit/CurrencyModel", "NumberWithUnit/DimensionModel", "NumberWithUnit/AgeModel", "NumberWithUnit/TemperatureModel"];

    private static readonly string[] DucklingSets = ["numeral", "ordinal", "amountofmoney", "distance", "volume", "quantity", "temperature"];

    public static IEnumerable<(string Set, IEnumerable<SpecCase> Cases)> Read(string folder)
    {
        foreach (string set in RecognizersSets) yield return ("Recognizers " + set.Split('/')[1], Recognizers(Path.Combine(folder, "recognizers", set + ".json"), set));
        foreach (string set in DucklingSets) yield return ("Duckling " + set, Duckling(Path.Combine(folder, "duckling", set + ".tsv")));
        yield return ("quantulum3", Quantulum(Path.Combine(folder, "quantulum3", "quantities.json")));
    }

    private static IEnumerable<SpecCase> Recognizers(string path, string set)
    {
        foreach (JToken item in JArray.Parse(File.ReadAllText(path)))
        {
            string text = (string)item["Input"]!;
            JToken[] results = [.. item["Results"]!];
            List<string> parts = [];
            List<double> values = [];
            bool timed = false;
            foreach (JToken result in results)
            {
                parts.Add((string?)result["Text"] ?? "");
                bool time = set is "Number/NumberModel" or "Number/NumberRangeModel" && Differences.IsTime(text, parts[^1]);
                timed |= time;
                if (!time) values.AddRange(ValuesOf((string?)result["Resolution"]?["value"]));
            }
            yield return new SpecCase(text, values, TypeOf(set)) { Difference = OnlyTime(timed, values) ?? Differences.Of(text, parts, values, set) };
        }
    }

    private static string? OnlyTime(bool timed, List<double> values) =>
        timed && values.Count == 0 ? "a duration: the business of dates" : null;

    private static IEnumerable<double> ValuesOf(string? value)
    {
        foreach (string part in (value ?? "").Split(',', '(', ')', '[', ']', '%'))
            if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) yield return number;
    }

    private static Func<Quantity, bool> TypeOf(string set) => set switch
    {
        // Ordinals are a type of their own here as they are there.
        "Number/NumberModel" => quantity => quantity.Type != QuantityType.Ordinal,
        "Number/OrdinalModel" => quantity => quantity.Type == QuantityType.Ordinal,
        "Number/PercentModel" => quantity => quantity.Type == QuantityType.Percent,
        "NumberWithUnit/CurrencyModel" => quantity => quantity.Type == QuantityType.Money,
        "NumberWithUnit/DimensionModel" => quantity => quantity.Type == QuantityType.Measure,
        "NumberWithUnit/AgeModel" => quantity => quantity.Type == QuantityType.Age,
        "NumberWithUnit/TemperatureModel" => quantity => quantity.Type == QuantityType.Temperature,
        _ => _ => true,
    };

    // (simple Dollar 10) TAB ten dollars; (between Celsius (30, 40)); (NumeralValue 3e6)
    private static IEnumerable<SpecCase> Duckling(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            int tab = line.LastIndexOf('\t');
            if (tab < 0 || line[0] == '#') continue;
            string gold = line[..tab];
            int comment = gold.IndexOf("--", StringComparison.Ordinal);
            if (comment >= 0) gold = gold[..comment];
            List<double> values = [];
            string[] words = gold.Split([' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
            foreach (string part in gold.Split(' ', ',', '(', ')'))
                if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) values.Add(number);
            string text = line[(tab + 1)..];
            yield return new SpecCase(text, values, _ => true) { Difference = Differences.Of(text, [], values, "duckling"), Unit = words.Length > 1 ? words[1] : null };
        }
    }

    private static IEnumerable<SpecCase> Quantulum(string path)
    {
        foreach (JToken item in JArray.Parse(File.ReadAllText(path)))
        {
            string text = (string)item["req"]!;
            List<string> units = [];
            List<double> values = [];
            bool timed = false;
            foreach (JToken result in item["res"]!)
            {
                units.Add(result["unit"]?.Type == JTokenType.String ? (string)result["unit"]! : "");
                if (Differences.IsTimeUnit(units[^1])) timed = true;
                else values.Add((double)result["value"]!);
            }
            yield return new SpecCase(text, values, _ => true) { Difference = OnlyTime(timed, values) ?? Differences.Of(text, units, values, "quantulum3") };
        }
    }
}
