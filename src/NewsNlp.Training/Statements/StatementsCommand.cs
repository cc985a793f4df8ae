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
        Option<float> silver = new("--silver") { Description = "What a silver attribution counts against a gold one.", DefaultValueFactory = _ => 0.3f };
        Option<float> caution = new("--caution") { Description = "Added to the score of no cue." };
        Option<int> errors = new("--errors") { Description = "With --check: so many differences are printed." };
        Command command = new("statements", "Cues, contents and sources of statements; some minutes.") { data, models, check, silver, caution, errors };
        command.SetAction(result =>
        {
            StatementOptions options = new() { Caution = result.GetValue(caution) };
            StatementCorpus corpus = new();
            List<StatementExample> gold = corpus.Gold(result.GetValue(data)!);
            List<StatementExample> others = result.GetValue(silver) > 0 ? corpus.Silver(result.GetValue(data)!, result.GetValue(silver)) : [];
            Console.WriteLine($"{gold.Count} gold and {others.Count} silver articles");
            if (result.GetValue(check)) Check(gold, others, options, result.GetValue(errors));
            else CommandOptions.Save(TrainAll([.. gold, .. others], options), result.GetValue(models)!);
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

    private static void Check(List<StatementExample> examples, List<StatementExample> others, StatementOptions options, int errors)
    {
        List<StatementExample> train = [.. examples.Where((_, i) => i % Folds != 0), .. others];
        ModelFile file = TrainAll(train, options);
        foreach (float caution in new[] { options.Caution })
        foreach (float patience in new[] { options.Patience })
        {
            file.Set<float>("cue.caution", [caution]);
            file.Set<int>("content.patience", [(int)(patience * file.Array<float>("content.scale", 1)[0])]);
            Console.WriteLine($"caution {caution} patience {patience}");
            Score(examples, StatementModel.Read(file), caution == options.Caution ? errors : 0);
        }
    }

    private static void Score(List<StatementExample> examples, StatementModel model, int errors)
    {
        AttributionReader reader = new(model);
        StatementScratch scratch = new();
        StatementScore score = new();
        Stopwatch watch = Stopwatch.StartNew();
        int tokens = 0, nf = 0, ng = 0, na = 0, ov = 0;
        for (int i = 0; i < examples.Count; i += Folds)
        {
            List<AttributionData> found = [];
            List<Statement> statements = [];
            tokens += examples[i].Tokens.Count;
            reader.Read(examples[i].Tokens, scratch, found);
            new StatementAssembly(examples[i].Tokens, new SpeechLexicon(), model.Trust).Build(found, statements);
            score.Add(examples[i].Gold, statements, []);
            foreach (var sentence in examples[i].Tokens.Draft.Sentences)
            {
                List<CueSpan> cs = [];
                model.Cues.Find(examples[i].Tokens, sentence, scratch.Cues, cs);
                nf += cs.Count; ng += cs.Count(c => examples[i].Attributions.Exists(a => a.Cue == c));
                ov += cs.Count(c => examples[i].Attributions.Exists(a => a.Cue.First < c.End && c.First < a.Cue.End));
            }
            na += examples[i].Attributions.Count;
        }
        Console.WriteLine($"{tokens / watch.Elapsed.TotalSeconds:N0} tokens/s with scoring");
        foreach (string line in score.Errors.Take(errors)) Console.WriteLine(line);
        Console.WriteLine($"cues found {nf} right {ng} overlapping {ov} gold {na}");
        Print("source", score.Source);
        Print("cue", score.Cue);
        Print("content", score.Content);
        Console.WriteLine($"runs {score.Runs} found {score.FoundShare:P1} right {score.RightShare:P1}");
    }

    private static void Print(string role, ExactCount count) =>
        Console.WriteLine($"{role}: P {count.Precision:P1} R {count.Recall:P1} F1 {count.F1:P2}");
}
