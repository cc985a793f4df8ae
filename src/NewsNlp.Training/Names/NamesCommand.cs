using System.CommandLine;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Names;

/// <summary>Trains the names model.</summary>
internal static class NamesCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("names", "Names and their types, from hand-annotated and silver news.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(seed)));
        return command;
    }

    private static void Report(string data, string models)
    {
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddNames().UseModels(ModelSource.FromFolder(models)).Build();
        foreach ((string set, NameCounts counts) in NameScores.Run(data, pipeline))
            Console.WriteLine($"{set}: F1 {counts.F1():F2} (PER {counts.F1("PER"):F2}, LOC {counts.F1("LOC"):F2}, ORG {counts.F1("ORG"):F2})");
    }

    private static void Train(string data, string models, int seed)
    {
        if (Environment.GetEnvironmentVariable("ERR") is not null)
        {
            Report(data, models);
            return;
        }
        WordClusters clusters = WordClusters.Of(ModelSource.FromFolder(models));
        GazetteerLists lists = GazetteerLists.Read(data);
        ModelFile file = new(NamesModel.Name);
        lists.WriteTo(file);
        NameExamples examples = new(clusters, Gazetteer.Read(file));
        List<CrfExample> sequences = [];
        foreach (NameSource source in new NameSources(data, lists).Worldwide())
            sequences.AddRange(examples.Of(source.Draft, NameMask.ToLabels(source.Draft, source.Names), source.Weight));
        float sw = float.Parse(Environment.GetEnvironmentVariable("SW") ?? "0"), sure = float.Parse(Environment.GetEnvironmentVariable("SURE") ?? "0.6");
        string wanted = Environment.GetEnvironmentVariable("SRC") ?? "polnear";
        if (Environment.GetEnvironmentVariable("WG") is { } wg)
            foreach (NameSource source in new NameSources(data, lists).Wikigold())
                sequences.AddRange(examples.Of(source.Draft, NameMask.ToLabels(source.Draft, source.Names), float.Parse(wg)));
        if (sw > 0)
            foreach (NameSource source in new NameSources(data, lists).Silver(sw, sure, id => wanted.Split(',').Any(w => id.StartsWith(w, StringComparison.Ordinal))))
                sequences.AddRange(examples.Of(source.Draft, NameMask.ToLabels(source.Draft, source.Names), source.Weight));
        string[] labels = Bio.Labels(NameLabels.Types.Select(type => type.ToLabel()));
        CrfOptions options = new() { MayFollow = Bio.MayFollow, Seed = (ulong)seed };
        CrfTrainer.Train(labels, sequences, options, Console.WriteLine).WriteTo(file);
        CommandOptions.Save(file, models);
        Report(data, models);
    }
}
