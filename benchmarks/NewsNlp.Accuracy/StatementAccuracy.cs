using NewsNlp.Training.Corpora;
using NewsNlp.Training.Statements;

namespace NewsNlp.Accuracy;

/// <summary>Statements against PolNeAR dev.</summary>
internal static class StatementAccuracy
{
    private const string Set = "PolNeAR dev";

    public static Scorer Scorer { get; } = new("statements", Rows);

    private static IEnumerable<AccuracyRow> Rows(string data)
    {
        StatementScore score = new();
        foreach (AttributionDocument gold in PolnearReader.Read(data, "dev"))
        {
            NewsDocument document = NewsPipeline.English.Read(gold.Text, new ReadOptions { Published = gold.Published });
            score.Add(gold, document.Statements, document.Entities);
        }
        if (Environment.GetEnvironmentVariable("NEWSNLP_ERRORS") is { Length: > 0 } path) File.WriteAllLines(path, score.Errors);
        yield return Row("exact source F1", score.Source.F1);
        yield return Row("exact cue F1", score.Cue.F1);
        yield return Row("exact content F1", score.Content.F1);
        yield return Row("quoted runs found", score.FoundShare);
        yield return Row("quoted runs with the right speaker", score.RightShare);
        foreach (AccuracyRow row in TrustRows(score)) yield return row;
    }

    // Calibration: of the statements of each band of confidence, how many gold has with that content and speaker.
    private static IEnumerable<AccuracyRow> TrustRows(StatementScore score)
    {
        float[] bands = [0, 0.5f, 0.7f, 0.8f, 0.9f, 1.01f];
        for (int i = 0; i + 1 < bands.Length; i++)
        {
            List<bool> right = [.. score.Trust.Where(item => item.Statement.Confidence >= bands[i] && item.Statement.Confidence < bands[i + 1]).Select(item => item.Right)];
            double share = right.Count == 0 ? 0 : (double)right.Count(item => item) / right.Count;
            yield return Row(FormattableString.Invariant($"right where confidence is {bands[i]:F1} to {Math.Min(1, bands[i + 1]):F1} ({right.Count} statements)"), share);
        }
    }

    private static AccuracyRow Row(string figure, double share) => new("statements", Set, figure, 100 * share);
}
