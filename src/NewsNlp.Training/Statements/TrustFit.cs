using NewsNlp.Statements;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>Learns from articles held out how margins turn into the probability that a statement is right: logistic regression.</summary>
internal sealed class TrustFit
{
    private const int Rounds = 4000;
    private const double Rate = 0.5;

    private readonly List<(float[] Features, bool Right)> _items = [];

    public void Add(StatementExample example, List<AttributionData> found, IReadOnlyList<(Statement Statement, bool Right)> scored)
    {
        Dictionary<int, bool> right = [];
        foreach ((Statement statement, bool isRight) in scored)
            if (statement.Cue is { } cue) right[cue.Span.Start] = isRight;
        foreach (AttributionData attribution in found)
            if (right.TryGetValue(example.Tokens.Draft.TokenBuffer[attribution.Cue.First].Start, out bool isRight))
                _items.Add((TrustFeatures.Of(example.Tokens, attribution), isRight));
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
