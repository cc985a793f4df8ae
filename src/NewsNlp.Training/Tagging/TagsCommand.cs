using System.CommandLine;
using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>Trains the tagger on the treebanks and, with less weight, on the silver corpus.</summary>
internal static class TagsCommand
{
    private const float SilverWeight = 0.3f;
    private const float Headlines = 0.05f;

    /// <summary>Weights that come to less are left out of the model; they change nothing that can be measured.</summary>
    private const int SmallestWeight = 3;

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
        TagCounts counts = new();
        foreach (CorpusDocument document in gold) counts.Add(document, weight: 1, gold: true);
        foreach (CorpusDocument document in silver) counts.Add(document, SilverWeight, gold: false);
        TagLabels labels = counts.Labels();
        (uint[] words, byte[] classes, byte[] verbs) = counts.Lexicon();
        WordClusters clusters = WordClusters.Of(ModelSource.FromFolder(models));

        TagCorpus corpus = new(labels, new WordFeatures(clusters, new TagLexicon(words, classes, verbs)));
        HeadlineMaker headlines = new(seed, Headlines);
        TagSentence[] sentences =
        [
            .. gold.SelectMany(document => corpus.Read(document, weight: 1, headlines)),
            .. silver.SelectMany(document => corpus.Read(document, SilverWeight, headlines)),
        ];
        SparseLogistic learner = TagTrainer.Train(corpus, labels, sentences, new TagTrainerOptions { Seed = seed });

        ModelFile file = new(TagModel.Name);
        labels.Write(file);
        TagLexicon.Write(file, words, classes, verbs);
        (List<uint> features, List<(byte Label, sbyte Weight)[]> lists) = learner.Quantize(TagModel.Scale, SmallestWeight);
        SparseWeights.Write(file, features, lists);
        CommandOptions.Save(file, models);
        Print(TagModel.Read(file, clusters), data);
    }

    private static void Print(TagModel model, string data)
    {
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in
            new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            TagScore score = new();
            TagScratch scratch = new();
            foreach (CorpusDocument document in documents)
            {
                DocumentDraft draft = document.ToDraft();
                new Tagger(model).Tag(draft, scratch);
                score.Add(document, draft);
            }
            Console.WriteLine($"{set}: UPOS {score.Upos:F2}, Penn tags {score.Penn:F2}");
        }
    }
}
