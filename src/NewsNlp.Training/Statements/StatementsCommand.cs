using System.CommandLine;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Trains <see cref="StatementModel"/> on PolNeAR.</summary>
internal static class StatementsCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<bool> check = new("--check") { Description = "Scores by cross-validation, which is done anyway, and writes no model." };
        Option<int> errors = new("--errors") { Description = "So many differences of the cross-validation are printed." };
        Command command = new("statements", "Cues, contents and sources of statements; eight minutes on a free core.") { data, models, check, errors };
        command.SetAction(result =>
        {
            List<StatementExample> examples = new StatementCorpus().Gold(result.GetValue(data)!);
            StatementOptions options = new();
            List<FoundCue>[] halfCues = HalfCues.Find(examples, options);
            CrossReader parts = new(examples, halfCues, options);
            HeldOutScore held = parts.Score();
            held.Print(result.GetValue(errors));
            if (result.GetValue(check)) return;
            ModelFile file = new StatementTrainer(options, Console.WriteLine).Train(examples, halfCues);
            parts.WriteTo(file);
            file.Set<float>("trust", held.Trust());
            CommandOptions.Save(file, result.GetValue(models)!);
        });
        return command;
    }
}
