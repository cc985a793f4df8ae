using System.Runtime.InteropServices;
using NewsNlp.Tokens;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Sentences;

/// <summary>Logistic regression by AdaGrad with feature dropout; the weights are averaged over the epochs and made bytes.</summary>
internal sealed class GapTrainer
{
    public const int Epochs = 20;

    private const float Step = 0.1f;
    private const float Dropout = 0.15f;
    private const float Decay = 1e-6f;

    private readonly float[] _weights = new float[BoundaryModel.Size];
    private readonly float[] _squares = new float[BoundaryModel.Size];
    private readonly double[] _sums = new double[BoundaryModel.Size];
    private int _epochs;

    /// <summary>Goes once over all gaps and gives the share that it had wrong.</summary>
    public double Epoch(List<Gap> gaps, int seed)
    {
        Random64 random = new((ulong)seed);
        random.Shuffle(CollectionsMarshal.AsSpan(gaps));
        int wrong = 0;
        foreach (Gap gap in gaps) if (!Learn(gap, ref random)) wrong++;
        for (int i = 0; i < _sums.Length; i++) _sums[i] += _weights[i];
        _epochs++;
        return (double)wrong / gaps.Count;
    }

    /// <summary>The averaged weights, the largest as 127.</summary>
    public sbyte[] Weights()
    {
        double most = _sums.Max(Math.Abs);
        return [.. _sums.Select(sum => (sbyte)Math.Round(sum / most * sbyte.MaxValue))];
    }

    private bool Learn(Gap gap, ref Random64 random)
    {
        Span<int> kept = stackalloc int[BoundaryFeatures.Most];
        int count = 0;
        float score = 0;
        foreach (int row in gap.Rows)
        {
            if (random.NextSingle() < Dropout) continue;
            kept[count++] = row;
            score += _weights[row];
        }
        float gradient = (gap.Ends ? 1 : 0) - 1 / (1 + MathF.Exp(-score));
        foreach (int row in kept[..count])
        {
            float slope = gradient - Decay * _weights[row];
            _squares[row] += slope * slope;
            _weights[row] += Step * slope / (MathF.Sqrt(_squares[row]) + 1e-6f);
        }
        return score > 0 == gap.Ends;
    }
}
