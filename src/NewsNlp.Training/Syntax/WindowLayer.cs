using NewsNlp.Learning;
using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// A layer that sees each row with its neighbours: <c>max(0, window · weights + bias)</c>. Rows of a batch lie one after another with empty
/// rows between sentences, so that a row's window is one stretch of memory.
/// </summary>
internal sealed unsafe class WindowLayer
{
    private const int Window = ParserNetwork.Window, Side = Window / 2;

    private readonly int _inputs, _outputs;
    private readonly FloatBuffer _transposedWeights, _transposedInput, _excess;

    public WindowLayer(int inputs, int outputs, int maxRows, ref Random64 random)
    {
        (_inputs, _outputs) = (inputs, outputs);
        Weights = new AdamWeights(Window * inputs, outputs, MathF.Sqrt(1f / (Window * inputs)), ref random, NetworkNumbers.WeightPlaces);
        Bias = new AdamWeights(1, outputs, 0, ref random);
        Output = new FloatBuffer(maxRows * outputs);
        OutputGradient = new FloatBuffer(maxRows * outputs);
        _transposedWeights = new FloatBuffer(Window * inputs * outputs);
        _transposedInput = new FloatBuffer(maxRows * inputs);
        _excess = new FloatBuffer(maxRows * outputs);
    }

    public AdamWeights Weights { get; }

    public AdamWeights Bias { get; }

    public FloatBuffer Output { get; }

    public FloatBuffer OutputGradient { get; }

    /// <summary>Sums so far that 16 bits do not hold.</summary>
    public long Misfits { get; private set; }

    /// <param name="isWord">False for the empty rows, which stay zero.</param>
    public void Forward(FloatBuffer input, bool[] isWord, int rows)
    {
        for (int row = 0; row < rows; row++) Bias.Span.CopyTo(Output.Span[(row * _outputs)..]);
        FloatMath.MultiplyAdd(
            input.At, _inputs, Weights.Values, _outputs, Output.At + Side * _outputs, _outputs, rows - 2 * Side, Window * _inputs, _outputs);
        for (int row = 0; row < rows; row++)
            if (!isWord[row]) Output.Span.Slice(row * _outputs, _outputs).Clear();
        ByteRounding.Excess(Output.At, _excess.At, rows * _outputs);
        Misfits += ByteRounding.CountMisfits(_excess.At, rows * _outputs);
        ByteRounding.Activate(Output.At, rows * _outputs);
    }

    /// <summary>Takes the gradient of the output and adds that of weights, bias and input.</summary>
    public void Backward(FloatBuffer input, FloatBuffer inputGradient, int rows)
    {
        float* output = Output.At, gradient = OutputGradient.At;
        ByteRounding.ClearWhereCut(output, gradient, rows * _outputs);
        FloatMath.AddScaled(gradient, _excess.At, ByteRounding.Pull, rows * _outputs);
        for (int row = 0; row < rows; row++) FloatMath.AddTo(Bias.Gradients, gradient + row * _outputs, _outputs);
        int inner = rows - 2 * Side;
        FloatMath.Transpose(Weights.Values, Window * _inputs, _outputs, _outputs, _transposedWeights.At);
        FloatMath.Transpose(input.At, rows, _inputs, _inputs, _transposedInput.At);
        float* middle = gradient + Side * _outputs;
        for (int k = 0; k < Window; k++)
        {
            FloatMath.MultiplyAdd(
                _transposedInput.At + k, rows, middle, _outputs, Weights.Gradients + k * _inputs * _outputs, _outputs, _inputs, inner, _outputs);
            FloatMath.MultiplyAdd(
                middle, _outputs, _transposedWeights.At + k * _inputs, Window * _inputs, inputGradient.At + k * _inputs, _inputs, inner, _outputs, _inputs);
        }
    }

    public void Step(float rate)
    {
        Weights.Step(rate);
        Bias.Step(rate);
    }
}
