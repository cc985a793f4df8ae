using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// A network of one layer over features that are on or off, beside a weight for each of them. The probability of a choice is proportional to
/// e to its score; AdaGrad on the likelihood that one of the right choices is made.
/// </summary>
internal sealed class PronounNetwork
{
    private const float FirstRow = 0.08f, FirstOutput = 0.3f, RowRate = 0.3f, LastRate = 0.2f, Negligible = 1e-4f;

    private readonly PronounTraining _training;
    private readonly int _units;
    private Random64 _random;
    private readonly float[] _rows, _weightSquares, _rowSquares, _outputSquares, _pull;
    private readonly float _scale;
    private float _rate;

    public PronounNetwork(int size, PronounTraining training, int seed)
    {
        _training = training;
        _units = training.Units;
        _scale = 1 / (1 - training.Dropout);
        _random = new Random64((ulong)seed);
        Weights = new float[size];
        Outputs = new float[_units];
        _rows = new float[size * _units];
        _weightSquares = new float[size];
        _rowSquares = new float[_rows.Length];
        _outputSquares = new float[_units];
        _pull = new float[_units];
        foreach (ref float value in _rows.AsSpan()) value = FirstRow * (_random.NextSingle() * 2 - 1);
        foreach (ref float value in Outputs.AsSpan()) value = FirstOutput * (_random.NextSingle() * 2 - 1);
    }

    public float[] Weights { get; }

    public float[] Outputs { get; }

    public Span<float> Row(int feature) => _rows.AsSpan(feature * _units, _units);

    public void Learn(IReadOnlyList<PronounExample> examples)
    {
        PronounExample[] order = [.. examples];
        float[][] values = [Weights, _rows, Outputs];
        float[][] means = [.. values.Select(array => new float[array.Length])];
        int epochs = _training.Epochs, first = epochs / 2;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _random.Shuffle<PronounExample>(order);
            _rate = _training.Rate * (1 - (1 - LastRate) * epoch / epochs);
            foreach (PronounExample example in order) Learn(example);
            if (epoch >= first) AddMeans(values, means, epochs - first);
        }
        for (int i = 0; i < values.Length; i++) means[i].CopyTo(values[i], 0);
        ForgetUnseen();
    }

    // A feature that never came up has nothing to say.
    private void ForgetUnseen()
    {
        for (int feature = 0; feature < Weights.Length; feature++)
            if (_weightSquares[feature] == 0) Row(feature).Clear();
    }

    // The mean over the later epochs is steadier than the last state.
    private static void AddMeans(float[][] values, float[][] means, int of)
    {
        for (int array = 0; array < values.Length; array++)
            for (int i = 0; i < values[array].Length; i++) means[array][i] += values[array][i] / of;
    }

    private void Learn(PronounExample example)
    {
        if (!example.Right.Contains(true) || !example.Right.Contains(false)) return;
        int[][] choices = [.. example.Choices.Select(Thinned)];
        float[][] units = new float[choices.Length][];
        double[] likelihood = new double[choices.Length];
        for (int i = 0; i < choices.Length; i++) likelihood[i] = Score(choices[i], units[i] = new float[_units]);
        double highest = likelihood.Max(), all = 0, right = 0;
        for (int i = 0; i < choices.Length; i++)
        {
            likelihood[i] = Math.Exp(likelihood[i] - highest);
            all += likelihood[i];
            if (example.Right[i]) right += likelihood[i];
        }
        for (int i = 0; i < choices.Length; i++)
        {
            double gradient = likelihood[i] / all - (example.Right[i] ? likelihood[i] / Math.Max(right, 1e-12) : 0);
            if (Math.Abs(gradient) > Negligible) Step(choices[i], units[i], (float)gradient);
        }
    }

    private int[] Thinned(int[] choice) => [.. choice.Where(_ => _random.NextSingle() >= _training.Dropout)];

    private float Score(int[] choice, float[] units)
    {
        float score = 0;
        foreach (int feature in choice)
        {
            score += Weights[feature] * _scale;
            Span<float> row = Row(feature);
            for (int unit = 0; unit < row.Length; unit++) units[unit] += row[unit] * _scale;
        }
        for (int unit = 0; unit < units.Length; unit++) score += Outputs[unit] * MathF.Max(0, units[unit]);
        return score;
    }

    private void Step(int[] choice, float[] units, float gradient)
    {
        for (int unit = 0; unit < _units; unit++)
        {
            _pull[unit] = units[unit] > 0 ? gradient * Outputs[unit] * _scale : 0;
            if (units[unit] > 0) Step(ref Outputs[unit], ref _outputSquares[unit], gradient * units[unit], _rate, 1e-6f);
        }
        foreach (int feature in choice)
        {
            Step(ref Weights[feature], ref _weightSquares[feature], gradient * _scale + _training.Shrink * Weights[feature], _rate, 1e-6f);
            StepRow(Row(feature), _rowSquares.AsSpan(feature * _units, _units));
        }
    }

    private void StepRow(Span<float> row, Span<float> squares)
    {
        for (int unit = 0; unit < row.Length; unit++)
            if (_pull[unit] != 0) Step(ref row[unit], ref squares[unit], _pull[unit] + _training.Shrink * row[unit], RowRate * _rate, 1e-3f);
    }

    private static void Step(ref float value, ref float squares, float gradient, float rate, float least)
    {
        squares += gradient * gradient;
        value -= rate * gradient / (MathF.Sqrt(squares) + least);
    }
}
