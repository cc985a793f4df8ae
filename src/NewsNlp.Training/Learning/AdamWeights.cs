using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning;

/// <summary>Weights that Adam moves all at once, with the gradients of the batch. Their number is a multiple of 16.</summary>
internal sealed unsafe class AdamWeights
{
    internal const float Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-7f;

    private readonly FloatBuffer _values, _gradients, _means, _squares, _rounded;
    private readonly int _places;
    private int _steps;

    /// <param name="spread">Standard deviation of the first values; 0 for all zero.</param>
    /// <param name="places">The binary places to which they are rounded wherever they are used, and cut at 1; 0 for none.</param>
    public AdamWeights(int rows, int columns, float spread, ref Random64 random, int places = 0)
    {
        int count = rows * columns;
        (_values, _gradients, _means, _squares) = (new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count));
        (_places, _rounded) = (places, places > 0 ? new FloatBuffer(count) : _values);
        // Uniform, with that deviation.
        if (spread > 0) for (int i = 0; i < count; i++) _values.At[i] = (random.NextSingle() * 2 - 1) * spread * 1.732f;
        Round();
    }

    public float* Values => _rounded.At;

    public float* Gradients => _gradients.At;

    public Span<float> Span => _rounded.Span;

    /// <summary>Moves the weights against the gradients and clears them.</summary>
    public void Step(float rate)
    {
        _steps++;
        float scale = rate * MathF.Sqrt(1 - MathF.Pow(Beta2, _steps)) / (1 - MathF.Pow(Beta1, _steps));
        Move(_values.At, _gradients.At, _means.At, _squares.At, _values.Count, scale);
        Round();
    }

    // Gradients go to the values as they were before rounding, else small steps would be lost.
    private void Round()
    {
        if (_places == 0) return;
        Vector512<float> ones = Vector512<float>.One, up = Vector512.Create((float)(1 << _places)), down = Vector512.Create(1f / (1 << _places));
        for (int i = 0; i < _values.Count; i += 16)
        {
            Vector512<float> value = Vector512.Min(Vector512.Max(Vector512.Load(_values.At + i), -ones), ones);
            value.Store(_values.At + i);
            (Vector512.Round(value * up) * down).Store(_rounded.At + i);
        }
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
