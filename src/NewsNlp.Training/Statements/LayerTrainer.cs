using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Units in training, as <see cref="RectifiedLayer"/> computes them; AdaGrad.</summary>
internal sealed class LayerTrainer
{
    private const float FirstRow = 0.08f, FirstOutput = 0.3f, RowStep = 0.3f;

    private readonly float[] _rows, _rowSquares, _outputs, _outputSquares;
    private readonly double[] _rowSums, _outputSums;
    private readonly float[] _pull;
    private readonly float _step;
    private readonly int _unitCount;
    private int _remembered;

    public LayerTrainer(float step, ulong seed, int units)
    {
        (_step, _unitCount) = (step, units);
        Random64 random = new(seed);
        _rows = new float[units << RectifiedLayer.Bits];
        (_rowSquares, _rowSums) = (new float[_rows.Length], new double[_rows.Length]);
        (_outputs, _outputSquares, _outputSums, _pull) = (new float[units], new float[units], new double[units], new float[units]);
        foreach (ref float value in _rows.AsSpan()) value = FirstRow * (random.NextSingle() * 2 - 1);
        foreach (ref float value in _outputs.AsSpan()) value = FirstOutput * (random.NextSingle() * 2 - 1);
    }

    /// <param name="sums">Takes what the units add up to.</param>
    public float Score(ReadOnlySpan<uint> features, Span<float> sums)
    {
        sums.Clear();
        foreach (uint feature in features)
        {
            ReadOnlySpan<float> row = Row(_rows, feature);
            for (int unit = 0; unit < row.Length; unit++) sums[unit] += row[unit];
        }
        float score = 0;
        for (int unit = 0; unit < sums.Length; unit++) score += _outputs[unit] * MathF.Max(0, sums[unit]);
        return score;
    }

    public void Move(ReadOnlySpan<uint> features, ReadOnlySpan<float> sums, float gradient)
    {
        for (int unit = 0; unit < _unitCount; unit++)
        {
            _pull[unit] = sums[unit] > 0 ? gradient * _outputs[unit] : 0;
            if (sums[unit] > 0) Step(ref _outputs[unit], ref _outputSquares[unit], gradient * sums[unit], _step, 1e-6f);
        }
        foreach (uint feature in features)
        {
            Span<float> row = Row(_rows, feature), squares = Row(_rowSquares, feature);
            for (int unit = 0; unit < row.Length; unit++)
                if (_pull[unit] != 0) Step(ref row[unit], ref squares[unit], _pull[unit], RowStep * _step, 1e-3f);
        }
    }

    /// <summary>What is written is the mean at the times of these calls.</summary>
    public void Remember()
    {
        _remembered++;
        for (int i = 0; i < _rows.Length; i++) _rowSums[i] += _rows[i];
        for (int i = 0; i < _outputs.Length; i++) _outputSums[i] += _outputs[i];
    }

    /// <summary>Writes several layers as one that gives the mean of what they say.</summary>
    public static void Write(ModelFile file, string section, IReadOnlyList<LayerTrainer> members)
    {
        List<byte> rows = new(RectifiedLayer.Units << RectifiedLayer.Bits);
        for (int row = 0; row < 1 << RectifiedLayer.Bits; row++)
        {
            foreach (LayerTrainer member in members)
                for (int unit = 0; unit < member._unitCount; unit++) rows.Add(member.RowByte(row * member._unitCount + unit));
        }
        PackedBytes.Pack(file, section + ".rows", [.. rows]);
        file.Set<short>(section + ".outputs", [.. members.SelectMany(member => member._outputSums.Select(sum => member.Output(sum / members.Count)))]);
    }

    private short Output(double sum) =>
        (short)Math.Clamp(Math.Round(sum / _remembered * RectifiedLayer.OutputScale), -RectifiedLayer.MaxOutput, RectifiedLayer.MaxOutput);

    // A feature that never moved the unit has nothing to say.
    private byte RowByte(int index) =>
        _rowSquares[index] == 0 ? (byte)0 : (byte)(sbyte)Math.Clamp(Math.Round(_rowSums[index] / _remembered * RectifiedLayer.RowScale), -127, 127);

    private Span<float> Row(float[] table, uint feature) => table.AsSpan((int)(feature >> (32 - RectifiedLayer.Bits)) * _unitCount, _unitCount);

    private static void Step(ref float value, ref float squares, float gradient, float step, float least)
    {
        squares += gradient * gradient;
        value += step * gradient / (MathF.Sqrt(squares) + least);
    }
}
