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
            List<CueSpan>[] falseCues = FalseCues(examples, options);
            ModelFile checkedFile = Check(examples, falseCues, options, result.GetValue(errors));
            if (result.GetValue(check)) return;
            ModelFile file = new StatementTrainer(options, Console.WriteLine).Train(examples, falseCues);
            foreach (string section in (string[])["keep", "trust"]) file.Set<float>(section, checkedFile.Array<float>(section));
            CommandOptions.Save(file, result.GetValue(models)!);
        });
        return command;
    }

    // What a tagger trained on one half takes for a cue in the other half: the content ranker learns to say "none" to them.
    private static List<CueSpan>[] FalseCues(List<StatementExample> examples, StatementOptions options)
    {
        List<CueSpan>[] found = new List<CueSpan>[examples.Count];
        for (int half = 0; half < 2; half++)
        {
            List<StatementExample> others = [.. examples.Where((_, i) => i % 2 != half)];
            ModelFile file = new("cues");
            new StatementTrainer(options, _ => { }).TrainCues(others, file);
            CueTagger tagger = CueTagger.Read(file, options.Caution);
            CueScratch scratch = new();
            for (int i = half; i < examples.Count; i += 2)
            {
                List<FoundCue> all = [];
                tagger.Find(examples[i].Tokens, scratch, all);
                List<CueSpan> cues = [.. all.Select(cue => cue.Span)];
                cues.RemoveAll(cue => examples[i].Attributions.Exists(gold => gold.Cue.First < cue.End && cue.First < gold.Cue.End));
                found[i] = cues;
            }
        }
        return found;
    }

    // Trains on four fifths, learns from the last one how far margins can be trusted, and scores it.
    private static ModelFile Check(List<StatementExample> examples, List<CueSpan>[] falseCues, StatementOptions options, int errors)
    {
        static bool IsHeld<T>(T item, int index) => index % Folds == 0;
        ModelFile file = new StatementTrainer(options, Console.WriteLine).Train(
            [.. examples.Where((item, i) => !IsHeld(item, i))], [.. falseCues.Where((item, i) => !IsHeld(item, i))]);
        HeldOutScore held = new([.. examples.Where(IsHeld)]);
        held.FitTrust(file);
        held.Print(StatementModel.Read(file), errors);
        return file;
    }
}
