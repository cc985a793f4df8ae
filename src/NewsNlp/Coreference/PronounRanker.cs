using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Coreference;

/// <summary>
/// Scores a candidate by its <see cref="PronounFeatures"/>: a weight for each feature, and a layer of rectified units above them that learns
/// which go together. Integers throughout, so that every machine gives the same answers. Learned by <c>NewsNlp.Training</c>.
/// </summary>
internal sealed class PronounRanker
{
    public const string WeightSection = "pronoun-weights", RowSection = "pronoun-rows", OutputSection = "pronoun-outputs";

    /// <summary>Units of the layer; a multiple of <see cref="LaneMath.Block"/>.</summary>
    public const int Units = 2 * LaneMath.Block;

    /// <summary>What 1 is as an integer: in weights, in rows, in outputs. A weight counts as much as a row times an output.</summary>
    public const int WeightScale = 1024, RowScale = 64, OutputScale = 256;

    private const int WeightToSum = RowScale * OutputScale / WeightScale;

    private readonly short[] _weights, _outputs;
    private readonly sbyte[] _rows;

    public PronounRanker(short[] weights, sbyte[] rows, short[] outputs)
    {
        _weights = weights;
        _rows = rows;
        _outputs = outputs;
    }

    /// <summary>One that knows nothing: it likes every candidate as much as none.</summary>
    public PronounRanker()
        : this(new short[PronounFeatures.ModelSize], new sbyte[PronounFeatures.ModelSize * Units], new short[Units])
    {
    }

    public static PronounRanker Load(ModelFile file) => new(
        file.Array<short>(WeightSection, PronounFeatures.ModelSize),
        file.Array<sbyte>(RowSection, PronounFeatures.ModelSize * Units),
        file.Array<short>(OutputSection, Units));

    public void Save(ModelFile file)
    {
        file.Set<short>(WeightSection, _weights);
        file.Set<sbyte>(RowSection, _rows);
        file.Set<short>(OutputSection, _outputs);
    }

    public long Score(ReadOnlySpan<int> active)
    {
        Span<short> units = stackalloc short[Units];
        long score = 0;
        foreach (int feature in active)
        {
            score += _weights[feature];
            LaneMath.AddRow(_rows.AsSpan(feature * Units, Units), units);
        }
        score *= WeightToSum;
        for (int unit = 0; unit < Units; unit++) score += Math.Max((short)0, units[unit]) * _outputs[unit];
        return score;
    }
}
