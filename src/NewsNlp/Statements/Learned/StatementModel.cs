using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>The statement models: what finds attributions, which of them are kept, and how sure they are.</summary>
internal sealed class StatementModel
{
    public const string Name = "statements";

    private StatementModel(AttributionFinder finder, CueFilter filter, float[] trust) => (Finder, Filter, Trust) = (finder, filter, trust);

    public AttributionFinder Finder { get; }

    public CueFilter Filter { get; }

    /// <summary>Weights of <see cref="TrustFeatures"/>: are content and speaker right, too?</summary>
    public float[] Trust { get; }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static StatementModel Read(ModelFile file) =>
        new(AttributionFinder.Read(file), CueFilter.Read(file), file.Array<float>("trust", TrustFeatures.Count));
}
