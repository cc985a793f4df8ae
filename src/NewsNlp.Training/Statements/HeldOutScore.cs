using NewsNlp.Models;
using NewsNlp.Statements;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Articles that a model was not trained on: they tell how far its margins can be trusted, and how good it is.</summary>
internal sealed class HeldOutScore(List<StatementExample> examples)
{
    private readonly StatementScratch _scratch = new(StatementCorpus.Words());
    private readonly SpeechLexicon _lexicon = new();

    /// <summary>Learns first which cues to keep, then how sure a statement is, and writes both to the file.</summary>
    public void FitTrust(ModelFile file)
    {
        float[] all = new float[TrustFeatures.Count];
        file.Set<float>("keep", all);
        file.Set<float>("trust", all);
        TrustFit keep = new();
        foreach ((StatementExample example, List<AttributionData> found) in Read(StatementModel.Read(file)))
        {
            HashSet<CueSpan> gold = [.. example.Attributions.Select(attribution => attribution.Cue)];
            foreach (AttributionData attribution in found) keep.Add(example.Tokens, attribution, gold.Contains(attribution.Cue));
        }
        file.Set<float>("keep", keep.Fit());
        TrustFit trust = new();
        StatementModel model = StatementModel.Read(file);
        foreach ((StatementExample example, List<AttributionData> found) in Read(model))
        {
            StatementScore score = new();
            score.Add(example.Gold, Statements(example, found, model), example.Tokens.Draft.Entities);
            Dictionary<int, bool> right = [];
            foreach ((Statement statement, bool isRight) in score.Trust)
                if (statement.Cue is { } cue) right[cue.Span.Start] = isRight;
            foreach (AttributionData attribution in found)
                if (right.TryGetValue(example.Tokens.Draft.TokenBuffer[attribution.Cue.First].Start, out bool isRight)) trust.Add(example.Tokens, attribution, isRight);
        }
        file.Set<float>("trust", trust.Fit());
    }

    public void Print(StatementModel model, int errors)
    {
        StatementScore score = new();
        foreach ((StatementExample example, List<AttributionData> found) in Read(model))
            score.Add(example.Gold, Statements(example, found, model), example.Tokens.Draft.Entities);
        foreach (string line in score.Errors.Take(errors)) Console.WriteLine(line);
        Print("source", score.Source);
        Print("cue", score.Cue);
        Print("content", score.Content);
        Console.WriteLine($"runs {score.Runs} found {score.FoundShare:P1} right {score.RightShare:P1}");
        foreach (IGrouping<string, (Statement Statement, bool Right)> rule in score.Trust.GroupBy(item => item.Statement.Rule))
            Console.WriteLine($"{rule.Key}: {rule.Count()} statements, right {rule.Average(item => item.Right ? 1 : 0):P1}");
        foreach (IGrouping<int, (Statement Statement, bool Right)> band in score.Trust.GroupBy(item => (int)(item.Statement.Confidence * 10)).OrderBy(b => b.Key))
            Console.WriteLine($"confidence {band.Key / 10.0:F1}: {band.Count()} statements, right {band.Average(item => item.Right ? 1 : 0):P1}");
    }

    private IEnumerable<(StatementExample Example, List<AttributionData> Found)> Read(StatementModel model)
    {
        AttributionReader reader = new(model);
        foreach (StatementExample example in examples)
        {
            List<AttributionData> found = [];
            reader.Read(example.Tokens, _scratch, found);
            yield return (example, found);
        }
    }

    private List<Statement> Statements(StatementExample example, List<AttributionData> found, StatementModel model)
    {
        List<Statement> statements = [];
        new StatementAssembly(example.Tokens, _lexicon, model.Trust).Build(found, statements);
        return statements;
    }

    private static void Print(string role, ExactCount count) =>
        Console.WriteLine($"{role}: P {count.Precision:P1} R {count.Recall:P1} F1 {count.F1:P2}");
}
