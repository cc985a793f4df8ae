using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Learns the ranker's weights: the probability of a choice is proportional to e to the sum of its features' weights; AdaGrad on the
/// likelihood that one of the right choices is made.
/// </summary>
internal static class PronounTrainer
{
    private const int Epochs = 8;
    private const float Rate = 0.15f, Shrink = 1e-3f;

    public static float[] Train(IReadOnlyList<PronounExample> examples, int size, int seed)
    {
        float[] weights = new float[size], squares = new float[size], sum = new float[size];
        PronounExample[] order = [.. examples];
        Random64 random = new((ulong)seed);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle<PronounExample>(order);
            foreach (PronounExample example in order) Learn(example, weights, squares);
            // The mean over the later epochs is steadier than the last state.
            if (epoch >= Epochs / 2)
                for (int i = 0; i < size; i++) sum[i] += weights[i] / (Epochs - Epochs / 2);
        }
        return sum;
    }

    private static void Learn(PronounExample example, float[] weights, float[] squares)
    {
        double[] likelihood = [.. example.Choices.Select(choice => Math.Exp(Score(choice, weights)))];
        double all = likelihood.Sum(), right = 0;
        for (int i = 0; i < likelihood.Length; i++)
            if (example.Right[i]) right += likelihood[i];
        if (example.Right.All(r => r)) return;
        for (int i = 0; i < likelihood.Length; i++)
        {
            double gradient = likelihood[i] / all - (example.Right[i] ? likelihood[i] / Math.Max(right, 1e-12) : 0);
            if (Math.Abs(gradient) < 1e-5) continue;
            foreach (int feature in example.Choices[i]) Step(ref weights[feature], ref squares[feature], (float)gradient);
        }
    }

    private static void Step(ref float weight, ref float square, float gradient)
    {
        gradient += Shrink * weight;
        square += gradient * gradient;
        weight -= Rate * gradient / (MathF.Sqrt(square) + 1e-6f);
    }

    private static double Score(int[] choice, float[] weights)
    {
        double score = 0;
        foreach (int feature in choice) score += weights[feature];
        return Math.Clamp(score, -60, 60);
    }
}
