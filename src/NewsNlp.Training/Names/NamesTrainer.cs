using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;

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

    private const float SilverWeight = 0.5f;
    private const float SureSilver = 0.6f;

    private static readonly string[] SilverSources = ["polnear/", "gmb/", "white-house/"];
    private static readonly string[] Labels = Bio.Labels(NameLabels.Types.Select(type => type.ToLabel()));

    private readonly WordClusters _clusters;
    private readonly GazetteerLists _lists;
    private readonly NameSources _sources;
    private readonly NameExamples _examples;
    private readonly CrfOptions _options;

    public NamesTrainer(string data, WordClusters clusters, int seed)
    {
        _clusters = clusters;
        _lists = GazetteerLists.Read(data);
        _sources = new NameSources(data, _lists);
        _examples = new NameExamples(clusters, Gazetteer.Read(NewFile()));
        _options = new CrfOptions { MayFollow = Bio.MayFollow, Seed = (ulong)seed, Epochs = 6, Dropout = 0.4f };
        Gold = [.. _sources.Worldwide(), .. _sources.Wikigold()];
    }

    public NameSource[] Gold { get; }

    /// <summary>The model, and its sections in a file.</summary>
    public ModelFile Train(Action<string> log)
    {
        List<CrfExample> examples = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            NameTagger reader = TrainReader(Gold.Where((_, i) => i / FoldBlock % Folds != fold), FoldEpochs);
            foreach (NameSource source in Gold.Where((_, i) => i / FoldBlock % Folds == fold))
                examples.AddRange(_examples.Of(source.Draft, source.Allowed, source.Weight, Read(reader, source.Draft)));
            log($"gold {fold + 1} of {Folds} read");
        }
        NameTagger first = TrainReader(Gold, ReaderEpochs);
        foreach (NameSource source in _sources.Silver(SilverSources, SilverWeight, SureSilver))
        {
            byte[] labels = Read(first, source.Draft);
            for (int token = 0; token < labels.Length; token++) source.Allowed[token] |= 1UL << labels[token];
            examples.AddRange(_examples.Of(source.Draft, source.Allowed, source.Weight, labels));
        }
        log("silver read");
        ModelFile file = NewFile();
        CrfTrainer.Train(Labels, examples, _options with { Models = Models }, log).WriteTo(file);
        return file;
    }

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

    private ModelFile NewFile()
    {
        ModelFile file = new(NamesModel.Name);
        _lists.WriteTo(file);
        return file;
    }
}
