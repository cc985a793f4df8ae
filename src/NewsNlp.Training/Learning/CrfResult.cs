using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Training.Learning;

/// <summary>A trained CRF in floating point, and how it becomes integers.</summary>
internal sealed class CrfResult(string[] labels, uint[] features, CrfWeights weights, CrfWeights transitions, CrfOptions options)
{
    // A weight beyond this many log-odds is cut: the few there are would cost all others their precision.
    private const double Cut = 0.9999;

    public string[] Labels => labels;

    /// <summary>The label sequence's score in floating point of one token's features; for tests of the integers.</summary>
    public float Score(ReadOnlySpan<uint> tokenFeatures, int label)
    {
        float sum = 0;
        foreach (uint feature in tokenFeatures)
        {
            int row = Array.BinarySearch(features, feature);
            if (row >= 0) sum += weights.Row(row)[label];
        }
        return sum;
    }

    /// <summary>Writes the model's sections: weights as bytes, the scale taken from the data.</summary>
    public void WriteTo(ModelFile file, string prefix = "crf")
    {
        int[] kept = Kept();
        float scale = 127 / Largest(kept);
        sbyte[] rows = new sbyte[kept.Length * labels.Length];
        for (int i = 0; i < kept.Length; i++)
            for (int q = 0; q < labels.Length; q++)
                rows[i * labels.Length + q] = (sbyte)Math.Clamp(MathF.Round(weights.Row(kept[i])[q] * scale), -127, 127);
        uint[] keptFeatures = [.. kept.Select(row => features[row])];
        SequenceModel.Write(file, prefix, labels, keptFeatures, rows, Transitions(scale), scale);
    }

    // Rows in ascending order of features, the least telling left out.
    private int[] Kept()
    {
        float[] strength = new float[features.Length];
        for (int row = 0; row < strength.Length; row++) strength[row] = Strength(weights.Row(row));
        int[] order = [.. Enumerable.Range(0, features.Length)];
        Array.Sort(order, (a, b) => strength[b] != strength[a] ? strength[b].CompareTo(strength[a]) : a.CompareTo(b));
        int[] kept = order[..Math.Min(order.Length, options.MaxFeatures)];
        Array.Sort(kept);
        return kept;
    }

    private float Strength(ReadOnlySpan<float> row)
    {
        float sum = 0;
        for (int q = 0; q < labels.Length; q++) sum += row[q] * row[q];
        return sum;
    }

    private float Largest(int[] rows)
    {
        float[] sizes = new float[rows.Length * labels.Length];
        for (int i = 0; i < rows.Length; i++)
            for (int q = 0; q < labels.Length; q++) sizes[i * labels.Length + q] = MathF.Abs(weights.Row(rows[i])[q]);
        Array.Sort(sizes);
        return sizes.Length == 0 ? 1 : Math.Max(0.01f, sizes[(int)Math.Ceiling((sizes.Length - 1) * Cut)]);
    }

    private short[] Transitions(float scale)
    {
        short[] values = new short[(labels.Length + 1) * labels.Length];
        for (int p = -1; p < labels.Length; p++)
            for (int q = 0; q < labels.Length; q++)
                values[(p + 1) * labels.Length + q] = options.MayFollow?.Invoke(p, q) ?? true
                    ? (short)Math.Clamp(MathF.Round(transitions.Row(p + 1)[q] * scale), -4000, Viterbi.MaxTransition)
                    : short.MinValue;
        return values;
    }
}
