using System.Numerics;
using System.Runtime.Intrinsics;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Training.Learning;

/// <summary>One example for trees: features of one byte, and which class is right.</summary>
internal sealed record TreeExample(byte[] Features, int Gold);

/// <summary>How trees are grown.</summary>
internal sealed record TreeOptions
{
    public int Trees { get; init; } = 200;

    /// <summary>Share of a tree's answer that counts.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Added to the weight of a leaf, so that few examples say little.</summary>
    public float Caution { get; init; } = 10;

    /// <summary>Share of the features that a tree may ask for, and of the examples that it learns from.</summary>
    public float FeatureShare { get; init; } = 0.4f;

    public float ExampleShare { get; init; } = 0.7f;

    public ulong Seed { get; init; } = 1;
}

/// <summary>
/// Gradient boosting of the trees of <see cref="TreeModel"/>: each is grown to mend what those before it get wrong, its questions chosen
/// one depth after another for all leaves and classes together. One thread and a fixed seed: the same data gives the same bytes.
/// </summary>
internal sealed class TreeBooster
{
    private const int Lanes = TreeModel.Lanes;
    private const int Depth = TreeModel.Depth;
    private const int Values = 256;

    private readonly TreeOptions _options;
    private readonly TreeExample[] _examples;
    private readonly int _classes;
    private readonly byte[][] _columns;
    private readonly float[] _scores;
    private readonly float[] _slopes;
    private readonly float[] _bends;
    private readonly int[] _leaf;
    private readonly List<byte> _features = [], _thresholds = [];
    private readonly List<short> _leaves = [];
    private readonly Vector256<float>[] _slopeSums, _bendSums;
    private int[] _taken = [];
    private Random64 _random;

    private TreeBooster(TreeExample[] examples, int classes, TreeOptions options)
    {
        (_options, _examples, _classes) = (options, examples, classes);
        int count = examples[0].Features.Length;
        _columns = new byte[count][];
        for (int f = 0; f < count; f++) _columns[f] = [.. examples.Select(example => example.Features[f])];
        _scores = new float[examples.Length * Lanes];
        _slopes = new float[examples.Length * Lanes];
        _bends = new float[examples.Length * Lanes];
        _leaf = new int[examples.Length];
        _slopeSums = new Vector256<float>[Values << Depth];
        _bendSums = new Vector256<float>[Values << Depth];
        _random = new Random64(options.Seed);
    }

    /// <summary>Grows trees and writes them as the sections that <see cref="TreeModel.Read"/> reads.</summary>
    public static void Train(TreeExample[] examples, int classes, TreeOptions options, ModelFile file, string prefix)
    {
        TreeBooster booster = new(examples, classes, options);
        for (int tree = 0; tree < options.Trees; tree++) booster.Grow();
        TreeModel.Write(file, prefix, booster._features.ToArray(), booster._thresholds.ToArray(), booster._leaves.ToArray());
    }

    private void Grow()
    {
        for (int i = 0; i < _examples.Length; i++) FindSlopes(i);
        _taken = [.. Enumerable.Range(0, _examples.Length).Where(_ => _random.NextSingle() < _options.ExampleShare)];
        int[] allowed = [.. Enumerable.Range(0, _columns.Length).Where(_ => _random.NextSingle() < _options.FeatureShare)];
        if (allowed.Length == 0) allowed = [0];
        Array.Clear(_leaf);
        for (int depth = 0; depth < Depth; depth++)
        {
            (int feature, int threshold) = BestQuestion(allowed, 1 << depth);
            _features.Add((byte)feature);
            _thresholds.Add((byte)threshold);
            byte[] column = _columns[feature];
            for (int i = 0; i < _leaf.Length; i++) _leaf[i] = 2 * _leaf[i] + (column[i] >= threshold ? 1 : 0);
        }
        AddLeaves();
    }

    // First and second derivative of the loss by the score of each class.
    private void FindSlopes(int example)
    {
        Span<float> shares = stackalloc float[Lanes];
        ReadOnlySpan<float> scores = _scores.AsSpan(example * Lanes, _classes);
        float top = scores[0], sum = 0;
        foreach (float score in scores) top = MathF.Max(top, score);
        for (int c = 0; c < _classes; c++) sum += shares[c] = MathF.Exp(scores[c] - top);
        for (int c = 0; c < _classes; c++)
        {
            float share = shares[c] / sum;
            _slopes[example * Lanes + c] = (c == _examples[example].Gold ? 1 : 0) - share;
            _bends[example * Lanes + c] = share * (1 - share);
        }
    }

    private (int Feature, int Threshold) BestQuestion(int[] allowed, int leaves)
    {
        (int Feature, int Threshold) best = (allowed[0], 1);
        float most = float.MinValue;
        foreach (int feature in allowed)
        {
            int largest = Fill(_columns[feature], leaves);
            for (int threshold = 1; threshold <= largest; threshold++)
            {
                float gain = Gain(leaves, threshold, largest);
                if (gain > most) (most, best) = (gain, (feature, threshold));
            }
        }
        return best;
    }

    // Sums of each leaf and value, from the greatest value down; returns the greatest.
    private int Fill(byte[] column, int leaves)
    {
        int largest = 0;
        foreach (byte value in column) largest = Math.Max(largest, value);
        int size = leaves * Values;
        Array.Clear(_slopeSums, 0, size);
        Array.Clear(_bendSums, 0, size);
        foreach (int i in _taken)
        {
            int at = _leaf[i] * Values + column[i];
            _slopeSums[at] += Vector256.LoadUnsafe(ref _slopes[i * Lanes]);
            _bendSums[at] += Vector256.LoadUnsafe(ref _bends[i * Lanes]);
        }
        for (int leaf = 0; leaf < leaves; leaf++)
        {
            for (int at = leaf * Values + largest - 1; at >= leaf * Values; at--)
            {
                _slopeSums[at] += _slopeSums[at + 1];
                _bendSums[at] += _bendSums[at + 1];
            }
        }
        return largest;
    }

    private float Gain(int leaves, int threshold, int largest)
    {
        Vector256<float> gain = Vector256<float>.Zero, caution = Vector256.Create(_options.Caution);
        bool divides = false;
        for (int leaf = 0; leaf < leaves; leaf++)
        {
            Vector256<float> slopes = _slopeSums[leaf * Values + threshold], bends = _bendSums[leaf * Values + threshold];
            Vector256<float> rest = _slopeSums[leaf * Values] - slopes, restBends = _bendSums[leaf * Values] - bends;
            gain += slopes * slopes / (bends + caution) + rest * rest / (restBends + caution);
            divides |= threshold == largest || bends != _bendSums[leaf * Values + threshold + 1];
        }
        return divides ? Vector256.Sum(gain) : float.MinValue;
    }

    private void AddLeaves()
    {
        int count = 1 << Depth;
        float[] slopes = new float[count * Lanes], bends = new float[count * Lanes];
        foreach (int i in _taken)
        {
            for (int c = 0; c < _classes; c++)
            {
                slopes[_leaf[i] * Lanes + c] += _slopes[i * Lanes + c];
                bends[_leaf[i] * Lanes + c] += _bends[i * Lanes + c];
            }
        }
        short[] values = new short[count * Lanes];
        for (int at = 0; at < values.Length; at++)
            values[at] = (short)Math.Clamp(MathF.Round(_options.Rate * slopes[at] / (bends[at] + _options.Caution) * TreeModel.Scale), -TreeModel.Scale, TreeModel.Scale);
        _leaves.AddRange(values);
        for (int i = 0; i < _examples.Length; i++)
            for (int c = 0; c < _classes; c++) _scores[i * Lanes + c] += values[_leaf[i] * Lanes + c] / (float)TreeModel.Scale;
    }
}
