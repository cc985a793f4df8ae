using System.CommandLine;
using System.Diagnostics;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Training.Syntax;

/// <summary>Trains what mends tags, on words of new text that taggers are in doubt about, as the parser's network sees them.</summary>
internal static class RetagsCommand
{
    // They differ by their seeds.
    private const int Networks = 3;

    // Beside GUM's; of the text that the silver corpus is least like, the more is learned the more it counts.
    private const float EwtWeight = 2;

    // The networks learn from taggers that know half of the documents and err more often than the one that knows all.
    private const float Caution = 1 / 6f;

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("retags", "Mends tags with the parser's network; needs the models of clusters, tags, lemmas and syntax; seven minutes.") { data, models, seed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, (ulong)result.GetValue(seed)));
        return command;
    }

    private static void Train(string data, string models, ulong seed)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<CorpusDocument> ewt = Treebanks.EwtTrain(data);
        CorpusDocument[] gold = [.. ewt, .. Treebanks.GumTrain(data)];
        CorpusDocument[] silver = [.. SilverReader.Read(data).Select(document => document.Document)];
        ModelSource source = ModelSource.FromFolder(models);
        HalfTaggers taggers = new(gold, silver, WordClusters.Of(source), seed);
        TagLabels labels = TagLabels.Read(source.Load(TagModel.Name));
        ParserModel parser = ParserModel.Load(source);
        ParserNetwork network = new(parser, SyntaxStep.MaxWords);
        RetagExample[] examples =
        [
            .. gold.SelectMany((document, i) => RetagExample.Of(document, taggers.Tag(document, i), network, labels, i < ewt.Count ? EwtWeight : 1)),
            .. silver.SelectMany((document, i) => RetagExample.Of(document, taggers.Tag(document, i), network, labels, TagModelMaker.SilverWeight)),
        ];
        Console.WriteLine($"{examples.Length} words in doubt; {watch.Elapsed.TotalSeconds:F0} s");
        RetagTrainer[] networks = [.. Enumerable.Range(0, Networks).Select(i => new RetagTrainer(parser.WindowBytes, labels.Count, new RetagTrainerOptions(Seed: seed * Networks + (ulong)i)))];
        foreach (RetagTrainer trainer in networks) trainer.Train(examples);
        CommandOptions.Save(RetagTrainer.Make(networks, labels, Caution), models);
        Print(source, data);
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
    }

    private static void Print(ModelSource models, string data)
    {
        IStep tagger = TagStep.Recipe.Create(models), parser = SyntaxStep.Recipe.Create(models);
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            TagScore score = TagScore.Of(documents, draft =>
            {
                tagger.Run(draft);
                parser.Run(draft);
            });
            Console.WriteLine($"{set}: UPOS {score.Upos:F2}, Penn tags {score.Penn:F2}, lemmas {score.Lemmas:F2}");
        }
    }
}
