using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>The likeliest contents, or sources, of a cue in an article which their ranker did not learn from.</summary>
/// <param name="Features">Of each, by <see cref="ChoiceFeatures"/>.</param>
/// <param name="Margins">Of each.</param>
/// <param name="Right">The one that gold has.</param>
internal sealed record ChoiceExample(uint[][] Features, float[] Margins, int Right);

/// <summary>Learns a <see cref="SpanChoice"/>: softmax over margins and what the features add to them.</summary>
internal sealed class ChoiceLearner
{
    private const ulong Seed = 31;
    private const float Negligible = 1e-3f;

    private readonly float[] _units = new float[SpanScratch.Finalists * LayeredTrainer.Units];
    private readonly uint[][] _kept = new uint[SpanScratch.Finalists][];
    private readonly double[] _shares = new double[SpanScratch.Finalists];

    public static void Write<TFeatures>(ModelFile file, IReadOnlyList<ChoiceExample> examples) where TFeatures : struct, ISpanFeatures
    {
        ChoiceLearner learner = new();
        void Teach(LayeredTrainer trainer) => trainer.Learn(examples, example => learner.Learn(trainer, example));
        LayeredTrainer.Write(file, SpanChoice.SectionOf(TFeatures.Section), SpanChoice.Bits, Seed, Teach);
    }

    private void Learn(LayeredTrainer trainer, ChoiceExample example)
    {
        int count = example.Margins.Length;
        for (int i = 0; i < count; i++)
        {
            _kept[i] = trainer.Drop(example.Features[i]);
            _shares[i] = example.Margins[i] + trainer.Score(_kept[i], UnitsOf(i));
        }
        double top = _shares.Take(count).Max(), total = 0;
        for (int i = 0; i < count; i++) total += _shares[i] = Math.Exp(_shares[i] - top);
        for (int i = 0; i < count; i++)
        {
            float gradient = (float)((i == example.Right ? 1 : 0) - _shares[i] / total);
            if (MathF.Abs(gradient) > Negligible) trainer.Move(_kept[i], UnitsOf(i), gradient);
        }
    }

    private Span<float> UnitsOf(int at) => _units.AsSpan(at * LayeredTrainer.Units, LayeredTrainer.Units);
}
