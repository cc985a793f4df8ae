using System.Globalization;
using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;

namespace NewsNlp.Training.Names;

/// <summary>
/// Trains the names model in two rounds. Readers trained on gold read documents that they have not seen: the gold of the other folds,
/// and the silver text. The model then learns from all of it, with the readers' labels as votes; where reader and teacher differ about
/// silver text, both may be right.
/// </summary>
internal sealed class NamesTrainer
{
    private const int Folds = 3;
    private const int FoldEpochs = 5;
    private const int ReaderEpochs = 8;
    private const int Models = 3;

    // Neighbouring documents come from one newspaper; held out one by one they would be no strangers.
    private const int FoldBlock = 10;

    // The network goes so often over gold, the last time over gold alone, and once over a part of the silver text.
    private const int NetworkRounds = 3;
    private const float NetworkSilver = 0.5f;

    private const float SilverWeight = 0.5f;
    private const float SureSilver = 0.6f;

    private static readonly string[] SilverSources = ["polnear/", "gmb/", "white-house/"];
    private static readonly string[] Labels = Bio.Labels(NameLabels.Types.Select(type => type.ToLabel()));

    private readonly WordClusters _clusters;
    private readonly GazetteerLists _lists;
    private readonly NameSources _sources;
    private readonly NameExamples _examples;
    private readonly CrfOptions _options;
    private readonly string _data;

    public NamesTrainer(string data, ModelSource models, int seed)
    {
        (_data, _clusters) = (data, WordClusters.Of(models));
        _lists = GazetteerLists.Read(data);
        _sources = new NameSources(data, models, _lists);
        _examples = new NameExamples(_clusters, Gazetteer.Read(NewFile()));
        _options = new CrfOptions { MayFollow = Bio.MayFollow, Seed = (ulong)seed, Epochs = 6, Dropout = 0.4f };
        Gold = [.. _sources.Worldwide(), .. _sources.Wikigold()];
    }

    public NameSource[] Gold { get; }

    /// <summary>The model, and its sections in a file.</summary>
    public ModelFile Train(Action<string> log)
    {
        NameSource[] silver = [.. _sources.Silver(SilverSources, SilverWeight, SureSilver)];
        Vocabulary vocabulary = NetworkWords(Gold.Concat(silver));
        NameTagger[] readers = new NameTagger[Folds];
        byte[][] read = new byte[Gold.Length][];
        for (int fold = 0; fold < Folds; fold++)
        {
            readers[fold] = TrainReader(Others(fold).Select(i => Gold[i]), FoldEpochs);
            foreach (int i in Members(fold)) read[i] = Read(readers[fold], Gold[i].Draft);
            log($"gold {fold + 1} of {Folds} read");
        }
        List<TreeExample> candidates = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            ModelFile stranger = Train(Others(fold), read, silver, readers[fold], vocabulary, models: 1, log);
            JudgeExamples judged = new(NamesModel.Read(stranger, _clusters));
            foreach (int i in Members(fold)) candidates.AddRange(judged.Of(Gold[i]));
            log($"candidates {fold + 1} of {Folds} found, {candidates.Count} so far");
        }
        ModelFile file = Train(Enumerable.Range(0, Folds).SelectMany(Members), read, silver, TrainReader(Gold), vocabulary, Models, log);
        TreeBooster.Train([.. candidates], NameClasses.Count, new TreeOptions(), file, NamesModel.JudgePrefix);
        TreeExample[] alone = [.. candidates.Select(candidate => candidate with { Features = candidate.Features[..NameCandidateFeatures.CountAlone] })];
        TreeBooster.Train(alone, NameClasses.Count, new TreeOptions(), file, NamesModel.QuickJudgePrefix);
        return file;
    }

    // Learns from gold with the labels that others read there, and from silver with those of a reader.
    private ModelFile Train(IEnumerable<int> gold, byte[][] read, NameSource[] silver, NameTagger reader, Vocabulary vocabulary, int models, Action<string> log)
    {
        List<CrfExample> examples = [];
        List<NetworkSample> goldSamples = [], silverSamples = [];
        foreach (int i in gold)
        {
            examples.AddRange(_examples.Of(Gold[i].Draft, Gold[i].Allowed, Gold[i].Weight, read[i]));
            goldSamples.AddRange(_examples.SamplesOf(Gold[i].Draft, Gold[i].Allowed, Gold[i].Weight, vocabulary));
        }
        foreach (NameSource source in silver)
        {
            byte[] labels = Read(reader, source.Draft);
            ulong[] allowed = [.. source.Allowed.Zip(labels, (bits, label) => bits | 1UL << label)];
            examples.AddRange(_examples.Of(source.Draft, allowed, source.Weight, labels));
            silverSamples.AddRange(_examples.SamplesOf(source.Draft, allowed, source.Weight, vocabulary));
        }
        log("silver read");
        ModelFile file = NewFile();
        CrfTrainer.Train(Labels, examples, _options with { Models = models }, log).WriteTo(file);
        TrainNetwork(file, vocabulary, goldSamples, silverSamples, log);
        return file;
    }

    private static int FoldOf(int document) => document / FoldBlock % Folds;

    private IEnumerable<int> Members(int fold) => Enumerable.Range(0, Gold.Length).Where(i => FoldOf(i) == fold);

    private IEnumerable<int> Others(int fold) => Enumerable.Range(0, Gold.Length).Where(i => FoldOf(i) != fold);

    /// <summary>A tagger that has seen only these documents, and no silver.</summary>
    public NameTagger TrainReader(IEnumerable<NameSource> sources, int epochs = ReaderEpochs)
    {
        ModelFile file = NewFile();
        CrfExample[] examples = [.. sources.SelectMany(source => _examples.Of(source.Draft, source.Allowed, source.Weight))];
        CrfTrainer.Train(Labels, examples, _options with { Epochs = epochs }).WriteTo(file);
        return new NameTagger(NamesModel.Read(file, _clusters), NameScorer.Never);
    }

    private static byte[] Read(NameTagger tagger, DocumentDraft draft)
    {
        draft.Names.Clear();
        tagger.Tag(draft);
        byte[] labels = new byte[draft.TokenCount];
        foreach (NameData name in draft.Names)
        {
            labels[name.FirstToken] = (byte)NameLabels.Begin(name.Type);
            labels.AsSpan(name.FirstToken + 1, name.EndToken - name.FirstToken - 1).Fill((byte)NameLabels.Inside(name.Type));
        }
        return labels;
    }

    private Vocabulary NetworkWords(IEnumerable<NameSource> sources) => Vocabulary.Make(
        _data, sources.SelectMany(source => Enumerable.Range(0, source.Draft.TokenCount).Select(token => NameNetwork.WordOf(source.Draft.Form(token)))), NameNetworkModel.HalfWidth);

    // Gold and a part of the silver text mixed, then gold once more.
    private void TrainNetwork(ModelFile file, Vocabulary vocabulary, IReadOnlyList<NetworkSample> gold, IReadOnlyList<NetworkSample> silver, Action<string> log)
    {
        Random64 random = new(_options.Seed + 1000);
        List<NetworkSample> order = [.. silver.Where(_ => random.NextSingle() < NetworkSilver)];
        for (int round = 0; round < NetworkRounds - 1; round++) order.AddRange(gold);
        NetworkSample[] all = [.. order], last = [.. gold];
        random.Shuffle<NetworkSample>(all);
        random.Shuffle<NetworkSample>(last);
        NetworkTrainer trainer = new(vocabulary, new NetworkOptions(Seed: _options.Seed));
        double loss = trainer.Train([.. all, .. last]);
        trainer.WriteTo(file);
        log(string.Create(CultureInfo.InvariantCulture, $"network learned, {loss:F4} nats a word at the end"));
    }

    private ModelFile NewFile()
    {
        ModelFile file = new(NamesModel.Name);
        _lists.WriteTo(file);
        return file;
    }
}
