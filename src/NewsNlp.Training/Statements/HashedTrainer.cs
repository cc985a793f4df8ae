using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Training.Statements;

/// <summary>Weights in training, found by hash as <see cref="NewsNlp.Statements.Learned.HashedWeights"/> finds them; AdaGrad.</summary>
internal sealed class HashedTrainer(int bits, float step)
{
    private const double Cut = 0.9995;

    private readonly float[] _weights = new float[1 << bits];
    private readonly float[] _squares = new float[1 << bits];
    private readonly int _shift = 32 - bits;

    private readonly double[] _sums = new double[1 << bits];
    private int _remembered;

    /// <summary>What is written is the mean of the weights at the times of these calls: it wavers less than the weights at the end.</summary>
    public void Remember()
    {
        _remembered++;
        for (int i = 0; i < _weights.Length; i++) _sums[i] += _weights[i];
    }

    public float Score(ReadOnlySpan<uint> features)
    {
        float sum = 0;
        foreach (uint feature in features) sum += _weights[feature >> _shift];
        return sum;
    }

    public void Move(ReadOnlySpan<uint> features, float gradient)
    {
        foreach (uint feature in features)
        {
            uint row = feature >> _shift;
            _squares[row] += gradient * gradient;
            _weights[row] += step * gradient / (MathF.Sqrt(_squares[row]) + 1e-6f);
        }
    }

    /// <summary>Writes the mean of the weights of several trainers.</summary>
    public static void Write(ModelFile file, string section, IReadOnlyList<HashedTrainer> members)
    {
        float[] means = new float[members[0]._sums.Length];
        for (int i = 0; i < means.Length; i++) means[i] = (float)members.Average(member => member._sums[i] / member._remembered);
        float scale = 127 / Largest(means);
        byte[] bytes = [.. means.Select(weight => (byte)(sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127))];
        PackedBytes.Pack(file, section, bytes);
        file.Set<float>(section + ".scale", [scale]);
    }

    private static float Largest(float[] weights)
    {
        float[] sizes = [.. weights.Where(weight => weight != 0).Select(MathF.Abs)];
        Array.Sort(sizes);
        return sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * Cut)];
    }
}
