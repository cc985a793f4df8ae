using NewsNlp.Models;
using NewsNlp.Statements;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Statements of articles that their model was not trained on: they tell how far its margins can be trusted, and how good it is.</summary>
internal sealed class HeldOutScore
{
    private readonly SpeechLexicon _lexicon = new();
    private readonly StatementScore _score = new();
    private readonly TrustFit _trust = new();
    private readonly GivenCueScore _givenCue = new();

    /// <summary>Reads articles with a model that lacks nothing but how sure it is.</summary>
    public void Add(ModelFile file, IReadOnlyList<StatementExample> examples)
    {
        file.Set<float>("trust", new float[TrustFeatures.Count]);
        StatementModel model = StatementModel.Read(file);
        AttributionReader reader = new(model);
        // Of its own: a scratch remembers what the model it works for says of words.
        StatementScratch scratch = new(StatementCorpus.Words());
        foreach (StatementExample example in examples)
        {
            List<AttributionData> found = [];
            reader.Read(example.Tokens, scratch, found);
            Add(example, found, model, scratch);
            _givenCue.Add(model.Finder, example, scratch);
        }
    }

    /// <summary>What makes margins a probability.</summary>
    public float[] Trust() => _trust.Fit();

    public void Print(int errors)
    {
        foreach (string line in _score.Errors.Take(errors)) Console.WriteLine(line);
        _givenCue.Print();
        Print("source", _score.Source);
        Print("cue", _score.Cue);
        Print("content", _score.Content);
        Console.WriteLine($"runs {_score.Runs} found {_score.FoundShare:P1} right {_score.RightShare:P1}");
        foreach (IGrouping<string, (Statement Statement, bool Right)> rule in _score.Trust.GroupBy(item => item.Statement.Rule))
            Console.WriteLine($"{rule.Key}: {rule.Count()} statements, right {rule.Average(item => item.Right ? 1 : 0):P1}");
    }

    private void Add(StatementExample example, List<AttributionData> found, StatementModel model, StatementScratch scratch)
    {
        List<Statement> statements = [];
        new StatementAssembly(example.Tokens, _lexicon, model, scratch).Build(found, statements);
        int before = _score.Trust.Count;
        _score.Add(example.Gold, statements, example.Tokens.Draft.Entities);
        Dictionary<int, bool> right = [];
        foreach ((Statement statement, bool isRight) in _score.Trust.Skip(before))
            if (statement.Cue is { } cue) right[cue.Span.Start] = isRight;
        foreach (AttributionData attribution in found)
            if (right.TryGetValue(example.Tokens.Draft.TokenBuffer[attribution.Cue.First].Start, out bool isRight)) _trust.Add(example.Tokens, attribution, isRight);
    }

    private static void Print(string role, ExactCount count) =>
        Console.WriteLine($"{role}: P {count.Precision:P1} R {count.Recall:P1} F1 {count.F1:P2}");
}
