namespace NewsNlp.Training.Learning;

/// <summary>A table of which a batch touches few rows; Adam moves only those.</summary>
internal sealed unsafe class AdamRows
{
    private readonly FloatBuffer _values, _gradients, _means, _squares;
    private readonly int[] _steps;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    public AdamRows(int rows, int width, float spread, ref Random64 random)
    {
        Width = width;
        int count = rows * width;
        (_values, _gradients, _means, _squares) = (new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count), new FloatBuffer(count));
        _steps = new int[rows];
        _isTouched = new bool[rows];
        if (spread > 0) for (int i = 0; i < count; i++) _values.At[i] = (random.NextSingle() * 2 - 1) * spread * 1.732f;
    }

    public int Width { get; }

    public Span<float> Span => _values.Span;

    public float* Row(int row) => _values.At + row * Width;

    public void AddGradient(int row, float* gradient)
    {
        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _touched.Add(row);
        }
        FloatMath.AddTo(_gradients.At + row * Width, gradient, Width);
    }

    public void Step(float rate)
    {
        foreach (int row in _touched)
        {
            _isTouched[row] = false;
            int steps = ++_steps[row], at = row * Width;
            float scale = rate * MathF.Sqrt(1 - MathF.Pow(AdamWeights.Beta2, steps)) / (1 - MathF.Pow(AdamWeights.Beta1, steps));
            AdamWeights.Move(_values.At + at, _gradients.At + at, _means.At + at, _squares.At + at, Width, scale);
        }
        _touched.Clear();
    }
}
