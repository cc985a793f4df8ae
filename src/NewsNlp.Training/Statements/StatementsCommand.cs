using System.CommandLine;
using System.Diagnostics;
using NewsNlp.Models;
using NewsNlp.Statements;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Trains <see cref="StatementModel"/> on PolNeAR and on silver attributions.</summary>
internal static class StatementsCommand
{
    private const int Folds = 5;

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<bool> check = new("--check") { Description = "Trains on four fifths, scores the last fifth and writes no model." };
        Option<int> caution = new("--caution") { Description = "Added to the score of no cue." };
        Option<int> errors = new("--errors") { Description = "With --check: so many differences are printed." };
        Command command = new("statements", "Cues, contents and sources of statements; some minutes.") { data, models, check, caution, errors };
        command.SetAction(result =>
        {
            StatementOptions options = new() { Caution = result.GetValue(caution) };
            List<StatementExample> examples = new StatementCorpus().FromSilver(result.GetValue(data)!);
            Console.WriteLine($"{examples.Count} articles");
            if (result.GetValue(check)) Check(examples, options, result.GetValue(errors));
            else CommandOptions.Save(TrainAll(examples, options), result.GetValue(models)!);
        });
        return command;
    }

    private static ModelFile TrainAll(List<StatementExample> examples, StatementOptions options) =>
        new StatementTrainer(options, Console.WriteLine).Train(examples, FalseCues(examples, options));

    // What a tagger trained on one half takes for a cue in the other half: the content ranker learns to say "none" to them.
    private static List<CueSpan>[] FalseCues(List<StatementExample> examples, StatementOptions options)
    {
        List<CueSpan>[] found = new List<CueSpan>[examples.Count];
        for (int half = 0; half < 2; half++)
        {
            List<StatementExample> others = [.. examples.Where((_, i) => i % 2 != half)];
            ModelFile file = new("cues");
            new StatementTrainer(options, _ => { }).TrainCues(others).WriteTo(file, "cue");
            CueTagger tagger = new(NewsNlp.Learning.SequenceModel.Read(file, "cue"), options.FalseCueCaution);
            CueScratch scratch = new();
            for (int i = half; i < examples.Count; i += 2)
            {
                List<CueSpan> cues = [];
                foreach (Drafts.SentenceData sentence in examples[i].Tokens.Draft.Sentences) tagger.Find(examples[i].Tokens, sentence, scratch, cues);
                cues.RemoveAll(cue => examples[i].Attributions.Exists(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End));
                found[i] = cues;
            }
        }
        return found;
    }

    private static void Check(List<StatementExample> examples, StatementOptions options, int errors)
    {
        List<StatementExample> train = [.. examples.Where((_, i) => i % Folds != 0)];
        ModelFile file = TrainAll(train, options);
        StatementModel model = StatementModel.Read(file);
        AttributionReader reader = new(model);
        StatementScratch scratch = new();
        StatementScore score = new();
        Stopwatch watch = Stopwatch.StartNew();
        int tokens = 0;
        for (int i = 0; i < examples.Count; i += Folds)
        {
            List<AttributionData> found = [];
            List<Statement> statements = [];
            tokens += examples[i].Tokens.Count;
            reader.Read(examples[i].Tokens, scratch, found);
            new StatementAssembly(examples[i].Tokens, new SpeechLexicon(), model.Trust).Build(found, statements);
            score.Add(examples[i].Gold, statements, []);
        }
        Console.WriteLine($"{tokens / watch.Elapsed.TotalSeconds:N0} tokens/s with scoring");
        foreach (string line in score.Errors.Take(errors)) Console.WriteLine(line);
        Print("source", score.Source);
        Print("cue", score.Cue);
        Print("content", score.Content);
        Console.WriteLine($"runs {score.Runs} found {score.FoundShare:P1} right {score.RightShare:P1}");
    }

    private static void Print(string role, ExactCount count) =>
        Console.WriteLine($"{role}: P {count.Precision:P1} R {count.Recall:P1} F1 {count.F1:P2}");
}
