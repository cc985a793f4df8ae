using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsNlp.Training.Learning;

/// <summary>
/// Forward-backward over one sequence, in probabilities rescaled at each token. Gives each token's marginals, and adds up the expected
/// number of each transition.
/// </summary>
internal sealed class CrfLattice(int labels, int lanes)
{
    private readonly float[] _carry = new float[lanes];
    private float[] _forward = [];
    private float[] _backward = [];

    /// <param name="likelihoods">exp(score), a row of lanes for each token; 0 where a label is not allowed.</param>
    /// <param name="start">exp(weight) of each label at the start.</param>
    /// <param name="forward">Row p: exp(weight) of each label behind p.</param>
    /// <param name="backward">Row q: exp(weight) of q behind each label.</param>
    /// <param name="marginals">Takes a row for each token.</param>
    /// <param name="expected">Row p: gets <paramref name="sign"/> times the expected number of each label behind p added.</param>
    /// <returns>False where no sequence is allowed; then nothing was added.</returns>
    public bool Run(
        ReadOnlySpan<float> likelihoods, float[] start, float[] forward, float[] backward, Span<float> marginals, Span<float> expected, float sign)
    {
        int tokens = likelihoods.Length / lanes;
        if (_forward.Length < likelihoods.Length) (_forward, _backward) = (new float[likelihoods.Length * 2], new float[likelihoods.Length * 2]);
        if (!Forward(likelihoods, start, forward, tokens)) return false;
        Backward(likelihoods, backward, tokens);
        for (int token = 0; token < tokens; token++)
        {
            Span<float> row = marginals.Slice(token * lanes, lanes);
            Multiply(Row(_forward, token), Row(_backward, token), row);
            if (Scale(row) == 0) return false;
        }
        for (int token = 1; token < tokens; token++) Expect(likelihoods.Slice(token * lanes, lanes), forward, token, expected, sign);
        return true;
    }

    private bool Forward(ReadOnlySpan<float> likelihoods, float[] start, float[] transitions, int tokens)
    {
        Multiply(start, likelihoods[..lanes], Row(_forward, 0));
        if (Scale(Row(_forward, 0)) == 0) return false;
        for (int token = 1; token < tokens; token++)
        {
            Span<float> row = Row(_forward, token);
            Combine(Row(_forward, token - 1), transitions, row);
            Multiply(row, likelihoods.Slice(token * lanes, lanes), row);
            if (Scale(row) == 0) return false;
        }
        return true;
    }

    private void Backward(ReadOnlySpan<float> likelihoods, float[] transitions, int tokens)
    {
        Row(_backward, tokens - 1).Fill(1);
        for (int token = tokens - 2; token >= 0; token--)
        {
            Multiply(likelihoods.Slice((token + 1) * lanes, lanes), Row(_backward, token + 1), _carry);
            Combine(_carry, transitions, Row(_backward, token));
            Scale(Row(_backward, token));
        }
    }

    private void Expect(ReadOnlySpan<float> likelihoods, float[] transitions, int token, Span<float> expected, float sign)
    {
        Multiply(likelihoods, Row(_backward, token), _carry);
        ReadOnlySpan<float> before = Row(_forward, token - 1);
        float total = 0;
        for (int p = 0; p < labels; p++)
            if (before[p] > 1e-8f) total += before[p] * Dot(transitions.AsSpan(p * lanes, lanes), _carry);
        if (!(total > 0)) return;
        for (int p = 0; p < labels; p++)
        {
            if (before[p] <= 1e-8f) continue;
            Span<Vector<float>> to = Vectors(expected.Slice(p * lanes, lanes));
            ReadOnlySpan<Vector<float>> weights = Vectors(transitions.AsSpan(p * lanes, lanes)), carry = Vectors(_carry);
            Vector<float> factor = new(sign * before[p] / total);
            for (int i = 0; i < to.Length; i++) to[i] += factor * weights[i] * carry[i];
        }
    }

    private void Combine(ReadOnlySpan<float> from, float[] transitions, Span<float> to)
    {
        to.Clear();
        Span<Vector<float>> sums = Vectors(to);
        for (int p = 0; p < labels; p++)
        {
            if (from[p] == 0) continue;
            Vector<float> factor = new(from[p]);
            ReadOnlySpan<Vector<float>> row = Vectors(transitions.AsSpan(p * lanes, lanes));
            for (int i = 0; i < sums.Length; i++) sums[i] += factor * row[i];
        }
    }

    private Span<float> Row(float[] rows, int token) => rows.AsSpan(token * lanes, lanes);

    private static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> to)
    {
        ReadOnlySpan<Vector<float>> x = Vectors(a), y = Vectors(b);
        Span<Vector<float>> z = Vectors(to);
        for (int i = 0; i < z.Length; i++) z[i] = x[i] * y[i];
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ReadOnlySpan<Vector<float>> x = Vectors(a), y = Vectors(b);
        Vector<float> sum = Vector<float>.Zero;
        for (int i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return Vector.Sum(sum);
    }

    // Makes the row sum to 1; 0 where it cannot.
    private static float Scale(Span<float> row)
    {
        float sum = 0;
        foreach (float value in row) sum += value;
        if (!(sum > 0) || float.IsInfinity(sum)) return 0;
        Span<Vector<float>> vectors = Vectors(row);
        Vector<float> factor = new(1 / sum);
        for (int i = 0; i < vectors.Length; i++) vectors[i] *= factor;
        return sum;
    }

    private static Span<Vector<float>> Vectors(Span<float> row) => MemoryMarshal.Cast<float, Vector<float>>(row);

    private static ReadOnlySpan<Vector<float>> Vectors(ReadOnlySpan<float> row) => MemoryMarshal.Cast<float, Vector<float>>(row);
}
