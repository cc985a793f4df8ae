using System.Diagnostics;
using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>How the parser is trained.</summary>
/// <param name="BatchWords">Words of a batch, about.</param>
/// <param name="Rate">Adam's rate at its height; it rises over the first hundredth of the training and falls to zero.</param>
/// <param name="TagWeight">What a word's tag counts beside a move; see <see cref="TagTeacher"/>.</param>
/// <param name="TagNoise">How much oftener than seen tags are confused; see <see cref="TagConfusion"/>.</param>
internal sealed record SyntaxTrainerOptions(int BatchWords = 300, float Rate = 0.002f, float TagNoise = 2.5f, float TagWeight = 0.3f, ulong Seed = 1);

/// <summary>Trains the parser's network on one core; the same samples and options give the same weights.</summary>
internal sealed class SyntaxTrainer
{
    private readonly SyntaxTrainerOptions _options;
    private readonly Vocabulary _vocabulary;
    private readonly TagConfusion _confusion;
    private readonly SentenceLearner _learner;
    private Random64 _random;

    public SyntaxTrainer(NetworkSize size, Vocabulary vocabulary, TagConfusion confusion, SyntaxTrainerOptions options)
    {
        (_options, _vocabulary, _confusion, _random) = (options, vocabulary, confusion, new Random64(options.Seed));
        int maxRows = TokenEncoder.RowsFor(options.BatchWords + TreeSamples.MaxWords, options.BatchWords) + 64;
        Encoder = new TokenEncoder(size, vocabulary.Hashes.Count, maxRows, options.TagWeight, ref _random);
        Scorer = new StateScorer(size, Encoder, ref _random);
        _learner = new SentenceLearner(Scorer, options.BatchWords + TreeSamples.MaxWords);
        for (int row = 0; row < vocabulary.Hashes.Count; row++)
            vocabulary.Vectors[row]?.CopyTo(Encoder.Words.Span[(row * size.Word)..]);
    }

    public TokenEncoder Encoder { get; }

    public StateScorer Scorer { get; }

    /// <summary>Goes once through the samples in the order given.</summary>
    /// <param name="report">Called now and then with the share done, 0 to 1.</param>
    public void Train(IReadOnlyList<TreeSample> samples, Action<double> report)
    {
        long total = samples.Sum(sample => (long)sample.Count), done = 0;
        Stopwatch sinceReport = Stopwatch.StartNew();
        foreach (List<TreeSample> batch in Batches(samples))
        {
            float share = (float)((double)done / total);
            Step(batch, follow: share < 0.05f ? 0 : 0.9f, RateAt(share));
            done += batch.Sum(sample => sample.Count);
            if (sinceReport.Elapsed.TotalSeconds < 60) continue;
            report(share);
            sinceReport.Restart();
        }
        report(1);
    }

    /// <summary>Unlabelled and labelled attachment on samples, in percent of words.</summary>
    public (double Unlabelled, double Labelled) Score(IReadOnlyList<TreeSample> samples)
    {
        int[] heads = new int[_options.BatchWords + TreeSamples.MaxWords];
        byte[] relations = new byte[heads.Length];
        long words = 0, arcs = 0, labelled = 0;
        foreach (List<TreeSample> batch in Batches(samples))
        {
            Encoder.Forward(batch);
            for (int s = 0; s < batch.Count; s++)
            {
                _learner.Parse(batch[s], Encoder.FirstRow(s), heads, relations);
                for (int i = 0; i < batch[s].Count; i++, words++)
                {
                    if (heads[i] != batch[s].Heads[i]) continue;
                    arcs++;
                    if (relations[i] == batch[s].Relations[i]) labelled++;
                }
            }
        }
        return (100.0 * arcs / words, 100.0 * labelled / words);
    }

    private void Step(List<TreeSample> batch, float follow, float rate)
    {
        List<TreeSample> noisy = [.. batch.Select(WithNoise)];
        Encoder.Forward(noisy);
        Encoder.ClearGradients();
        for (int s = 0; s < noisy.Count; s++) _learner.Learn(noisy[s], Encoder.FirstRow(s), follow, ref _random);
        Encoder.Backward();
        Encoder.Step(rate);
        Scorer.Step(rate);
    }

    private float RateAt(float share) => _options.Rate * (share < 0.01f ? share * 100 : (1 - share) / 0.99f);

    // Rare words are hidden now and then, so that the row of unknown words learns; tags are made wrong, as a tagger's sometimes are.
    private TreeSample WithNoise(TreeSample sample)
    {
        int[] rows = [.. sample.WordRows];
        WordFeatures[] words = [.. sample.Words];
        for (int i = 0; i < rows.Length; i++)
        {
            float hide = 0.25f / (0.25f + _vocabulary.Counts[rows[i]]);
            if (_random.NextSingle() < hide) rows[i] = 0;
            words[i] = _confusion.Confuse(words[i], _options.TagNoise, ref _random);
        }
        return sample with { Words = words, WordRows = rows };
    }

    private IEnumerable<List<TreeSample>> Batches(IReadOnlyList<TreeSample> samples)
    {
        List<TreeSample> batch = [];
        int words = 0;
        foreach (TreeSample sample in samples)
        {
            batch.Add(sample);
            words += sample.Count;
            if (words < _options.BatchWords) continue;
            yield return batch;
            batch = [];
            words = 0;
        }
        if (batch.Count > 0) yield return batch;
    }
}
