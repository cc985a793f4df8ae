using System.Runtime.CompilerServices;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>A possible content or source, and by how much it is better than none (below zero: worse), in log-odds.</summary>
internal readonly record struct RankedRange(WordRange Range, float Margin);

/// <summary>
/// Chooses among the likeliest contents (or sources) of a cue, each seen beside its likeliest rival. It has learned from articles that the
/// ranker had not learned from, so that it knows how much a margin is worth where nothing is known by heart.
/// </summary>
internal sealed class SpanChoice
{
    public const int Bits = 16;

    // What is ahead by so much, in log-odds, hardly ever gives way.
    private const float Clear = 2;

    private readonly LayeredWeights _weights;

    private SpanChoice(LayeredWeights weights) => _weights = weights;

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static SpanChoice Read(ModelFile file, string section) => new(LayeredWeights.Read(file, SectionOf(section), Bits));

    /// <param name="section">That of the ranker's weights.</param>
    public static string SectionOf(string section) => section + ".choice";

    /// <param name="context">The cue.</param>
    /// <param name="ranked">At least one, likeliest first.</param>
    [SkipLocalsInit]
    public RankedRange Choose(SpanContext context, ReadOnlySpan<RankedRange> ranked)
    {
        if (ranked.Length < 2 || ranked[0].Margin - ranked[1].Margin > Clear) return ranked[0];
        int best = 0;
        float top = float.MinValue;
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int i = 0; i < ranked.Length; i++)
        {
            LayeredSink buffer = new(_weights, memory);
            ChoiceFeatures.Add(context, ranked, i, ref buffer);
            float score = ranked[i].Margin + _weights.Score(buffer.Features);
            if (score > top) (top, best) = (score, i);
        }
        return ranked[best];
    }
}
