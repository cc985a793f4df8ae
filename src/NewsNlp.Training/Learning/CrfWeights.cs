using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsNlp.Training.Learning;

/// <summary>Rows of weights in training, each beside its sum of squared gradients: AdaGrad gives each weight a step of its own.</summary>
internal sealed class CrfWeights(int rows, int lanes)
{
    private const float Smallest = 1e-6f;

    private readonly float[] _weights = new float[(long)rows * lanes];
    private readonly float[] _squares = new float[(long)rows * lanes];

    private float[]? _sum;
    private int _summed;

    public int Rows => rows;

    public int Lanes => lanes;

    public Span<float> Row(int row) => _weights.AsSpan(row * lanes, lanes);

    public void AddTo(Span<float> sums, int row)
    {
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(sums);
        Span<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(Row(row));
        for (int i = 0; i < to.Length; i++) to[i] += from[i];
    }

    public void Step(int row, ReadOnlySpan<float> gradient, float step)
    {
        Span<Vector<float>> weights = MemoryMarshal.Cast<float, Vector<float>>(Row(row));
        Span<Vector<float>> squares = MemoryMarshal.Cast<float, Vector<float>>(_squares.AsSpan(row * lanes, lanes));
        ReadOnlySpan<Vector<float>> g = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        Vector<float> rate = new(step), smallest = new(Smallest);
        for (int i = 0; i < g.Length; i++)
        {
            squares[i] += g[i] * g[i];
            weights[i] += rate * g[i] / (Vector.SquareRoot(squares[i]) + smallest);
        }
    }

    /// <summary>Notes the weights as they are now for <see cref="Average"/>.</summary>
    public void Note()
    {
        _sum ??= new float[_weights.Length];
        _summed++;
        for (int i = 0; i < _sum.Length; i++) _sum[i] += _weights[i];
    }

    /// <summary>Makes the weights the mean of those noted.</summary>
    public void Average()
    {
        if (_sum is null) return;
        for (int i = 0; i < _sum.Length; i++) _weights[i] = _sum[i] / _summed;
    }

    /// <summary>Moves the weights towards others by a share of the way.</summary>
    public void Approach(CrfWeights others, float share)
    {
        for (int i = 0; i < _weights.Length; i++) _weights[i] += (others._weights[i] - _weights[i]) * share;
    }
}
