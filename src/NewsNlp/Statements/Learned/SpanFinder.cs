using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Finds the content or the source of a cue: the likeliest ranges, then the best of them.</summary>
internal sealed class SpanFinder<TFeatures> where TFeatures : struct, ISpanFeatures
{
    private const float Hopeless = -99;

    private readonly SpanRanker<TFeatures> _ranker;
    private readonly SpanChoice _choice;

    private SpanFinder(SpanRanker<TFeatures> ranker, SpanChoice choice) => (_ranker, _choice) = (ranker, choice);

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static SpanFinder<TFeatures> Read(ModelFile file) => new(SpanRanker<TFeatures>.Read(file), SpanChoice.Read(file, TFeatures.Section));

    /// <summary>None where the window holds no word, or where "none" is likelier than every range by more than <paramref name="patience"/>, in log-odds.</summary>
    public RankedRange Best(SpanContext context, SpanWindow window, SpanScratch scratch, float patience = -Hopeless)
    {
        ReadOnlySpan<RankedRange> ranked = _ranker.Rank(context, window, scratch);
        return ranked.IsEmpty || ranked[0].Margin < -patience ? new RankedRange(WordRange.None, Hopeless) : _choice.Choose(context, ranked);
    }
}
