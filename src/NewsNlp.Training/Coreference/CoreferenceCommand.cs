using System.CommandLine;
using NewsNlp.Coreference;
using NewsNlp.Models;

namespace NewsNlp.Training.Coreference;

/// <summary>Trains the model of the entity step: given names by gender, and the network by which pronouns find their antecedents.</summary>
internal static class CoreferenceCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Option<bool> check = new("--check") { Description = "Scores the ranker by cross-validation, and writes no model." };
        Option<int> errors = new("--errors") { Description = "So many passages that the check got wrong are printed." };
        Command command = new("coreference", "Given names and the pronoun ranker, from name lists, silver text, GUM and GAP; half a minute. The models of the steps before must be there.")
        {
            data, models, seed, check, errors,
        };
        command.SetAction(result =>
        {
            ModelFile file = new(EntityStep.Model);
            GivenNameTrainer.Train(result.GetValue(data)!, file);
            new PronounRanker().Save(file);
            EntityStep names = new(file);
            PronounCorpus corpus = new(result.GetValue(data)!, names);
            if (result.GetValue(check))
            {
                new PronounCheck(corpus, names).Run(result.GetValue(seed), result.GetValue(errors));
                return;
            }
            PronounTrainer.Train(corpus.Examples(), result.GetValue(seed), new PronounTraining()).Save(file);
            CommandOptions.Save(file, result.GetValue(models)!);
        });
        return command;
    }
}
