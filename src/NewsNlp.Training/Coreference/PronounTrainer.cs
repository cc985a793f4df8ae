using NewsNlp.Coreference;

namespace NewsNlp.Training.Coreference;

/// <summary>Learns the ranker: several small networks from different beginnings, laid side by side, so that what they say is their mean.</summary>
internal static class PronounTrainer
{
    public static PronounRanker Train(IReadOnlyList<PronounExample> examples, int seed, PronounTraining training)
    {
        int networks = PronounRanker.Units / training.Units, size = PronounFeatures.ModelSize;
        float[] weights = new float[size];
        sbyte[] rows = new sbyte[size * PronounRanker.Units];
        short[] outputs = new short[PronounRanker.Units];
        for (int network = 0; network < networks; network++)
        {
            PronounNetwork learned = new(size, training, seed * 100 + network);
            learned.Learn(examples);
            int at = network * training.Units;
            for (int feature = 0; feature < size; feature++)
            {
                weights[feature] += learned.Weights[feature] / networks;
                for (int unit = 0; unit < training.Units; unit++)
                    rows[feature * PronounRanker.Units + at + unit] = (sbyte)Rounded(learned.Row(feature)[unit] * PronounRanker.RowScale, sbyte.MaxValue);
            }
            for (int unit = 0; unit < training.Units; unit++)
                outputs[at + unit] = (short)Rounded(learned.Outputs[unit] * PronounRanker.OutputScale / networks, PronounRanker.MaxOutput);
        }
        return new PronounRanker([.. weights.Select(weight => (short)Rounded(weight * PronounRanker.WeightScale, short.MaxValue))], rows, outputs);
    }

    private static float Rounded(float value, float limit) => Math.Clamp(MathF.Round(value), -limit, limit);
}
