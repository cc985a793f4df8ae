using System.CommandLine;
using System.Globalization;
using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Learning;

namespace NewsNlp.Training.Names;

/// <summary>Trains the names model, or tells how it does in countries that it has not seen.</summary>
internal static class NamesCommand
{
    private const int CountryFolds = 6;

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Option<bool> countries = new("--countries") { Description = "Cross-validates on Worldwide train, whole countries held out, and writes no model." };
        Command command = new("names", "Names and their types, from hand-annotated and silver news; needs the models of clusters and tags.") { data, models, seed, countries };
        command.SetAction(result =>
        {
            string folder = result.GetValue(models)!;
            NamesTrainer trainer = new(result.GetValue(data)!, ModelSource.FromFolder(folder), result.GetValue(seed));
            if (result.GetValue(countries)) CrossValidate(trainer);
            else Train(trainer, result.GetValue(data)!, folder);
        });
        return command;
    }

    private static void Train(NamesTrainer trainer, string data, string models)
    {
        CommandOptions.Save(trainer.Train(Console.WriteLine), models);
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().UseModels(ModelSource.FromFolder(models)).Build();
        foreach ((string set, NameCounts counts) in NameScores.Run(data, pipeline)) Report(set, counts);
    }

    // The model of each fold has seen only gold of other countries: no silver, and no votes in training.
    private static void CrossValidate(NamesTrainer trainer)
    {
        string[] countries = [.. trainer.Gold.Select(CountryOf).Where(country => country.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        NameCounts all = new();
        for (int fold = 0; fold < CountryFolds; fold++)
        {
            HashSet<string> heldOut = [.. countries.Where((_, i) => i % CountryFolds == fold)];
            NameTagger tagger = trainer.TrainReader(trainer.Gold.Where(source => !heldOut.Contains(CountryOf(source))));
            foreach (IGrouping<string, NameSource> country in trainer.Gold.Where(source => heldOut.Contains(CountryOf(source))).GroupBy(CountryOf))
            {
                NameCounts counts = new();
                foreach (NameSource source in country)
                {
                    Name[] names = Read(tagger, source.Draft);
                    NameScores.Count(counts, source.Gold!, names);
                    NameScores.Count(all, source.Gold!, names);
                }
                Report($"{country.Key} ({country.Count()} documents)", counts);
            }
        }
        Report("all countries", all);
    }

    private static Name[] Read(NameTagger tagger, DocumentDraft draft)
    {
        draft.Names.Clear();
        tagger.Tag(draft);
        return [.. draft.Names.Select(name => new Name(draft.SpanOf(name.FirstToken, name.EndToken), name.Type, name.Confidence))];
    }

    // Files are called COUNTRY_NEWSPAPER_NUMBER; empty for other corpora.
    private static string CountryOf(NameSource source) =>
        source.Id.StartsWith("worldwide/", StringComparison.Ordinal) ? source.Id["worldwide/".Length..].Split('_')[0] : "";

    private static void Report(string set, NameCounts counts) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{set}: F1 {counts.F1():F2} (PER {counts.F1("PER"):F2}, LOC {counts.F1("LOC"):F2}, ORG {counts.F1("ORG"):F2})"));
}
