using NewsNlp.Drafts;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Trains the cue tagger and the span rankers.</summary>
internal sealed class StatementTrainer(StatementOptions options, Action<string> log)
{
    private readonly SpanContext _context = new();
    private readonly SpanWindow _window = new();

    /// <param name="examples">Gold and silver.</param>
    /// <param name="falseCues">For each example, cues that a tagger found and gold does not have; may be empty.</param>
    public ModelFile Train(IReadOnlyList<StatementExample> examples, IReadOnlyList<List<CueSpan>> falseCues)
    {
        ModelFile file = new(StatementModel.Name);
        TrainCues(examples, file);
        file.Set<float>("cue.caution", [options.Caution]);
        TrainSpans(examples, falseCues, file);
        file.Set<float>("trust", options.Trust);
        return file;
    }

    public void TrainCues(IReadOnlyList<StatementExample> examples, ModelFile file)
    {
        List<CrfExample> sequences = [];
        FeatureList features = new();
        foreach (StatementExample example in examples)
            foreach (SentenceData sentence in example.Tokens.Draft.Sentences) sequences.Add(Sequence(example, sentence, features));
        CrfOptions crf = new()
        {
            Epochs = options.CueEpochs,
            MaxFeatures = options.CueFeatures,
            MinCount = 2,
            Dropout = options.Dropout,
            MayFollow = (before, label) => label != CueTagger.Inside || before > CueTagger.Outside,
        };
        CrfTrainer.Train(CueTagger.Labels, sequences, crf, log).WriteTo(file, "cue");
    }

    private static CrfExample Sequence(StatementExample example, SentenceData sentence, FeatureList features)
    {
        ulong[] allowed = new ulong[sentence.EndToken - sentence.FirstToken];
        Array.Fill(allowed, 1UL << CueTagger.Outside);
        foreach (AttributionData attribution in example.Attributions)
        {
            CueSpan cue = attribution.Cue;
            if (cue.First < sentence.FirstToken || cue.End > sentence.EndToken) continue;
            for (int t = cue.First; t < cue.End; t++)
                allowed[t - sentence.FirstToken] = 1UL << (t == cue.First ? CueTagger.Begin : CueTagger.Inside);
        }
        // Overlapping cues may have left an inside behind nothing.
        for (int i = 0; i < allowed.Length; i++)
            if (allowed[i] == 1UL << CueTagger.Inside && (i == 0 || allowed[i - 1] == 1)) allowed[i] = 1UL << CueTagger.Begin;
        features.Clear();
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            CueFeatures.Extract(example.Tokens, t, ref features);
            features.EndToken();
        }
        return features.ToExample(allowed, example.Gold.Weight);
    }

    private void TrainSpans(IReadOnlyList<StatementExample> examples, IReadOnlyList<List<CueSpan>> falseCues, ModelFile file)
    {
        HashedTrainer content = new(StatementModel.ContentBits, options.Step), source = new(StatementModel.SourceBits, options.Step);
        SpanLearner<ContentFeatures> contents = new(content);
        SpanLearner<SourceFeatures> sources = new(source);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        Random64 random = new(7);
        for (int epoch = 1; epoch <= options.SpanEpochs; epoch++)
        {
            random.Shuffle<int>(order);
            int reached = 0, all = 0;
            foreach (int i in order)
            {
                foreach (AttributionData attribution in examples[i].Attributions)
                {
                    all++;
                    if (LearnOne(examples[i], attribution, contents, sources)) reached++;
                }
                foreach (CueSpan cue in falseCues.Count > i ? falseCues[i] : []) LearnNone(examples[i], cue, contents);
            }
            log($"spans, epoch {epoch}: {reached} of {all} contents can be reached");
        }
        content.WriteTo(file, "content");
        file.Set<int>("content.patience", [(int)(options.Patience * file.Array<float>("content.scale", 1)[0])]);
        source.WriteTo(file, "source");
        file.Set<int>("source.patience", [(int)(options.SourcePatience * file.Array<float>("source.scale", 1)[0])]);
    }

    private bool LearnOne(StatementExample example, AttributionData gold, SpanLearner<ContentFeatures> contents, SpanLearner<SourceFeatures> sources)
    {
        if (gold.Content.IsNone) return false;
        _context.Set(example.Tokens, gold.Cue);
        _window.FillSentence(example.Tokens, gold.Cue);
        _window.AddQuotes(example.Tokens, gold.Cue);
        bool reached = contents.Learn(_context, _window, gold.Content, example.Gold.Weight);
        _context.Content = gold.Content;
        _window.FillSentence(example.Tokens, gold.Cue);
        sources.Learn(_context, _window, gold.Source, example.Gold.Weight);
        return reached;
    }

    private void LearnNone(StatementExample example, CueSpan cue, SpanLearner<ContentFeatures> contents)
    {
        _context.Set(example.Tokens, cue);
        _window.FillSentence(example.Tokens, cue);
        _window.AddQuotes(example.Tokens, cue);
        contents.Learn(_context, _window, WordRange.None, options.FalseCueWeight * example.Gold.Weight);
    }
}

/// <summary>How the statement models are trained.</summary>
internal sealed record StatementOptions
{
    public int CueEpochs { get; init; } = 6;

    public int CueFeatures { get; init; } = 150_000;

    public float Dropout { get; init; } = 0.2f;

    public int SpanEpochs { get; init; } = 5;

    public float Step { get; init; } = 0.1f;

    /// <summary>Added to the log-odds of "no cue": below zero more cues are found.</summary>
    public float Caution { get; init; }

    /// <summary>The same where false cues are looked for to learn from.</summary>
    public float FalseCueCaution { get; init; } = -1;

    /// <summary>A cue is believed although "no content" has this much higher log-odds than the best content.</summary>
    public float Patience { get; init; } = 4;

    /// <summary>The same for the source of a quote.</summary>
    public float SourcePatience { get; init; } = 3;

    /// <summary>Weights of <see cref="TrustFeatures"/>, once they are learned.</summary>
    public float[] Trust { get; init; } = new float[TrustFeatures.Count];

    public float FalseCueWeight { get; init; } = 0.5f;
}
