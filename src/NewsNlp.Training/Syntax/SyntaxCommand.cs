using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NewsNlp.Drafts;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>Trains the parser: on the treebanks and on silver trees, those of the treebanks more often and last.</summary>
internal static class SyntaxCommand
{
    private const float MinConfidence = 0.6f, SilverWeight = 0.7f;
    private const int GoldRounds = 8, SilverRounds = 2;

    private static readonly NetworkSize Size = new(Word: 64, Token: 64, Hidden: 256, Layers: 3);

    public static Command Create()
    {
        Option<string> data = CommandOptions.Data(), models = CommandOptions.Models();
        Option<int> seed = CommandOptions.Seed();
        Command command = new("syntax", "Dependency parser from treebanks and silver trees; needs the tagger's model; six minutes.") { data, models, seed };
        command.SetAction(result => Train(
            result.GetValue(data)!, result.GetValue(models)!, new SyntaxTrainerOptions(Seed: (ulong)result.GetValue(seed))));
        return command;
    }

    private static void Train(string data, string models, SyntaxTrainerOptions options)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IStep tagger = TagStep.Recipe.Create(ModelSource.FromFolder(models));
        TagConfusion confusion = new();
        List<TreeSample> gold = [.. Treebanks.EwtTrain(data).Concat(Treebanks.GumTrain(data)).SelectMany(document => TreeSamples.Of(document, tagger, 1))];
        List<TreeSample> silver = Silver(data, tagger, confusion);
        List<TreeSample> ewt = [.. Treebanks.EwtDev(data).SelectMany(document => TreeSamples.Of(document, tagger, 1))];
        List<TreeSample> gum = [.. Treebanks.GumDev(data).SelectMany(document => TreeSamples.Of(document, tagger, 1))];
        Vocabulary vocabulary = Vocabulary.Make(data, gold.Concat(silver).SelectMany(sample => sample.Words).Select(word => word.Word), Size.Word);
        foreach (TreeSample sample in gold.Concat(silver).Concat(ewt).Concat(gum))
            for (int i = 0; i < sample.Count; i++) sample.WordRows[i] = vocabulary.RowOf(sample.Words[i].Word);
        Console.WriteLine($"{gold.Sum(s => s.Count)} gold, {silver.Sum(s => s.Count)} silver words, {vocabulary.Hashes.Count} words with vectors; {watch.Elapsed.TotalSeconds:F0} s");
        SyntaxTrainer trainer = new(Size, vocabulary, confusion, options);
        trainer.Train(Order(gold, silver, options.Seed), share =>
        {
            (double u, double l) = trainer.Score(ewt);
            (double u2, double l2) = trainer.Score(gum);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F0} s {share:P0} EWT {u:F2} {l:F2} GUM {u2:F2} {l2:F2}, {trainer.Encoder.Misfits} sums too large so far"));
        });
        CommandOptions.Save(ParserExport.Make(Size, vocabulary, trainer.Encoder, trainer.Scorer), models);
    }

    private static List<TreeSample> Silver(string data, IStep tagger, TagConfusion confusion)
    {
        List<TreeSample> samples = [];
        foreach (SilverDocument document in SilverReader.Read(data)) samples.AddRange(TreeSamples.Of(document.Document, tagger, SilverWeight, MinConfidence, confusion));
        samples.ForEach(TreeSamples.RestoreSubtypes);
        confusion.JoinRareWords();
        return samples;
    }

    // All mixed, but for the last round of the treebanks, which has the smallest steps to itself.
    private static List<TreeSample> Order(List<TreeSample> gold, List<TreeSample> silver, ulong seed)
    {
        Random64 random = new(seed + 1000);
        List<TreeSample> order = [];
        for (int round = 0; round < GoldRounds - 1; round++) order.AddRange(gold);
        for (int round = 0; round < SilverRounds; round++) order.AddRange(silver);
        TreeSample[] all = [.. order], last = [.. gold];
        random.Shuffle<TreeSample>(all);
        random.Shuffle<TreeSample>(last);
        return [.. all, .. last];
    }
}
