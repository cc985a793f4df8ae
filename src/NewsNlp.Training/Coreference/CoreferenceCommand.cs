using System.CommandLine;
using NewsNlp.Coreference;
using NewsNlp.Models;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>Trains the model of the entity step: given names by gender, and the weights by which pronouns find their antecedents.</summary>
internal static class CoreferenceCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Option<bool> check = new("--check") { Description = "Scores the ranker by cross-validation, and writes no model." };
        Option<int> errors = new("--errors");
        Command command = new("coreference", "Given names and the pronoun ranker, from name lists, silver text, GUM and GAP; two minutes. The models of the steps before must be there.") { data, models, seed, check, errors };
        command.SetAction(result =>
        {
            if (result.GetValue(check)) Check(result.GetValue(data)!, result.GetValue(seed), result.GetValue(errors));
            else Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed));
        });
        return command;
    }

    private static void Check(string data, int seeds, int errors)
    {
        ModelFile file = new(EntityStep.Model);
        GivenNameTrainer.Train(data, file);
        new PronounRanker().Save(file);
        EntityStep names = new(file);
        if (Environment.GetEnvironmentVariable("LINKS") is not null)
        {
            ScratchLinks.Run(data, names);
            return;
        }
        PronounCorpus corpus = new(data, names);
        foreach (string setting in (Environment.GetEnvironmentVariable("SETTINGS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            float[] v = [.. setting.Split(',').Select(x => float.Parse(x, System.Globalization.CultureInfo.InvariantCulture))];
            Console.WriteLine("setting " + setting);
            PronounTraining training = new(Epochs: (int)v[0], Rate: v[1], Shrink: v[2], Dropout: v[3], Units: (int)v[4]);
            for (int seed = 1; seed <= seeds; seed++) new PronounCheck(corpus, names, training).Run(seed, seed == 1 ? errors : 0);
        }
    }

    private static void Train(string data, string models, int seed)
    {
        ModelFile file = new(EntityStep.Model);
        GivenNameTrainer.Train(data, file);
        new PronounRanker().Save(file);
        PronounTraining training = new();
        PronounTrainer.Train(new PronounCorpus(data, new EntityStep(file)).Examples(), seed, training).Save(file);
        CommandOptions.Save(file, models);
    }
}
