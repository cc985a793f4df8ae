using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Names;

/// <summary>
/// Names on dev sets, counted as everywhere in the field: right where start, end and type are. Only people, places (GPE, LOC and FAC
/// as one) and organisations count, because those are the types that the gold sets share.
/// </summary>
internal static class NameScores
{
    private static readonly Dictionary<string, string> Worldwide = new()
    {
        ["Person"] = "PER",
        ["Location"] = "LOC",
        ["Facility"] = "LOC",
        ["Organization"] = "ORG",
    };

    private static readonly Dictionary<string, string> Politics = new()
    {
        ["person"] = "PER",
        ["politician"] = "PER",
        ["location"] = "LOC",
        ["country"] = "LOC",
        ["organisation"] = "ORG",
        ["politicalparty"] = "ORG",
    };

    /// <summary>Scores a pipeline that has names on each dev set.</summary>
    public static IEnumerable<(string Set, NameCounts Counts)> Run(string data, NewsPipeline pipeline)
    {
        yield return ("Worldwide dev", Score(pipeline, WorldwideReader.Read(data, "dev"), Worldwide));
        string politics = Path.Combine(data, "ner", "politics", "dev.bio");
        yield return ("politics dev", Score(pipeline, ColumnReader.Read(politics, sentencesPerDocument: 20), Politics));
    }

    /// <summary>Counts a document's names in the types of Worldwide.</summary>
    public static void Count(NameCounts counts, NameDocument gold, IEnumerable<Name> names) => Count(counts, gold, names, Worldwide);

    private static NameCounts Score(NewsPipeline pipeline, IEnumerable<NameDocument> documents, Dictionary<string, string> types)
    {
        NameCounts counts = new();
        foreach (NameDocument document in documents) Count(counts, document, pipeline.Read(document.Text).Names, types);
        return counts;
    }

    private static void Count(NameCounts counts, NameDocument gold, IEnumerable<Name> names, Dictionary<string, string> types) =>
        counts.Add(
            [.. gold.Names.Where(name => types.ContainsKey(name.Label)).Select(name => (name.Span, types[name.Label]))],
            [.. names.Where(name => Lump(name.Type) is not null).Select(name => (name.Span, Lump(name.Type)!))]);

    private static string? Lump(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.GeopoliticalEntity or EntityType.Location or EntityType.Facility => "LOC",
        EntityType.Organization => "ORG",
        _ => null,
    };
}
