using NewsNlp.Tagging;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Tagging;

/// <summary>How the tagger is trained.</summary>
internal sealed record TagTrainerOptions
{
    /// <summary>Passes over all sentences; two more over gold alone did not help (EWT lost 0.07, GUM won 0.04).</summary>
    public int Epochs { get; init; } = 2;

    /// <summary>Step of AdaGrad.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Share of a token's features that are left out when it is learned from.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>A feature that occurs less often is not looked at.</summary>
    public int MinCount { get; init; } = 3;

    /// <summary>A feature is kept when the first of all passes gives it so much weight for or against some label.</summary>
    public float LeastWeight { get; init; } = 0.12f;

    public ulong Seed { get; init; } = 1;
}

/// <summary>Trains the tagger from left to right on its own answers, so that it learns to live with its errors.</summary>
internal sealed class TagTrainer
{
    private readonly TagCorpus _corpus;
    private readonly TagLabels _labels;
    private readonly TagTrainerOptions _options;
    private readonly SparseLogistic _learner;
    private readonly int[][][] _rowsOfType;
    private readonly uint[] _context = new uint[ContextFeatures.Count];
    private readonly int[] _rows = new int[400];
    private readonly float[] _scores;
    private TagWord[] _words = new TagWord[256];
    private Random64 _random;

    /// <param name="features">Those to learn with; null for all that occur often enough.</param>
    private TagTrainer(TagCorpus corpus, TagLabels labels, TagSentence[] sentences, TagTrainerOptions options, uint[]? features)
    {
        (_corpus, _labels, _options) = (corpus, labels, options);
        _random = new Random64(options.Seed);
        _scores = new float[labels.Count];
        _learner = new SparseLogistic(features ?? FrequentFeatures(sentences), options.Rate);
        _rowsOfType = [.. corpus.Types.Select(type => type.Features.Select(RowsOf).ToArray())];
    }

    /// <summary>Goes once through the sentences to see which features matter, then learns anew with these alone: half as many say it a little better.</summary>
    public static SparseLogistic Train(TagCorpus corpus, TagLabels labels, TagSentence[] sentences, TagTrainerOptions options)
    {
        TagTrainer first = new(corpus, labels, sentences, options, features: null);
        first.Pass(sentences, 1, 1);
        uint[] strong = first._learner.Strong(options.LeastWeight);
        Console.WriteLine($"{strong.Length} features kept");
        TagTrainer trainer = new(corpus, labels, sentences, options, strong);
        for (int epoch = 0; epoch < options.Epochs; epoch++) trainer.Pass(sentences, RateAt(epoch, options.Epochs), RateAt(epoch + 1, options.Epochs));
        return trainer._learner;
    }

    // At its height for the first half, from there to zero.
    private static float RateAt(int epoch, int epochs) => Math.Min(1, 2f * (epochs - epoch) / epochs);

    // The rate goes from one share of its height to another.
    private void Pass(TagSentence[] sentences, float firstShare, float lastShare)
    {
        _random.Shuffle(sentences.AsSpan());
        int errors = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            _learner.Rate = _options.Rate * float.Lerp(firstShare, lastShare, (float)i / sentences.Length);
            errors += Learn(sentences[i]);
        }
        Console.WriteLine($"{errors} errors");
    }

    private int Learn(TagSentence sentence)
    {
        int errors = 0;
        Open(sentence);
        TagHistory history = TagHistory.Start;
        for (int at = 0; at < sentence.Words.Length; at++)
        {
            ReadOnlySpan<int> rows = Rows(sentence, at, history);
            _learner.Score(rows, _scores);
            byte gold = sentence.Gold[at], answer = Best();
            if (gold != TagHistory.None)
            {
                if (answer != gold) errors++;
                _learner.Learn(rows, _scores, gold, sentence.Weight);
            }
            history = history.Push(answer, _labels.IsVerb(answer), _words[at + 2].Lower);
        }
        return errors;
    }

    private uint[] FrequentFeatures(TagSentence[] sentences)
    {
        FeatureCounts counts = new(_options.MinCount);
        foreach (TagSentence sentence in sentences)
        {
            Open(sentence);
            TagHistory history = TagHistory.Start;
            for (int at = 0; at < sentence.Words.Length; at++)
            {
                for (int position = 0; position < WordFeatures.Positions; position++)
                    counts.Add(_corpus.Types[TypeAt(sentence, at + position - WordFeatures.Middle)].Features[position]);
                ContextFeatures.Collect(_words, at + 2, history, _context);
                counts.Add(_context);
                byte gold = sentence.Gold[at];
                history = history.Push(gold, gold != TagHistory.None && _labels.IsVerb(gold), _words[at + 2].Lower);
            }
        }
        return counts.Frequent();
    }

    private void Open(TagSentence sentence)
    {
        int length = sentence.Words.Length;
        if (_words.Length < length + 4) _words = new TagWord[length * 2];
        for (int i = 0; i < length + 4; i++) _words[i] = _corpus.Types[TypeAt(sentence, i - 2)].Facts;
    }

    private static int TypeAt(TagSentence sentence, int at) => at < 0 || at >= sentence.Words.Length ? TagCorpus.Outside : sentence.Words[at];

    private int[] RowsOf(uint[] features) => [.. features.Select(_learner.RowOf).Where(row => row >= 0)];

    private ReadOnlySpan<int> Rows(TagSentence sentence, int at, TagHistory history)
    {
        int count = 0;
        for (int position = 0; position < WordFeatures.Positions; position++)
            foreach (int row in _rowsOfType[TypeAt(sentence, at + position - WordFeatures.Middle)][position])
                if (!Drop()) _rows[count++] = row;
        ContextFeatures.Collect(_words, at + 2, history, _context);
        _learner.FindRows(_context);
        foreach (uint row in _context)
            if (!Drop() && (int)row >= 0) _rows[count++] = (int)row;
        return _rows.AsSpan(0, count);
    }

    private bool Drop() => _options.Dropout > 0 && _random.NextSingle() < _options.Dropout;

    private byte Best()
    {
        int best = 0;
        for (int label = 1; label < _scores.Length; label++)
            if (_scores[label] > _scores[best]) best = label;
        return (byte)best;
    }
}
