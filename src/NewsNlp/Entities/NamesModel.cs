using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Entities;

/// <summary>What tagging names needs besides the text: weights, clusters and lists. Immutable.</summary>
internal sealed class NamesModel
{
    public const string Name = "names";

    private NamesModel(SequenceModel sequence, WordClusters clusters, Gazetteer gazetteer)
    {
        Sequence = sequence;
        Clusters = clusters;
        Gazetteer = gazetteer;
    }

    public SequenceModel Sequence { get; }

    public WordClusters Clusters { get; }

    public Gazetteer Gazetteer { get; }

    /// <exception cref="InvalidModelException">A model is missing, damaged or does not fit.</exception>
    public static NamesModel Load(ModelSource models) => Read(models.Load(Name), WordClusters.Of(models));

    public static NamesModel Read(ModelFile file, WordClusters clusters)
    {
        SequenceModel sequence = SequenceModel.Read(file);
        if (sequence.Labels.Length != 2 * NameLabels.Types.Length + 1) throw ModelFile.Error(Name, $"it has {sequence.Labels.Length} labels");
        return new NamesModel(sequence, clusters, Gazetteer.Read(file));
    }
}
