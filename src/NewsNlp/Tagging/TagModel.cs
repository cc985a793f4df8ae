using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Tagging;

/// <summary>Everything the tagger has learned.</summary>
internal sealed record TagModel(TagLabels Labels, WordFeatures Features, SparseWeights Weights)
{
    public const string Name = "tags";

    /// <summary>Integer steps of a weight to one unit of log-odds.</summary>
    public const int Scale = 32;

    /// <exception cref="InvalidModelException">The model is missing or damaged.</exception>
    public static TagModel Load(ModelSource models) => Read(models.Load(Name), WordClusters.Of(models));

    public static TagModel Read(ModelFile file, WordClusters clusters)
    {
        TagLabels labels = TagLabels.Read(file);
        return new TagModel(labels, new WordFeatures(clusters, TagLexicon.Read(file)), SparseWeights.Read(file, labels.Count, TagLabels.Lanes));
    }
}
