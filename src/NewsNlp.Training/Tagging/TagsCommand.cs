using System.CommandLine;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Trains the tagger on the treebanks and, with less weight, on the silver corpus.</summary>
internal static class TagsCommand
{
    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("tags", "Tagger: Penn tags and parts of speech; five minutes, needs the clusters.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, (ulong)result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, ulong seed)
    {
        CorpusDocument[] gold = [.. Treebanks.EwtTrain(data), .. Treebanks.GumTrain(data)];
        CorpusDocument[] silver = [.. SilverReader.Read(data).Select(document => document.Document)];
        WordClusters clusters = WordClusters.Of(ModelSource.FromFolder(models));
        ModelFile file = TagModelMaker.Make(gold, silver, clusters, seed);
        CommandOptions.Save(file, models);
        Print(TagModel.Read(file, clusters), data);
    }

    private static void Print(TagModel model, string data)
    {
        Tagger tagger = new(model);
        TagScratch scratch = new();
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in
            new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            TagScore score = TagScore.Of(documents, draft => tagger.Tag(draft, scratch));
            Console.WriteLine($"{set}: UPOS {score.Upos:F2}, Penn tags {score.Penn:F2}");
        }
    }
}
