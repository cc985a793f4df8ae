using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>The weights of the statement models.</summary>
internal sealed class StatementModel
{
    public const string Name = "statements";
    public const int ContentBits = 19, SourceBits = 18;

    private StatementModel(CueTagger cues, HashedWeights content, HashedWeights source, int patience, int sourcePatience, float[] trust)
    {
        Cues = cues;
        Content = new SpanRanker<ContentFeatures>(content);
        Source = new SpanRanker<SourceFeatures>(source);
        (Patience, SourcePatience) = (patience, sourcePatience);
        Trust = trust;
    }

    public CueTagger Cues { get; }

    public SpanRanker<ContentFeatures> Content { get; }

    public SpanRanker<SourceFeatures> Source { get; }

    /// <summary>A cue is believed although "no content" scores this much better than the best content.</summary>
    public int Patience { get; }

    /// <summary>The same for the source of a quote.</summary>
    public int SourcePatience { get; }

    /// <summary>Weights of <see cref="TrustFeatures"/>.</summary>
    public float[] Trust { get; }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static StatementModel Read(ModelFile file)
    {
        return new StatementModel(
            CueTagger.Read(file, file.Array<float>("cue.caution", 1)[0]), HashedWeights.Read(file, "content", ContentBits),
            HashedWeights.Read(file, "source", SourceBits), file.Array<int>("content.patience", 1)[0], file.Array<int>("source.patience", 1)[0],
            file.Array<float>("trust", TrustFeatures.Count));
    }
}
