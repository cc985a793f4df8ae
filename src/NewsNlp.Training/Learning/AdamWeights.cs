using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning;

/// <summary>Weights that Adam moves all at once, with the gradients of the batch. Their number is a multiple of 16.</summary>
internal sealed unsafe class AdamWeights
{
    internal const float Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-7f;

    private readonly FloatBuffer _values, _gradients, _means, _squares;
    private int _steps;

    /// <param name="spread">Standard deviation of the first values; 0 for all zero.</param>
    public AdamWeights(int rows, int columns, float spread, ref Random64 random)
    {
        int count = rows * columns;
        (_values, _gradients, _means, _squares) = (new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count));
        // Uniform, with that deviation.
        if (spread > 0) for (int i = 0; i < count; i++) _values.At[i] = (random.NextSingle() * 2 - 1) * spread * 1.732f;
    }

    public float* Values => _values.At;

    public float* Gradients => _gradients.At;

    public Span<float> Span => _values.Span;

    /// <summary>Moves the weights against the gradients and clears them.</summary>
    public void Step(float rate)
    {
        _steps++;
        float scale = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, _steps)) / (1 - MathF.Pow(Beta1, _steps));
        Move(_values.At, _gradients.At, _means.At, _squares.At, _values.Count, scale);
    }

    internal static void Move(float* values, float* gradients, float* means, float* squares, int count, float scale)
    {
        Vector512<float> keep1 = Vector512.Create(Beta1), keep2 = Vector512.Create(Beta2), take1 = Vector512.Create(1 - Beta1), take2 = Vector512.Create(1 - Beta2);
        Vector512<float> rate = Vector512.Create(-scale), epsilon = Vector512.Create(Epsilon);
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> g = Vector512.Load(gradients + i);
            Vector512<float> m = Vector512.Load(means + i) * keep1 + g * take1, v = Vector512.Load(squares + i) * keep2 + g * g * take2;
            m.Store(means + i);
            v.Store(squares + i);
            (Vector512.Load(values + i) + rate * m / (Vector512.Sqrt(v) + epsilon)).Store(values + i);
            Vector512<float>.Zero.Store(gradients + i);
        }
    }
}
