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

    /// <summary>Units of the layer.</summary>
    public const int Units = UnitSums.Units;

    /// <summary>Outputs are at most as large, so that their sums fit into 32 bits.</summary>
    public const int MaxOutput = 1023;

    /// <summary>What 1 is as an integer: in weights, in rows, in outputs. A weight counts as much as a row times an output.</summary>
    public const int WeightScale = 1024, RowScale = 64, OutputScale = 256;

    /// <summary>What a difference of 1 in the logarithm of probabilities is in scores.</summary>
    public const int One = RowScale * OutputScale;

    private const int WeightToSum = One / WeightScale;

    private readonly short[] _weights, _outputs;
    private readonly UnitRows _rows;

    public PronounRanker(short[] weights, sbyte[] rows, short[] outputs)
    {
        if (outputs.AsSpan().ContainsAnyExceptInRange<short>(-MaxOutput, MaxOutput)) throw ModelFile.Error(EntityStep.Model, "an output of the pronoun ranker is too large");
        _weights = weights;
        _rows = new UnitRows(rows);
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
        file.Set<sbyte>(RowSection, _rows.All);
        file.Set<short>(OutputSection, _outputs);
    }

    /// <summary>Has fetched what <see cref="Score"/> will look at.</summary>
    public void Expect(ReadOnlySpan<int> active)
    {
        foreach (int feature in active) _rows.Expect((uint)feature);
    }

    /// <summary>What the weights say by themselves.</summary>
    public long Weigh(ReadOnlySpan<int> active)
    {
        int weight = 0;
        foreach (int feature in active) weight += _weights[feature];
        return (long)weight * WeightToSum;
    }

    /// <summary>What weights and layer say.</summary>
    public long Score(ReadOnlySpan<int> active)
    {
        UnitSums sums = default;
        int weight = 0;
        foreach (int feature in active)
        {
            // Reads within its bounds, and so makes sure that the row below lies within the table's.
            weight += _weights[feature];
            sums.Add(ref _rows.Of((uint)feature));
        }
        return (long)weight * WeightToSum + sums.Weighted(_outputs);
    }
}
