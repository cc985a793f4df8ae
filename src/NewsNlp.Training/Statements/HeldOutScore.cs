using NewsNlp.Statements;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Scores a model on articles that it was not trained on.</summary>
internal static class HeldOutScore
{
    public static void Run(List<StatementExample> examples, StatementModel model, TrustFit? trust, int errors)
    {
        AttributionReader reader = new(model);
        SpeechLexicon lexicon = new();
        StatementScratch scratch = new(StatementCorpus.Words());
        StatementScore score = new();
        foreach (StatementExample example in examples)
        {
            List<AttributionData> found = [];
            List<Statement> statements = [];
            reader.Read(example.Tokens, scratch, found);
            new StatementAssembly(example.Tokens, lexicon, model.Trust).Build(found, statements);
            int first = score.Trust.Count;
            score.Add(example.Gold, statements, example.Tokens.Draft.Entities);
            trust?.Add(example, found, score.Trust[first..]);
        }
        if (trust is not null) return;
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

    private static void Print(string role, ExactCount count) =>
        Console.WriteLine($"{role}: P {count.Precision:P1} R {count.Recall:P1} F1 {count.F1:P2}");
}
