using NewsNlp.Entities;
using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using NewsNlp.Training.Syntax;

namespace NewsNlp.Training.Names;

/// <summary>How the names' network is trained.</summary>
/// <param name="BatchWords">Words of a batch, about.</param>
/// <param name="Rate">Adam's rate at its height; it rises over the first fiftieth of the training and falls to zero. Half of it for what is known of words.</param>
/// <param name="Dropout">Share of a layer's numbers that are left out.</param>
/// <param name="WordDropout">Share of the words that are taken for unknown ones, and of the sentences that are taken to have no tags.</param>
internal sealed record NetworkOptions(int Width = 128, int Layers = 3, int BatchWords = 1000, float Rate = 0.002f, float Dropout = 0.3f, float WordDropout = 0.1f, ulong Seed = 1);

/// <summary>Trains the <see cref="NameNetwork"/>'s weights on one core; the same samples and options give the same weights.</summary>
internal sealed unsafe class NetworkTrainer
{
    private const int Gap = NameNetworkModel.Side, Half = NameNetworkModel.HalfWidth, WordWidth = NameNetworkModel.WordWidth, Labels = ClassLabels.Count;

    // What products of matrices work on is a multiple of their panel; lanes that are no label have no weight.
    private const int Columns = FloatMath.Panel;

    private readonly NetworkOptions _options;
    private readonly Vocabulary _vocabulary;
    private readonly int _maxRows, _width;
    private readonly AdamRows _words, _facts;
    private readonly WindowLayer[] _layers;
    private readonly AdamWeights _scoreWeights, _scoreBias;
    private readonly FloatBuffer[] _levels, _gates;
    private readonly FloatBuffer _input, _inputGradient, _tokenGradient, _scores, _transposed, _transposedWeights;
    private readonly bool[] _isWord;
    private readonly List<int> _firstRows = [];
    private int[] _wordRows;
    private int _rows;
    private Random64 _random;

    public NetworkTrainer(Vocabulary vocabulary, NetworkOptions options)
    {
        (_options, _vocabulary, _random, _width) = (options, vocabulary, new Random64(options.Seed), options.Width);
        _maxRows = 2 * (options.BatchWords + NetworkSample.MaxWords) * (1 + Gap);
        _words = new AdamRows(vocabulary.Hashes.Count, Half, 0, ref _random);
        _facts = new AdamRows(NameNetworkFeatures.Rows, Half, 0.2f, ref _random);
        for (int row = 0; row < vocabulary.Hashes.Count; row++) vocabulary.Vectors[row]?.CopyTo(_words.Span[(row * Half)..]);
        _layers = new WindowLayer[options.Layers];
        for (int i = 0; i < _layers.Length; i++) _layers[i] = new WindowLayer(i == 0 ? WordWidth : _width, _width, _maxRows, ref _random);
        _scoreWeights = new AdamWeights(_width, Columns, MathF.Sqrt(1f / _width), ref _random, NetworkNumbers.WeightPlaces);
        _scoreBias = new AdamWeights(1, Columns, 0, ref _random);
        _levels = [.. _layers.Select(_ => new FloatBuffer(_maxRows * _width))];
        _gates = [.. _layers.Select(_ => new FloatBuffer(_maxRows * _width))];
        (_input, _inputGradient) = (new FloatBuffer(_maxRows * WordWidth), new FloatBuffer(_maxRows * WordWidth));
        (_tokenGradient, _transposed) = (new FloatBuffer(_maxRows * _width), new FloatBuffer(_maxRows * _width));
        (_scores, _transposedWeights) = (new FloatBuffer(_maxRows * Columns), new FloatBuffer(_width * Columns));
        (_isWord, _wordRows) = (new bool[_maxRows], new int[_maxRows]);
    }

    /// <summary>Goes once through the samples in the order given; gives the mean loss of the words of the last tenth, in nats.</summary>
    public double Train(IReadOnlyList<NetworkSample> samples)
    {
        long total = samples.Sum(sample => (long)sample.Words.Length), done = 0, words = 0;
        double loss = 0;
        for (int at = 0; at < samples.Count;)
        {
            int first = at, count = 0;
            for (; at < samples.Count && count < _options.BatchWords; at++) count += samples[at].Words.Length;
            List<NetworkSample> batch = [.. samples.Skip(first).Take(at - first)];
            float share = (float)((double)done / total);
            double batchLoss = Learn(batch, _options.Rate * Math.Min(1, share * 50) * (1 - share));
            done += count;
            if (share < 0.9f) continue;
            (loss, words) = (loss + batchLoss, words + count);
        }
        return loss / Math.Max(1, words);
    }

    /// <summary>Writes the sections that <see cref="NameNetworkModel.Read"/> reads.</summary>
    public void WriteTo(ModelFile file)
    {
        file.Set<int>(NameNetworkModel.Section("size"), [_width, _layers.Length]);
        file.Set<uint>(NameNetworkModel.Section("words"), _vocabulary.Hashes.ToArray());
        WholeNumbers.SetBytes(file, NameNetworkModel.Section("vectors"), _words.Span, NetworkNumbers.BytePlaces);
        WholeNumbers.SetBytes(file, NameNetworkModel.Section("facts"), _facts.Span, NetworkNumbers.BytePlaces);
        for (int i = 0; i < _layers.Length; i++)
        {
            WholeNumbers.SetBytes(file, NameNetworkModel.Section($"layer.{i}"), _layers[i].Weights.Span, NetworkNumbers.WeightPlaces);
            WholeNumbers.SetShorts(file, NameNetworkModel.Section($"layer.{i}.bias"), _layers[i].Bias.Span, NetworkNumbers.ProductPlaces);
        }
        float[] scores = new float[_width * NameNetworkModel.Scores];
        for (int row = 0; row < _width; row++) _scoreWeights.Span.Slice(row * Columns, Labels).CopyTo(scores.AsSpan(row * NameNetworkModel.Scores));
        WholeNumbers.SetBytes(file, NameNetworkModel.Section("scores"), scores, NetworkNumbers.WeightPlaces);
        WholeNumbers.SetInts(file, NameNetworkModel.Section("scores.bias"), _scoreBias.Span[..NameNetworkModel.Scores], NetworkNumbers.ProductPlaces);
    }

    private double Learn(List<NetworkSample> batch, float rate)
    {
        LayOut(batch);
        Forward();
        double loss = MakeGradients(batch);
        Backward(batch);
        foreach (AdamRows table in (AdamRows[])[_words, _facts]) table.Step(rate / 2);
        foreach (WindowLayer layer in _layers) layer.Step(rate);
        _scoreWeights.Step(rate);
        _scoreBias.Step(rate);
        return loss;
    }

    private void LayOut(List<NetworkSample> batch)
    {
        _firstRows.Clear();
        _rows = Gap;
        foreach (NetworkSample sample in batch)
        {
            _firstRows.Add(_rows);
            _rows += sample.Words.Length + Gap;
        }
        if (_rows > _maxRows) throw new InvalidOperationException("A batch is larger than the network was made for.");
        _input.Span[..(_rows * WordWidth)].Clear();
        _isWord.AsSpan().Clear();
        for (int s = 0; s < batch.Count; s++)
        {
            if (_random.NextSingle() < _options.WordDropout) batch[s] = WithoutTags(batch[s]);
            for (int i = 0; i < batch[s].Words.Length; i++)
            {
                int row = _firstRows[s] + i;
                float* input = _input.At + row * WordWidth;
                _isWord[row] = true;
                _wordRows[row] = _random.NextSingle() < _options.WordDropout ? 0 : batch[s].Words[i];
                FloatMath.AddTo(input, _words.Row(_wordRows[row]), Half);
                foreach (ushort fact in batch[s].Facts[i]) FloatMath.AddTo(input + Half, _facts.Row(fact), Half);
                ByteRounding.RoundVector(input, WordWidth);
            }
        }
    }

    private static NetworkSample WithoutTags(NetworkSample sample)
    {
        ushort[][] facts = [.. sample.Facts.Select(rows => (ushort[])rows.Clone())];
        foreach (ushort[] rows in facts) rows[NameNetworkFeatures.TagPlace] = NameNetworkFeatures.NoTag;
        return sample with { Facts = facts };
    }

    private void Forward()
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            int count = _rows * _width;
            _layers[i].Forward(i == 0 ? _input : _levels[i - 1], _isWord, _rows);
            Span<float> level = _levels[i].Span[..count], gates = _gates[i].Span[..count], output = _layers[i].Output.Span[..count];
            // What stays is larger, so that sums are as at run time.
            float scale = 1 / (1 - _options.Dropout);
            for (int k = 0; k < count; k++)
            {
                gates[k] = _random.NextSingle() < _options.Dropout ? 0 : scale;
                level[k] = output[k] * gates[k];
            }
            if (i == 0) continue;
            FloatMath.AddTo(_levels[i].At, _levels[i - 1].At, count);
            ByteRounding.Cut(_levels[i].At, count);
        }
        for (int row = 0; row < _rows; row++) _scoreBias.Span.CopyTo(_scores.Span[(row * Columns)..]);
        FloatMath.MultiplyAdd(_levels[^1].At, _width, _scoreWeights.Values, Columns, _scores.At, Columns, _rows, _width, Columns);
    }

    // Scores become their gradients: the chance of each label less its share of what is allowed.
    private double MakeGradients(List<NetworkSample> batch)
    {
        double loss = 0;
        for (int row = 0; row < _rows; row++)
            if (!_isWord[row]) _scores.Span.Slice(row * Columns, Columns).Clear();
        for (int s = 0; s < batch.Count; s++)
        {
            for (int i = 0; i < batch[s].Words.Length; i++)
            {
                Span<float> scores = _scores.Span.Slice((_firstRows[s] + i) * Columns, Columns);
                scores[Labels..].Clear();
                SentenceLearner.Softmax(scores[..Labels]);
                float right = 1e-9f;
                for (int label = 0; label < Labels; label++) if ((batch[s].Allowed[i] >> label & 1) != 0) right += scores[label];
                loss -= MathF.Log(right);
                for (int label = 0; label < Labels; label++)
                {
                    float own = (batch[s].Allowed[i] >> label & 1) != 0 ? scores[label] / right : 0;
                    scores[label] = (scores[label] - own) * batch[s].Weight;
                }
            }
        }
        return loss;
    }

    private void Backward(List<NetworkSample> batch)
    {
        for (int row = 0; row < _rows; row++) FloatMath.AddTo(_scoreBias.Gradients, _scores.At + row * Columns, Columns);
        FloatMath.Transpose(_levels[^1].At, _rows, _width, _width, _transposed.At);
        FloatMath.MultiplyAdd(_transposed.At, _rows, _scores.At, Columns, _scoreWeights.Gradients, Columns, _width, _rows, Columns);
        FloatMath.Transpose(_scoreWeights.Values, _width, Columns, Columns, _transposedWeights.At);
        _tokenGradient.Span[..(_rows * _width)].Clear();
        FloatMath.MultiplyAdd(_scores.At, Columns, _transposedWeights.At, _width, _tokenGradient.At, _width, _rows, Columns, _width);
        _inputGradient.Span[..(_rows * WordWidth)].Clear();
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            Span<float> to = _layers[i].OutputGradient.Span[..(_rows * _width)], gates = _gates[i].Span, from = _tokenGradient.Span;
            for (int k = 0; k < to.Length; k++) to[k] = from[k] * gates[k];
            _layers[i].Backward(i == 0 ? _input : _levels[i - 1], i == 0 ? _inputGradient : _tokenGradient, _rows);
        }
        for (int s = 0; s < batch.Count; s++)
        {
            for (int i = 0; i < batch[s].Words.Length; i++)
            {
                float* gradient = _inputGradient.At + (_firstRows[s] + i) * WordWidth;
                _words.AddGradient(_wordRows[_firstRows[s] + i], gradient);
                foreach (ushort fact in batch[s].Facts[i]) _facts.AddGradient(fact, gradient + Half);
            }
        }
    }
}
