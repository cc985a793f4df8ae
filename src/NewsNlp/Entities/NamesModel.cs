using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Entities;

/// <summary>What tagging names needs besides the text: weights, clusters and lists. Immutable.</summary>
internal sealed class NamesModel
{
    public const string Name = "names";

    /// <summary>Of the sections of <see cref="Judge"/>, where the network is asked and where it is not.</summary>
    public const string JudgePrefix = "judge", QuickJudgePrefix = "judge.quick";

    private NamesModel(SequenceModel sequence, NameNetworkModel? network, TreeModel? judge, WordClusters clusters, Gazetteer gazetteer)
    {
        Sequence = sequence;
        Network = network;
        Judge = judge;
        Clusters = clusters;
        Gazetteer = gazetteer;
    }

    public SequenceModel Sequence { get; }

    /// <summary>A second opinion where candidates are in doubt; null where none is asked for and in a model that is still being trained.</summary>
    public NameNetworkModel? Network { get; }

    /// <summary>Judges whole names; null in a model that is still being trained.</summary>
    public TreeModel? Judge { get; }

    public WordClusters Clusters { get; }

    public Gazetteer Gazetteer { get; }

    /// <param name="quick">True where the network is not to be asked.</param>
    /// <exception cref="InvalidModelException">A model is missing, damaged or does not fit.</exception>
    public static NamesModel Load(ModelSource models, bool quick)
    {
        NamesModel model = Read(models.Load(Name), WordClusters.Of(models), quick);
        if (model.Judge is null || (!quick && model.Network is null)) throw ModelFile.Error(Name, "what judges whole names is missing; it may be of an older version");
        return model;
    }

    /// <inheritdoc cref="Load"/>
    public static NamesModel Read(ModelFile file, WordClusters clusters, bool quick = false)
    {
        SequenceModel sequence = SequenceModel.Read(file);
        if (sequence.Labels.Length != 2 * NameLabels.Types.Length + 1) throw ModelFile.Error(Name, $"it has {sequence.Labels.Length} labels");
        NameNetworkModel? network = !quick && file.Has(NameNetworkModel.Section("size")) ? NameNetworkModel.Read(file) : null;
        string prefix = quick ? QuickJudgePrefix : JudgePrefix;
        TreeModel? judge = file.Has(prefix + ".features") ? TreeModel.Read(file, prefix) : null;
        if (judge?.FeatureCount > (network is null ? NameCandidateFeatures.CountAlone : NameCandidateFeatures.Count)) throw ModelFile.Error(Name, $"it asks for {judge.FeatureCount} features of a candidate");
        return new NamesModel(sequence, network, judge, clusters, Gazetteer.Read(file));
    }
}
