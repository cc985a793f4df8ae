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
        ["Person"] = "PER", ["Location"] = "LOC", ["Facility"] = "LOC", ["Organization"] = "ORG",
    };

    private static readonly Dictionary<string, string> Politics = new()
    {
        ["person"] = "PER", ["politician"] = "PER", ["location"] = "LOC", ["country"] = "LOC", ["organisation"] = "ORG", ["politicalparty"] = "ORG",
    };

    /// <summary>Scores a pipeline that has names on each dev set.</summary>
    public static IEnumerable<(string Set, NameCounts Counts)> Run(string data, NewsPipeline pipeline)
    {
        yield return ("Worldwide dev", Score(pipeline, WorldwideReader.Read(data, "dev"), Worldwide));
        string politics = Path.Combine(data, "ner", "politics", "dev.bio");
        yield return ("politics dev", Score(pipeline, ColumnReader.Read(politics, sentencesPerDocument: 20), Politics));
    }

    /// <summary>Scores a pipeline on documents in the types of Worldwide.</summary>
    public static NameCounts OnWorldwide(NewsPipeline pipeline, IEnumerable<NameDocument> documents) => Score(pipeline, documents, Worldwide);

    private static NameCounts Score(NewsPipeline pipeline, IEnumerable<NameDocument> documents, Dictionary<string, string> types)
    {
        NameCounts counts = new();
        foreach (NameDocument document in documents)
        {
            HashSet<(TextSpan Span, string Type)> gold = [.. document.Names.Where(name => types.ContainsKey(name.Label)).Select(name => (name.Span, types[name.Label]))];
            HashSet<(TextSpan Span, string Type)> found = 
                [.. pipeline.Read(document.Text).Names.Where(name => Lump(name.Type) is not null).Select(name => (name.Span, Lump(name.Type)!))];
            counts.Add(gold, found);
            if (Environment.GetEnvironmentVariable("ERR") is not null) Dump(document.Text, gold, found);
        }
        return counts;
    }

    private static void Dump(string text, HashSet<(TextSpan Span, string Type)> gold, HashSet<(TextSpan Span, string Type)> found)
    {
        string Around(TextSpan s) => (text[Math.Max(0, s.Start - 40)..s.Start] + "[" + text[s.Start..s.End] + "]" + text[s.End..Math.Min(text.Length, s.End + 40)]).Replace('\n', ' ');
        foreach ((TextSpan span, string type) in gold.Except(found).Select(x => (x.Span, "- " + x.Type)).Concat(found.Except(gold).Select(x => (x.Span, "+ " + x.Type))).OrderBy(x => x.Span.Start))
            Console.WriteLine($"ERR {type} {Around(span)}");
    }

    private static string? Lump(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.GeopoliticalEntity or EntityType.Location or EntityType.Facility => "LOC",
        EntityType.Organization => "ORG",
        _ => null,
    };
}
