using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// Teaches the layers that see neighbours to say the right tag of each word, beside what the tree teaches them: given the tagger's tags,
/// some of them wrong, they learn to mend them. Needed only while training.
/// </summary>
internal sealed unsafe class TagTeacher
{
    private const int Tags = WordFeatures.TagRows;

    private readonly int _width;
    private readonly float _weight;
    private readonly AdamWeights _weights, _bias;
    private readonly FloatBuffer _scores, _transposedWeights;

    /// <param name="weight">What a tag counts beside a move.</param>
    public TagTeacher(int width, int maxRows, float weight, ref Random64 random)
    {
        (_width, _weight) = (width, weight);
        _weights = new AdamWeights(width, Tags, MathF.Sqrt(1f / width), ref random);
        _bias = new AdamWeights(1, Tags, 0, ref random);
        (_scores, _transposedWeights) = (new FloatBuffer(maxRows * Tags), new FloatBuffer(width * Tags));
    }

    /// <summary>Adds gradients to the weights and to <paramref name="tokenGradients"/>.</summary>
    /// <param name="transposedTokens">The token vectors, a column a row of the batch.</param>
    public void Learn(IReadOnlyList<TreeSample> batch, IReadOnlyList<int> firstRows, FloatBuffer tokens, FloatBuffer transposedTokens, FloatBuffer tokenGradients, int rows)
    {
        _scores.Span[..(rows * Tags)].Clear();
        FloatMath.MultiplyAdd(tokens.At, _width, _weights.Values, Tags, _scores.At, Tags, rows, _width, Tags);
        int next = 0;
        for (int s = 0; s < batch.Count; s++)
        {
            Clear(next, firstRows[s]);
            for (int i = 0; i < batch[s].Count; i++) MakeGradient(_scores.Span.Slice((firstRows[s] + i) * Tags, Tags), batch[s].RightTags[i], batch[s].Weight * _weight);
            next = firstRows[s] + batch[s].Count;
        }
        Clear(next, rows);
        FloatMath.MultiplyAdd(transposedTokens.At, rows, _scores.At, Tags, _weights.Gradients, Tags, _width, rows, Tags);
        FloatMath.Transpose(_weights.Values, _width, Tags, Tags, _transposedWeights.At);
        FloatMath.MultiplyAdd(_scores.At, Tags, _transposedWeights.At, _width, tokenGradients.At, _width, rows, Tags, _width);
    }

    public void Step(float rate)
    {
        _weights.Step(rate);
        _bias.Step(rate);
    }

    private void Clear(int firstRow, int endRow) => _scores.Span[(firstRow * Tags)..(endRow * Tags)].Clear();

    private void MakeGradient(Span<float> scores, byte right, float weight)
    {
        for (int i = 0; i < Tags; i++) scores[i] += _bias.Values[i];
        SentenceLearner.Softmax(scores);
        scores[right] -= 1;
        for (int i = 0; i < Tags; i++)
        {
            scores[i] *= weight;
            _bias.Gradients[i] += scores[i];
        }
    }
}
