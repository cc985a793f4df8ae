using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>The weights of the statement models.</summary>
internal sealed class StatementModel
{
    public const string Name = "statements";
    public const int ContentBits = 19, SourceBits = 18;

    // Where "no content" is this much likelier, in log-odds, even the surest cue (added) is none (two spoons of sugar).
    private const float Patience = 4;

    // The log-odds of 0.35: F1 is best where what is half as likely as F1 is high is still taken.
    private const float LeastKept = -0.619f;

    private StatementModel(CueTagger cues, HashedWeights content, HashedWeights source, float[] keep, float[] trust)
    {
        Cues = cues;
        Content = new SpanRanker<ContentFeatures>(content);
        Source = new SpanRanker<SourceFeatures>(source);
        (Keep, Trust) = (keep, trust);
    }

    public CueTagger Cues { get; }

    public SpanRanker<ContentFeatures> Content { get; }

    public SpanRanker<SourceFeatures> Source { get; }

    /// <summary>Weights of <see cref="TrustFeatures"/>: is it a cue at all?</summary>
    public float[] Keep { get; }

    /// <summary>Weights of <see cref="TrustFeatures"/>: are content and speaker right, too?</summary>
    public float[] Trust { get; }

    /// <summary>True where the cue, seen together with its content and source, is believed.</summary>
    public bool Keeps(StatementTokens tokens, AttributionData data) => MayKeep(data.ContentMargin) && TrustFeatures.Odds(Keep, tokens, data) >= LeastKept;

    /// <summary>False where no source can save a cue with such a content.</summary>
    public static bool MayKeep(float contentMargin) => contentMargin >= -Patience;

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static StatementModel Read(ModelFile file)
    {
        return new StatementModel(
            CueTagger.Read(file, file.Array<float>("cue.caution", 1)[0]), HashedWeights.Read(file, "content", ContentBits),
            HashedWeights.Read(file, "source", SourceBits),
            file.Array<float>("keep", TrustFeatures.Count), file.Array<float>("trust", TrustFeatures.Count));
    }
}
