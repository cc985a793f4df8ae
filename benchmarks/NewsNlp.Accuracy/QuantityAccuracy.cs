using NewsNlp.Accuracy.Quantities;

namespace NewsNlp.Accuracy;

/// <summary>Pass rates, by value, on other libraries' own examples. What follows another convention is left out (see Differences).</summary>
internal static class QuantityAccuracy
{
    public static Scorer Scorer { get; } = new("quantities", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddQuantities().Build();
        // For whoever works on the rules: what is missed, on the error stream.
        bool tell = Environment.GetEnvironmentVariable("NEWSNLP_MISSES") is not null;
        foreach ((string set, IEnumerable<SpecCase> cases) in SpecSets.Read(Path.Combine(data, "quantities")))
        {
            int counted = 0, passed = 0, left = 0;
            foreach (SpecCase example in cases)
            {
                if (example.Difference is not null)
                {
                    left++;
                    if (tell) Console.Error.WriteLine($"{set}, left out: {example.Text} | {example.Difference}");
                    continue;
                }
                NewsDocument document = pipeline.Read(example.Text);
                counted++;
                if (example.Passes(document)) passed++;
                else if (tell) Console.Error.WriteLine($"{set}: {example.Text} | {string.Join(' ', example.Values)} | {string.Join("; ", document.Quantities.Select(Show))}");
            }
            yield return new AccuracyRow("quantities", set, "passed", 100.0 * passed / Math.Max(1, counted));
            yield return new AccuracyRow("quantities", set, "counted", counted);
            yield return new AccuracyRow("quantities", set, "left out", left);
        }
    }

    private static string Show(Quantity quantity) => $"{quantity.Text} = {quantity.Value}..{quantity.Upper} {quantity.Unit} {quantity.Type}";
}
