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
        if (Environment.GetEnvironmentVariable("TIMES") is not null)
        {
            EarlierSteps steps = new();
            EntityStep real = new(NewsNlp.ModelSource.Embedded.Load(EntityStep.Model));
            var drafts = Directory.GetFiles("samples", "*.txt").Select(f => steps.Read(File.ReadAllText(f))).ToArray();
            int words = drafts.Sum(d => d.TokenCount), pronouns = drafts.Sum(d => { var g = real.JoinNames(d); int c = 0; for (int i = 0; i < g.Count; i++) if (g[i].Pronoun != PronounKind.None) c++; return c; });
            for (int round = 0; round < 6; round++)
            {
                long a = 0, b = 0, c = 0, e = 0;
                for (int i = 0; i < 400; i++)
                    foreach (var d in drafts)
                    {
                        long t0 = System.Diagnostics.Stopwatch.GetTimestamp();
                        new ClauseTree(d);
                        long t1 = System.Diagnostics.Stopwatch.GetTimestamp();
                        MentionGraph g = real.JoinNames(d);
                        long t2 = System.Diagnostics.Stopwatch.GetTimestamp();
                        real.ResolvePronouns(g);
                        long t3 = System.Diagnostics.Stopwatch.GetTimestamp();
                        EntityWriter.Write(g);
                        long t4 = System.Diagnostics.Stopwatch.GetTimestamp();
                        a += t1 - t0; b += t2 - t1; c += t3 - t2; e += t4 - t3;
                    }
                double f = 1.0 / 400 / words;
                Console.WriteLine($"{words} words {pronouns} pronouns: tree {a * f:F0} ns/word, names {b * f:F0}, pronouns {c * f:F0}, write {e * f:F0}");
            }
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
