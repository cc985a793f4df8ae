using System.Numerics;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Trains a linear-chain CRF by stochastic AdaGrad: for each sequence, weights move by what the gold labels say less what the model
/// expects. Where a corpus leaves a label open, the model's own expectation among the allowed labels takes the place of gold.
/// One thread and a fixed seed: the same data gives the same bytes.
/// </summary>
internal sealed class CrfTrainer
{
    // Far enough that neighbouring seeds share no model.
    private const ulong SeedStep = 1000;

    private readonly CrfOptions _options;
    private readonly int _labels;
    private readonly int _lanes;
    private readonly CrfWeights _weights;
    private readonly CrfWeights _transitions;
    private readonly CrfLattice _lattice;
    private readonly float[] _start, _forward, _backward, _expected;
    private float[] _scores = [], _allowed = [], _free = [], _bound = [];
    private bool[] _kept = [];
    private Random64 _random;

    private CrfTrainer(int labels, int rows, CrfOptions options)
    {
        _options = options;
        _labels = labels;
        _lanes = (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new CrfWeights(rows, _lanes);
        _transitions = new CrfWeights(labels + 1, _lanes);
        _lattice = new CrfLattice(labels, _lanes);
        _start = new float[_lanes];
        _expected = new float[_lanes * (labels + 1)];
        _forward = new float[_lanes * labels];
        _backward = new float[_lanes * _lanes];
        _random = new Random64(options.Seed);
    }

    /// <param name="labels">Names of the labels, at most 64.</param>
    /// <param name="examples">The sequences.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Told after each epoch.</param>
    public static CrfResult Train(string[] labels, IReadOnlyList<CrfExample> examples, CrfOptions options, Action<string>? log = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(labels.Length, 64, nameof(labels));
        FeatureIndex index = new(examples, options.MinCount);
        CrfRows[] sequences = [.. examples.Where(e => e.Length > 0).Select(index.RowsOf)];
        log?.Invoke($"{sequences.Length} sequences, {sequences.Sum(s => s.Ends.Length)} tokens, {index.Features.Length} features");
        CrfTrainer mean = new(labels.Length, index.Features.Length, options);
        mean.Walk(sequences, log);
        for (int model = 2; model <= options.Models; model++)
        {
            CrfTrainer other = new(labels.Length, index.Features.Length, options with { Seed = options.Seed + SeedStep * (ulong)(model - 1) });
            other.Walk(sequences, log);
            mean._weights.Approach(other._weights, 1f / model);
            mean._transitions.Approach(other._transitions, 1f / model);
        }
        return new CrfResult(labels, index.Features, mean._weights, mean._transitions, options);
    }

    // All epochs. The last weights of a walk at random lie beside the mean of the late ones, which is the better place.
    private void Walk(CrfRows[] sequences, Action<string>? log)
    {
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            _random.Shuffle<CrfRows>(sequences);
            double loss = 0;
            foreach (CrfRows sequence in sequences) loss += Learn(sequence);
            if (2 * epoch > _options.Epochs) Note();
            log?.Invoke($"epoch {epoch}: mean error of a token {loss / sequences.Sum(s => s.Ends.Length):F4}");
        }
        _weights.Average();
        _transitions.Average();
    }

    private void Note()
    {
        _weights.Note();
        _transitions.Note();
    }

    // Returns the sum over tokens of the probability that was on wrong labels.
    private double Learn(CrfRows sequence)
    {
        int tokens = sequence.Ends.Length;
        Reserve(tokens * _lanes, sequence.Rows.Length);
        Score(sequence);
        Exponentiate();
        Span<float> likelihoods = _scores.AsSpan(0, tokens * _lanes), allowed = _allowed.AsSpan(0, tokens * _lanes);
        Span<float> free = _free.AsSpan(0, tokens * _lanes), bound = _bound.AsSpan(0, tokens * _lanes);
        ToLikelihoods(sequence.Allowed, likelihoods, allowed);
        Array.Clear(_expected);
        Span<float> transitions = _expected.AsSpan(_lanes);
        if (!_lattice.Run(allowed, _start, _forward, _backward, bound, transitions, sequence.Weight)) return 0;
        if (!_lattice.Run(likelihoods, _start, _forward, _backward, free, transitions, -sequence.Weight)) return 0;
        for (int i = 0; i < bound.Length; i++) bound[i] = (bound[i] - free[i]) * sequence.Weight;
        bound[.._lanes].CopyTo(_expected);
        for (int row = 0; row <= _labels; row++) _transitions.Step(row, _expected.AsSpan(row * _lanes, _lanes), _options.Step);
        return Update(sequence, bound);
    }

    private void Score(CrfRows sequence)
    {
        Span<float> scores = _scores.AsSpan(0, sequence.Ends.Length * _lanes);
        scores.Clear();
        float scale = 1 / (1 - _options.Dropout);
        for (int token = 0, at = 0; token < sequence.Ends.Length; token++)
        {
            Span<float> sums = scores.Slice(token * _lanes, _lanes);
            for (; at < sequence.Ends[token]; at++)
            {
                _kept[at] = _random.NextSingle() >= _options.Dropout;
                if (_kept[at]) _weights.AddTo(sums, sequence.Rows[at]);
            }
            for (int i = 0; i < sums.Length; i++) sums[i] *= scale;
        }
    }

    private double Update(CrfRows sequence, ReadOnlySpan<float> gradients)
    {
        double error = 0;
        for (int token = 0, at = 0; token < sequence.Ends.Length; token++)
        {
            ReadOnlySpan<float> gradient = gradients.Slice(token * _lanes, _lanes);
            float wrong = 0;
            foreach (float g in gradient) wrong += Math.Max(0, g);
            error += wrong;
            // A token already right moves nothing; most are, after the first epochs.
            bool worthwhile = wrong > 5e-3f;
            for (; at < sequence.Ends[token]; at++)
                if (worthwhile && _kept[at]) _weights.Step(sequence.Rows[at], gradient, _options.Step);
        }
        return error;
    }

    private void Exponentiate()
    {
        for (int p = -1; p < _labels; p++)
        {
            Span<float> weights = _transitions.Row(p + 1);
            for (int q = 0; q < _labels; q++)
            {
                float value = _options.MayFollow?.Invoke(p, q) ?? true ? MathF.Exp(weights[q]) : 0;
                if (p < 0) _start[q] = value;
                else (_forward[p * _lanes + q], _backward[q * _lanes + p]) = (value, value);
            }
        }
    }

    private void ToLikelihoods(ulong[] allowedLabels, Span<float> scores, Span<float> allowed)
    {
        for (int token = 0; token < allowedLabels.Length; token++)
        {
            Span<float> row = scores.Slice(token * _lanes, _lanes), bound = allowed.Slice(token * _lanes, _lanes);
            float top = float.MinValue;
            for (int q = 0; q < _labels; q++) top = Math.Max(top, row[q]);
            for (int q = 0; q < _lanes; q++)
            {
                row[q] = q < _labels ? MathF.Max(MathF.Exp(row[q] - top), 1e-20f) : 0;
                bound[q] = q < _labels && ((allowedLabels[token] >> q) & 1) != 0 ? row[q] : 0;
            }
        }
    }

    private void Reserve(int scores, int features)
    {
        if (_scores.Length < scores)
        {
            (_scores, _allowed) = (new float[scores * 2], new float[scores * 2]);
            (_free, _bound) = (new float[scores * 2], new float[scores * 2]);
        }
        if (_kept.Length < features) _kept = new bool[features * 2];
    }
}
