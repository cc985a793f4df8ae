using System.CommandLine;
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
        Option<bool> check = new("--check") { Description = "Scores what was learned from four fifths on the last fifth, and writes no model." };
        Option<int> errors = new("--errors") { Description = "So many differences on the last fifth are printed." };
        Command command = new("statements", "Cues, contents and sources of statements; some minutes.") { data, models, check, errors };
        command.SetAction(result =>
        {
            List<StatementExample> examples = new StatementCorpus().Gold(result.GetValue(data)!);
            StatementOptions options = new();
            options = options with { Trust = Check(examples, options, result.GetValue(errors)) };
            if (!result.GetValue(check)) CommandOptions.Save(TrainAll(examples, options), result.GetValue(models)!);
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
            new StatementTrainer(options, _ => { }).TrainCues(others, file);
            CueTagger tagger = CueTagger.Read(file, options.FalseCueCaution);
            CueScratch scratch = new();
            for (int i = half; i < examples.Count; i += 2)
            {
                List<CueSpan> cues = [];
                tagger.Find(examples[i].Tokens, scratch, cues);
                cues.RemoveAll(cue => examples[i].Attributions.Exists(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End));
                found[i] = cues;
            }
        }
        return found;
    }

    // Trains on four fifths, scores the last one, and learns from it how far margins can be trusted.
    private static float[] Check(List<StatementExample> examples, StatementOptions options, int errors)
    {
        ModelFile file = TrainAll([.. examples.Where((_, i) => i % Folds != 0)], options);
        List<StatementExample> held = [.. examples.Where((_, i) => i % Folds == 0)];
        TrustFit trust = new();
        HeldOutScore.Run(held, StatementModel.Read(file), trust, 0);
        file.Set<float>("trust", trust.Fit());
        HeldOutScore.Run(held, StatementModel.Read(file), null, errors);
        return file.Array<float>("trust");
    }
}
