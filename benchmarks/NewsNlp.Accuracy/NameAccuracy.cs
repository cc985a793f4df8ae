using NewsNlp.Training.Names;

namespace NewsNlp.Accuracy;

/// <summary>Names on the dev sets.</summary>
internal static class NameAccuracy
{
    public static Scorer Scorer { get; } = new("names", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        foreach (bool quick in new[] { false, true })
        {
            NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames(quick).Build();
            foreach ((string set, NameCounts counts) in NameScores.Run(data, pipeline))
            {
                string name = quick ? set + ", quick" : set;
                foreach (string type in new[] { "PER", "LOC", "ORG" }) yield return new AccuracyRow("names", name, "F1 " + type, counts.F1(type));
                yield return new AccuracyRow("names", name, "F1", counts.F1());
            }
        }
    }
}
