using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Units in training, as <see cref="RectifiedLayer"/> computes them; AdaGrad.</summary>
internal sealed class LayerTrainer
{
    private const float FirstRow = 0.08f, FirstOutput = 0.3f, RowStep = 0.3f;
    private const int Units = RectifiedLayer.Units;

    private readonly float[] _rows, _rowSquares, _outputs, _outputSquares;
    private readonly double[] _rowSums, _outputSums;
    private readonly float[] _pull;
    private readonly float _step;
    private int _remembered;

    public LayerTrainer(float step, ulong seed)
    {
        _step = step;
        Random64 random = new(seed);
        _rows = new float[Units << RectifiedLayer.Bits];
        (_rowSquares, _rowSums) = (new float[_rows.Length], new double[_rows.Length]);
        (_outputs, _outputSquares, _outputSums, _pull) = (new float[Units], new float[Units], new double[Units], new float[Units]);
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
        for (int unit = 0; unit < Units; unit++)
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

    public void WriteTo(ModelFile file, string section)
    {
        byte[] rows = new byte[_rows.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = RowByte(i);
        PackedBytes.Pack(file, section + ".rows", rows);
        file.Set<short>(section + ".outputs", [.. _outputSums.Select(Output)]);
    }

    private short Output(double sum) =>
        (short)Math.Clamp(Math.Round(sum / _remembered * RectifiedLayer.OutputScale), -RectifiedLayer.MaxOutput, RectifiedLayer.MaxOutput);

    // A feature that never moved the unit has nothing to say.
    private byte RowByte(int index) =>
        _rowSquares[index] == 0 ? (byte)0 : (byte)(sbyte)Math.Clamp(Math.Round(_rowSums[index] / _remembered * RectifiedLayer.RowScale), -127, 127);

    private Span<float> Row(float[] table, uint feature) => table.AsSpan((int)(feature >> (32 - RectifiedLayer.Bits)) * Units, Units);

    private static void Step(ref float value, ref float squares, float gradient, float step, float least)
    {
        squares += gradient * gradient;
        value += step * gradient / (MathF.Sqrt(squares) + least);
    }
}
