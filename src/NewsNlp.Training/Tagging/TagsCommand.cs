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
        Option<float> silver = new("--silver") { DefaultValueFactory = _ => 0.3f };
        Option<float> share = new("--share") { DefaultValueFactory = _ => 1f };
        Option<int> epochs = new("--epochs") { DefaultValueFactory = _ => 5 };
        Option<int> mixed = new("--mixed") { DefaultValueFactory = _ => 2 };
        Option<int> copies = new("--copies") { DefaultValueFactory = _ => 1 };
        Option<float> rate = new("--rate") { DefaultValueFactory = _ => 0.1f };
        Option<float> drop = new("--drop") { DefaultValueFactory = _ => 0.2f };
        Option<float> scale = new("--scale") { DefaultValueFactory = _ => 32f };
        Option<int> smallest = new("--smallest") { DefaultValueFactory = _ => 1 };
        Option<int> min = new("--min") { DefaultValueFactory = _ => 3 };
        Command command = new("tags", "Tagger: Penn tags and parts of speech.") { data, models, seed, silver, share, epochs, rate, drop, min, copies, scale, smallest, mixed };
        command.SetAction(result => Train(result.GetValue(data)!, result.GetValue(models)!, result.GetValue(silver), result.GetValue(share), result.GetValue(copies), result.GetValue(scale), result.GetValue(smallest), result.GetValue(mixed),
            new TagTrainerOptions(result.GetValue(epochs), result.GetValue(rate), result.GetValue(drop), result.GetValue(min), (ulong)result.GetValue(seed))));
        return command;
    }

    private static void Train(string data, string models, float silverWeight, float share, int copies, float scale, int smallest, int mixed, TagTrainerOptions options)
    {
        CorpusDocument[] gold = [.. Treebanks.EwtTrain(data), .. Treebanks.GumTrain(data)];
        List<CorpusDocument> silver = [];
        int n = 0;
        foreach (SilverDocument document in SilverReader.Read(data))
            if (share > 0 && (n = (n + 1) % 1000) < share * 1000) silver.Add(document.Document);
        TagCounts counts = new();
        foreach (CorpusDocument document in gold) counts.Add(document, 1, gold: true);
        foreach (CorpusDocument document in silver) counts.Add(document, silverWeight, gold: false);
        TagLabels labels = counts.Labels();
        (uint[] words, byte[] classes) = counts.Lexicon();
        Console.WriteLine($"{labels.Count} labels, {words.Length} words, {classes.Max()} classes");
        WordClusters clusters = WordClusters.Of(ModelSource.FromFolder(models));
        TagCorpus corpus = new(labels, new WordFeatures(clusters, new TagLexicon(words, classes)));
        HeadlineMaker headlines = new(options.Seed, 0.05f);
        TagSentence[] sentences = [.. Enumerable.Range(0, copies).SelectMany(_ => gold.SelectMany(document => corpus.Read(document, 1, headlines))),
            .. silver.SelectMany(document => corpus.Read(document, silverWeight, headlines))];
        TagSentence[] golds = sentences[..(copies * gold.Sum(d => d.Sentences.Length))];
        TagTrainer trainer = new(corpus, labels, sentences, options);
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            trainer.Epoch(epoch < mixed ? sentences : golds);
            if (epoch % 2 == 1 || epoch == options.Epochs - 1)
            {
                ModelFile file = new(TagModel.Name);
                labels.Write(file);
                TagLexicon.Write(file, words, classes);
                (List<uint> features, var lists) = trainer.Learner.Quantize(scale, smallest);
                Console.WriteLine($"{features.Count} features, {lists.Sum(l => l.Length)} weights");
                SparseWeights.Write(file, features, lists);
                CommandOptions.Save(file, models);
                TagModel model = TagModel.Read(file, clusters);
                Evaluate(model, "EWT", Treebanks.EwtDev(data));
                Evaluate(model, "GUM", Treebanks.GumDev(data));
            }
        }
    }

    private static void Evaluate(TagModel model, string set, IReadOnlyList<CorpusDocument> documents)
    {
        Tagger tagger = new(model);
        TagScratch scratch = new();
        TagScore score = new();
        foreach (CorpusDocument document in documents)
        {
            DocumentDraft draft = document.ToDraft();
            tagger.Tag(draft, scratch);
            score.Add(document, draft);
        }
        Console.WriteLine($"{set} UPOS {score.Upos:F2} Penn {score.Penn:F2}");
    }
}
