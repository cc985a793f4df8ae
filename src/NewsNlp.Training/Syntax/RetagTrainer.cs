using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Learning;
using WordFeatures = NewsNlp.Syntax.WordFeatures;

namespace NewsNlp.Training.Syntax;

/// <summary>How the retagger is trained.</summary>
/// <param name="Hidden">Width of the hidden layer.</param>
/// <param name="Epochs">Passes over all examples.</param>
/// <param name="Rate">Adam's rate at first; it falls to zero.</param>
/// <param name="Dropout">Share of the hidden layer that is left out when an example is learned from.</param>
internal sealed record RetagTrainerOptions(int Hidden = 256, int Epochs = 4, float Rate = 0.002f, float Dropout = 0.2f, ulong Seed = 1);

/// <summary>Trains the <see cref="Retagger"/>'s network on one core; the same examples and options give the same weights.</summary>
internal sealed unsafe class RetagTrainer
{
    private const int Batch = 128;

    // A table's row is a register wide at least; a lead has one number of it.
    private const int Lanes = 16;

    // What products of matrices work on is a multiple of their panel; lanes that are no label have no weight.
    private const int Columns = (RetagModel.Scores + FloatMath.Panel - 1) / FloatMath.Panel * FloatMath.Panel;
    private const float Never = -1e9f;

    private readonly RetagTrainerOptions _options;
    private readonly int _window, _labels, _hidden;
    private readonly AdamWeights _hiddenWeights, _hiddenBias, _scoreWeights, _scoreBias;
    private readonly AdamRows _hiddenLabels, _hiddenSeconds, _scoreLabels, _scoreSeconds, _leads;
    private readonly FloatBuffer _leadGradient, _input, _layer, _layerGradients, _gates, _excess, _scores, _transposedInput, _transposedLayer, _transposedWeights;
    private Random64 _random;

    /// <param name="window">Bytes of an example's window.</param>
    /// <param name="labels">So many labels there are.</param>
    public RetagTrainer(int window, int labels, RetagTrainerOptions options)
    {
        (_options, _window, _labels, _hidden, _random) = (options, window, labels, options.Hidden, new Random64(options.Seed));
        _hiddenWeights = new AdamWeights(window, _hidden, MathF.Sqrt(1f / window), ref _random, NetworkNumbers.WeightPlaces);
        _hiddenBias = new AdamWeights(1, _hidden, 0, ref _random);
        _scoreWeights = new AdamWeights(_hidden, Columns, MathF.Sqrt(1f / _hidden), ref _random, NetworkNumbers.WeightPlaces);
        _scoreBias = new AdamWeights(1, Columns, 0, ref _random);
        (_hiddenLabels, _hiddenSeconds) = (new AdamRows(RetagModel.LabelRows, _hidden, 0.1f, ref _random), new AdamRows(WordFeatures.TagRows, _hidden, 0.1f, ref _random));
        (_scoreLabels, _scoreSeconds) = (new AdamRows(RetagModel.LabelRows, Columns, 0, ref _random), new AdamRows(WordFeatures.TagRows, Columns, 0, ref _random));
        _leads = new AdamRows(RetagModel.LeadRows, Lanes, 0, ref _random);
        _leadGradient = new FloatBuffer(Lanes);
        (_input, _transposedInput) = (new FloatBuffer(Batch * window), new FloatBuffer(Batch * window));
        (_layer, _layerGradients, _transposedLayer) = (new FloatBuffer(Batch * _hidden), new FloatBuffer(Batch * _hidden), new FloatBuffer(Batch * _hidden));
        (_gates, _excess) = (new FloatBuffer(Batch * _hidden), new FloatBuffer(Batch * _hidden));
        (_scores, _transposedWeights) = (new FloatBuffer(Batch * Columns), new FloatBuffer(_hidden * Columns));
    }

    public void Train(IReadOnlyList<RetagExample> examples)
    {
        RetagExample[] order = [.. examples];
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle<RetagExample>(order);
            for (int at = 0; at < order.Length; at += Batch)
                Learn(new ArraySegment<RetagExample>(order, at, Math.Min(Batch, order.Length - at)), _options.Rate * (1 - (epoch + (float)at / order.Length) / _options.Epochs));
        }
    }

    /// <summary>Networks of one width as they are, rounded to whole numbers: their hidden layers side by side, so that what they say is added up.</summary>
    /// <param name="caution">What the tagger's own label has more than they learned to give it, in units of log-odds.</param>
    public static ModelFile Make(IReadOnlyList<RetagTrainer> networks, TagLabels labels, float caution = 0)
    {
        ModelFile file = new(RetagModel.Name);
        file.Set<int>("size", [networks.Sum(network => network._hidden)]);
        labels.Write(file);
        WholeNumbers.SetBytes(file, "hidden", SideBySide(networks, network => network._hiddenWeights.Span), NetworkNumbers.WeightPlaces);
        WholeNumbers.SetShorts(file, "hidden.labels", SideBySide(networks, network => WithBias(network._hiddenLabels, network._hiddenBias)), NetworkNumbers.ProductPlaces);
        WholeNumbers.SetShorts(file, "hidden.seconds", SideBySide(networks, network => network._hiddenSeconds.Span), NetworkNumbers.ProductPlaces);
        WholeNumbers.SetBytes(file, "scores", [.. networks.SelectMany(network => LabelsOf(network._scoreWeights.Span))], NetworkNumbers.WeightPlaces);
        WholeNumbers.SetShorts(file, "scores.labels", LabelsOf(Sum(networks, network => WithBias(network._scoreLabels, network._scoreBias))), NetworkNumbers.ProductPlaces);
        WholeNumbers.SetShorts(file, "scores.seconds", LabelsOf(Sum(networks, network => network._scoreSeconds.Span)), NetworkNumbers.ProductPlaces);
        float[] leads = Sum(networks, network => network._leads.Span);
        WholeNumbers.SetShorts(file, "leads", [.. leads.Where((_, i) => i % Lanes == 0).Select(lead => lead + caution * networks.Count)], NetworkNumbers.ProductPlaces);
        return file;
    }

    private void Learn(ArraySegment<RetagExample> batch, float rate)
    {
        Forward(batch);
        for (int i = 0; i < batch.Count; i++) MakeGradient(_scores.Span.Slice(i * Columns, Columns), batch[i]);
        Backward(batch);
        foreach (AdamWeights weights in (AdamWeights[])[_hiddenWeights, _hiddenBias, _scoreWeights, _scoreBias]) weights.Step(rate);
        foreach (AdamRows table in (AdamRows[])[_hiddenLabels, _hiddenSeconds, _scoreLabels, _scoreSeconds, _leads]) table.Step(rate);
    }

    private void Forward(ArraySegment<RetagExample> batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            for (int k = 0; k < _window; k++) _input.At[i * _window + k] = batch[i].Window[k] / (float)(1 << NetworkNumbers.BytePlaces);
            Start(_layer.At + i * _hidden, _hidden, _hiddenBias, _hiddenLabels, _hiddenSeconds, batch[i]);
            Start(_scores.At + i * Columns, Columns, _scoreBias, _scoreLabels, _scoreSeconds, batch[i]);
            if (batch[i].Row > 0) _scores.At[i * Columns + batch[i].Row - 1] += _leads.Row(LeadRow(batch[i]))[0];
        }
        FloatMath.MultiplyAdd(_input.At, _window, _hiddenWeights.Values, _hidden, _layer.At, _hidden, batch.Count, _window, _hidden);
        ByteRounding.Excess(_layer.At, _excess.At, batch.Count * _hidden);
        ByteRounding.Activate(_layer.At, batch.Count * _hidden);
        Drop(batch.Count * _hidden);
        FloatMath.MultiplyAdd(_layer.At, _hidden, _scoreWeights.Values, Columns, _scores.At, Columns, batch.Count, _hidden, Columns);
    }

    // What stays is larger, so that sums are as at run time. Gradients pass by the same factor, where the rounding before cut nothing off.
    private void Drop(int count)
    {
        Span<float> layer = _layer.Span[..count], gates = _gates.Span[..count];
        float scale = 1 / (1 - _options.Dropout);
        for (int i = 0; i < count; i++)
        {
            float factor = _random.NextSingle() < _options.Dropout ? 0 : scale;
            gates[i] = ByteRounding.IsCut(layer[i]) ? 0 : factor;
            layer[i] *= factor;
        }
    }

    private void MakeGradient(Span<float> scores, RetagExample example)
    {
        scores[_labels..].Fill(Never);
        SentenceLearner.Softmax(scores);
        scores[example.Right] -= 1;
        for (int i = 0; i < scores.Length; i++) scores[i] *= example.Weight;
    }

    private void Backward(ArraySegment<RetagExample> batch)
    {
        int rows = batch.Count;
        FloatMath.Transpose(_layer.At, rows, _hidden, _hidden, _transposedLayer.At);
        FloatMath.MultiplyAdd(_transposedLayer.At, rows, _scores.At, Columns, _scoreWeights.Gradients, Columns, _hidden, rows, Columns);
        FloatMath.Transpose(_scoreWeights.Values, _hidden, Columns, Columns, _transposedWeights.At);
        _layerGradients.Clear();
        FloatMath.MultiplyAdd(_scores.At, Columns, _transposedWeights.At, _hidden, _layerGradients.At, _hidden, rows, Columns, _hidden);
        for (int i = 0; i < rows * _hidden; i++) _layerGradients.At[i] *= _gates.At[i];
        FloatMath.AddScaled(_layerGradients.At, _excess.At, ByteRounding.Pull, rows * _hidden);
        FloatMath.Transpose(_input.At, rows, _window, _window, _transposedInput.At);
        FloatMath.MultiplyAdd(_transposedInput.At, rows, _layerGradients.At, _hidden, _hiddenWeights.Gradients, _hidden, _window, rows, _hidden);
        for (int i = 0; i < rows; i++)
        {
            if (batch[i].Row > 0)
            {
                _leadGradient.At[0] = _scores.At[i * Columns + batch[i].Row - 1];
                _leads.AddGradient(LeadRow(batch[i]), _leadGradient.At);
            }
            AddGradients(_layerGradients.At + i * _hidden, _hidden, _hiddenBias, _hiddenLabels, _hiddenSeconds, batch[i]);
            AddGradients(_scores.At + i * Columns, Columns, _scoreBias, _scoreLabels, _scoreSeconds, batch[i]);
        }
    }

    private static int LeadRow(RetagExample example) => example.Lead / RetagModel.LeadStep;

    private delegate ReadOnlySpan<float> Numbers(RetagTrainer network);

    // Rows as wide as all hidden layers together.
    private static float[] SideBySide(IReadOnlyList<RetagTrainer> networks, Numbers numbers)
    {
        int hidden = networks[0]._hidden, width = hidden * networks.Count;
        float[] all = new float[numbers(networks[0]).Length * networks.Count];
        for (int n = 0; n < networks.Count; n++)
            for (int row = 0; row < all.Length / width; row++) numbers(networks[n]).Slice(row * hidden, hidden).CopyTo(all.AsSpan(row * width + n * hidden));
        return all;
    }

    // Each word has a row of a label, so that the bias needs no place of its own.
    private static float[] WithBias(AdamRows labels, AdamWeights bias)
    {
        float[] rows = labels.Span.ToArray();
        for (int i = 0; i < rows.Length; i++) rows[i] += bias.Span[i % bias.Span.Length];
        return rows;
    }

    private static float[] Sum(IReadOnlyList<RetagTrainer> networks, Numbers numbers)
    {
        float[] sums = new float[numbers(networks[0]).Length];
        foreach (RetagTrainer network in networks)
            for (int i = 0; i < sums.Length; i++) sums[i] += numbers(network)[i];
        return sums;
    }

    private static void Start(float* sums, int width, AdamWeights bias, AdamRows labels, AdamRows seconds, RetagExample example)
    {
        new Span<float>(bias.Values, width).CopyTo(new Span<float>(sums, width));
        FloatMath.AddTo(sums, labels.Row(example.Row), width);
        FloatMath.AddTo(sums, seconds.Row(example.SecondTag), width);
    }

    private static void AddGradients(float* gradients, int width, AdamWeights bias, AdamRows labels, AdamRows seconds, RetagExample example)
    {
        FloatMath.AddTo(bias.Gradients, gradients, width);
        labels.AddGradient(example.Row, gradients);
        seconds.AddGradient(example.SecondTag, gradients);
    }

    private static float[] LabelsOf(ReadOnlySpan<float> rows)
    {
        float[] lanes = new float[rows.Length / Columns * RetagModel.Scores];
        for (int row = 0; row < rows.Length / Columns; row++) rows.Slice(row * Columns, RetagModel.Scores).CopyTo(lanes.AsSpan(row * RetagModel.Scores));
        return lanes;
    }
}
