using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Learns from articles held out how margins turn into the probability that an attribution is right: logistic regression.</summary>
internal sealed class TrustFit
{
    private const int Rounds = 4000;
    private const double Rate = 0.4;

    private readonly List<(float[] Features, bool Right)> _items = [];

    public void Add(StatementTokens tokens, AttributionData data, bool right)
    {
        float[] features = new float[TrustFeatures.Count];
        TrustFeatures.Fill(tokens, data, features);
        _items.Add((features, right));
    }

    public float[] Fit()
    {
        double[] weights = new double[TrustFeatures.Count];
        for (int round = 0; round < Rounds; round++)
        {
            double[] gradient = new double[weights.Length];
            foreach ((float[] features, bool right) in _items)
            {
                double odds = 0;
                for (int i = 0; i < weights.Length; i++) odds += weights[i] * features[i];
                double error = (right ? 1 : 0) - 1 / (1 + Math.Exp(-odds));
                for (int i = 0; i < weights.Length; i++) gradient[i] += error * features[i];
            }
            for (int i = 0; i < weights.Length; i++) weights[i] += Rate * gradient[i] / Math.Max(1, _items.Count);
        }
        return [.. weights.Select(weight => (float)weight)];
    }
}
