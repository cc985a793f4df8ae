using System.Numerics;
using NewsNlp.Learning;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Multinomial logistic regression by AdaGrad, for many labels and very many features of which each concerns few labels: a feature
/// has a weight for a label only once that label had some share in an error.
/// </summary>
internal sealed class SparseLogistic
{
    private const int FirstCapacity = 2;
    private const float SmallShare = 0.004f;

    private readonly uint[] _features;
    private readonly ulong[] _slots;
    private readonly int _shift;
    private readonly Row[] _rows;
    private Cell[] _cells = new Cell[1 << 22];
    private int _end;

    /// <param name="features">Ascending; the position is the row.</param>
    /// <param name="rate">Step of AdaGrad.</param>
    public SparseLogistic(uint[] features, float rate)
    {
        _features = features;
        Rate = rate;
        _rows = new Row[features.Length];
        int bits = BitOperations.Log2((uint)features.Length + 1) + 2;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int row = 0; row < features.Length; row++)
        {
            int at = (int)(features[row] >> _shift);
            while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = (ulong)(row + 1) << 32 | features[row];
        }
    }

    /// <summary>Step of AdaGrad.</summary>
    public float Rate { get; set; }

    /// <summary>The feature's row; -1 where it has none.</summary>
    public int RowOf(uint feature)
    {
        for (int at = (int)(feature >> _shift); ; at = (at + 1) & (_slots.Length - 1))
        {
            ulong slot = _slots[at];
            if (slot == 0) return -1;
            if ((uint)slot == feature) return (int)(slot >> 32) - 1;
        }
    }

    /// <summary>Makes features rows, with -1 for those that have none; the waits for memory overlap.</summary>
    public void FindRows(Span<uint> features)
    {
        foreach (uint feature in features) MemoryLines.Prefetch(ref _slots[feature >> _shift]);
        foreach (ref uint feature in features) feature = (uint)RowOf(feature);
    }

    /// <summary>Sums the weights of <paramref name="rows"/> for each label.</summary>
    public void Score(ReadOnlySpan<int> rows, Span<float> scores)
    {
        scores.Clear();
        foreach (int index in rows) MemoryLines.Prefetch(ref _rows[index]);
        foreach (int index in rows) MemoryLines.Prefetch(ref _cells[_rows[index].Start]);
        foreach (int index in rows)
        {
            Row row = _rows[index];
            foreach (ref readonly Cell cell in _cells.AsSpan(row.Start, row.Count)) scores[cell.Label] += cell.Weight;
        }
    }

    /// <summary>Learns from one example.</summary>
    /// <param name="scores">What <see cref="Score"/> gave; becomes the labels' shares.</param>
    public void Learn(ReadOnlySpan<int> rows, Span<float> scores, int gold, float weight)
    {
        ToShares(scores);
        for (int label = 0; label < scores.Length; label++)
        {
            float gradient = label == gold ? scores[label] - 1 : scores[label];
            if (MathF.Abs(gradient) < SmallShare) continue;
            foreach (int row in rows) Step(row, (byte)label, gradient * weight);
        }
    }

    /// <summary>The features that have a weight of at least so much, for or against some label.</summary>
    public uint[] Strong(float least)
    {
        List<uint> strong = [];
        for (int i = 0; i < _rows.Length; i++)
        {
            bool isStrong = false;
            foreach (ref readonly Cell cell in _cells.AsSpan(_rows[i].Start, _rows[i].Count)) isStrong |= MathF.Abs(cell.Weight) >= least;
            if (isStrong) strong.Add(_features[i]);
        }
        return [.. strong];
    }

    /// <summary>The weights as signed bytes, small ones left out.</summary>
    /// <param name="scale">Integer steps to one.</param>
    public (List<uint> Features, List<(byte Label, sbyte Weight)[]> Lists) Quantize(float scale, int smallest)
    {
        List<uint> features = [];
        List<(byte Label, sbyte Weight)[]> lists = [];
        for (int i = 0; i < _rows.Length; i++)
        {
            Row row = _rows[i];
            (byte Label, sbyte Weight)[] list = [.. _cells[row.Start..(row.Start + row.Count)]
                .Select(cell => (cell.Label, (sbyte)Math.Clamp(MathF.Round(cell.Weight * scale), -127, 127)))
                .Where(cell => Math.Abs((int)cell.Item2) >= smallest).OrderBy(cell => cell.Label)];
            if (list.Length == 0) continue;
            features.Add(_features[i]);
            lists.Add(list);
        }
        return (features, lists);
    }

    private static void ToShares(Span<float> scores)
    {
        float top = scores[0], sum = 0;
        foreach (float score in scores) top = Math.Max(top, score);
        foreach (ref float score in scores) sum += score = MathF.Exp(score - top);
        foreach (ref float score in scores) score /= sum;
    }

    private void Step(int index, byte label, float gradient)
    {
        ref Row row = ref _rows[index];
        Span<Cell> cells = _cells.AsSpan(row.Start, row.Count);
        int at = 0;
        while (at < cells.Length && cells[at].Label != label) at++;
        if (at == cells.Length)
        {
            if (row.Count == row.Capacity) Grow(ref row);
            _cells[row.Start + row.Count++] = new Cell { Label = label };
        }
        ref Cell cell = ref _cells[row.Start + at];
        cell.Squares += gradient * gradient;
        cell.Weight -= Rate * gradient / MathF.Sqrt(cell.Squares + 0.01f);
    }

    // A list that is full moves to the end; what it leaves behind is lost, at most as much as is used.
    private void Grow(ref Row row)
    {
        int capacity = Math.Max(FirstCapacity, row.Capacity * 2);
        if (_end + capacity > _cells.Length) Array.Resize(ref _cells, _cells.Length * 2);
        _cells.AsSpan(row.Start, row.Count).CopyTo(_cells.AsSpan(_end));
        (row.Start, row.Capacity) = (_end, capacity);
        _end += capacity;
    }

    private struct Row
    {
        public int Start;
        public int Count;
        public int Capacity;
    }

    private struct Cell
    {
        public float Weight;
        public float Squares;
        public byte Label;
    }
}
