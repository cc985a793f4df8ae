using System.Globalization;
using NewsNlp.Accuracy;
using NewsNlp.Accuracy.Coreference;
using NewsNlp.Accuracy.Dates;
using NewsNlp.Accuracy.Syntax;

// Scores per layer on named gold sets, as a table: dotnet run -c Release --project benchmarks/NewsNlp.Accuracy -- [LAYER...] [--data DIR]
// Each layer's scorer is a class of its own; this is the list of them.
Scorer[] scorers =
[
    TokenAccuracy.Scorer, TagAccuracy.Scorer, NameAccuracy.Scorer, SyntaxAccuracy.Scorer, QuantityAccuracy.Scorer, DateAccuracy.Scorer,
    CoreferenceAccuracy.Scorer, StatementAccuracy.Scorer,
];

List<string> layers = [.. args];
string data = "../shared/data";
int option = layers.IndexOf("--data");
if (option >= 0 && option + 1 < layers.Count)
{
    data = layers[option + 1];
    layers.RemoveRange(option, 2);
}
if (!Directory.Exists(data))
{
    Console.Error.WriteLine($"There is no data folder '{data}'. Name one with --data DIR; the gold sets are not part of the repository.");
    return 1;
}
Console.WriteLine("| layer | gold set | figure | value |");
Console.WriteLine("|---|---|---|---|");
foreach (Scorer scorer in scorers)
{
    if (layers.Count > 0 && !layers.Contains(scorer.Layer)) continue;
    foreach (AccuracyRow row in scorer.Run(data))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Layer} | {row.Set} | {row.Figure} | {row.Value:F2} |"));
}
return 0;
