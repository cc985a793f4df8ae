using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Learns the ranker's weights: the probability of a choice is proportional to e to the sum of its features' weights; AdaGrad on the
/// likelihood that one of the right choices is made.
/// </summary>
internal static class PronounTrainer
{
    public static float[] Train(IReadOnlyList<PronounExample> examples, int size, int seed, int epochs = 10, float rate = 0.15f, float shrink = 1e-4f)
    {
        float[] weights = new float[size], squares = new float[size], sum = new float[size];
        PronounExample[] order = [.. examples];
        Random64 random = new((ulong)seed);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle<PronounExample>(order);
            foreach (PronounExample example in order) Learn(example, weights, squares, rate, shrink);
            // The mean over the later epochs is steadier than the last state.
            if (epoch >= epochs / 2)
                for (int i = 0; i < size; i++) sum[i] += weights[i] / (epochs - epochs / 2);
        }
        return sum;
    }

    private static void Learn(PronounExample example, float[] weights, float[] squares, float rate, float shrink)
    {
        double[] likelihood = [.. example.Choices.Select(choice => Math.Exp(Score(choice, weights)))];
        double all = likelihood.Sum(), right = 0;
        for (int i = 0; i < likelihood.Length; i++)
            if (example.Right[i]) right += likelihood[i];
        if (right == 0 || example.Right.All(r => r)) return;
        for (int i = 0; i < likelihood.Length; i++)
        {
            double gradient = likelihood[i] / all - (example.Right[i] ? likelihood[i] / Math.Max(right, 1e-12) : 0);
            if (Math.Abs(gradient) < 1e-5) continue;
            foreach (int feature in example.Choices[i]) Step(ref weights[feature], ref squares[feature], (float)gradient + shrink * weights[feature], rate);
        }
    }

    private static void Step(ref float weight, ref float square, float gradient, float rate)
    {
        square += gradient * gradient;
        weight -= rate * gradient / (MathF.Sqrt(square) + 1e-6f);
    }

    private static double Score(int[] choice, float[] weights)
    {
        double score = 0;
        foreach (int feature in choice) score += weights[feature];
        return Math.Clamp(score, -60, 60);
    }
}
