using System.Globalization;

namespace NewsNlp.Training.Corpora;

/// <summary>A pronoun of GAP with two names, of which at most one is its antecedent.</summary>
internal sealed record GapItem(string Text, TextSpan Pronoun, TextSpan A, bool IsA, TextSpan B, bool IsB)
{
    public bool IsFeminine => Pronoun.In(Text).ToLowerInvariant() is "she" or "her" or "hers" or "herself";
}

/// <summary>Reads <c>coreference/gap/gap-PART.tsv</c> below a data folder.</summary>
internal static class GapReader
{
    public static IReadOnlyList<GapItem> Development(string data) => Read(data, "development");

    public static IReadOnlyList<GapItem> Validation(string data) => Read(data, "validation");

    private static List<GapItem> Read(string data, string part) =>
        [.. File.ReadLines(Path.Combine(data, "coreference", "gap", $"gap-{part}.tsv")).Skip(1).Select(line => Item(line.Split('\t')))];

    private static GapItem Item(string[] row)
    {
        CodePointOffsets offsets = new(row[1]);
        TextSpan Span(string text, string offset)
        {
            int start = offsets[int.Parse(offset, CultureInfo.InvariantCulture)];
            return new TextSpan(start, start + text.Length);
        }
        return new GapItem(row[1], Span(row[2], row[3]), Span(row[4], row[5]), row[6] == "TRUE", Span(row[7], row[8]), row[9] == "TRUE");
    }
}
