using NewsNlp.Drafts;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Trains the cue tagger and the span rankers.</summary>
internal sealed class StatementTrainer(StatementOptions options, Action<string> log)
{
    // Articles between two of the states that the weights are the mean of.
    private const int RememberEach = 50;

    private const ulong FirstOrder = 7;

    private readonly SpanContext _context = new();
    private readonly SpanWindow _window = new();

    /// <param name="examples">Articles with their attributions.</param>
    /// <param name="found">For each example, what a tagger that was trained on others takes for cues.</param>
    public ModelFile Train(IReadOnlyList<StatementExample> examples, IReadOnlyList<List<FoundCue>> found)
    {
        ModelFile file = new(StatementModel.Name);
        TrainCues(examples, file);
        file.Set<float>("cue.caution", [options.Caution]);
        for (int i = 0; i < examples.Count; i++) examples[i].Tokens.Cues.Read(found[i], examples[i].Tokens.Count, 0, options.HalfCueLikely);
        TrainSpans(examples, [.. examples.Select((example, i) => HalfCues.FalseOnes(example, found[i]))], file);
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
            Models = options.CueModels,
            MaxFeatures = options.CueFeatures,
            MinCount = 2,
            Dropout = options.Dropout,
            MayFollow = (before, label) => label != CueTagger.Inside || before > CueTagger.Outside,
        };
        CrfTrainer.Train(CueTagger.Labels, sequences, crf, log).WriteTo(file, "cue");
        CountOpeners(examples, file);
    }

    private static void CountOpeners(IReadOnlyList<StatementExample> examples, ModelFile file)
    {
        CueWeights weights = CueWeights.Read(file, "cue");
        CueWordScores words = new();
        int step = CueOpeners.StepOf(file.Array<float>("cue.scale", 1)[0]);
        int[] tokens = new int[CueOpeners.Kinds], openers = new int[CueOpeners.Kinds];
        foreach (StatementExample example in examples)
        {
            words.Read(example.Tokens, weights);
            for (int t = 0; t < example.Tokens.Count; t++) tokens[CueOpeners.KindOf(example.Tokens[t], words[t], step)]++;
            foreach (AttributionData attribution in example.Attributions)
                openers[CueOpeners.KindOf(example.Tokens[attribution.Cue.First], words[attribution.Cue.First], step)]++;
        }
        CueOpeners.Write(file, tokens, openers);
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
        List<SpanLearner<ContentFeatures>> contents = [];
        List<SpanLearner<SourceFeatures>> sources = [];
        for (int member = 0; member < options.SpanMembers; member++)
        {
            contents.Add(new SpanLearner<ContentFeatures>(options, member));
            sources.Add(new SpanLearner<SourceFeatures>(options, member));
            TrainMember(examples, falseCues, contents[member], sources[member], new Random64(FirstOrder + (ulong)member));
        }
        SpanLearner<ContentFeatures>.Write(file, contents);
        SpanLearner<SourceFeatures>.Write(file, sources);
        EdgeGateTrainer.Train(examples, file);
    }

    private void TrainMember(
        IReadOnlyList<StatementExample> examples, IReadOnlyList<List<CueSpan>> falseCues, SpanLearner<ContentFeatures> contents, SpanLearner<SourceFeatures> sources, Random64 random)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int learned = 0;
        for (int epoch = 1; epoch <= options.SpanEpochs; epoch++)
        {
            random.Shuffle<int>(order);
            int reached = 0, all = 0;
            foreach (int i in order)
            {
                if (epoch > options.SpanEpochs / 2 && ++learned % RememberEach == 0) RememberBoth(contents, sources);
                foreach (AttributionData attribution in examples[i].Attributions)
                {
                    all++;
                    if (LearnOne(examples[i], attribution, contents, sources, epoch == 1)) reached++;
                }
                foreach (CueSpan cue in falseCues[i]) LearnNone(examples[i], cue, contents, epoch == 1);
            }
            log($"spans, epoch {epoch}: {reached} of {all} contents can be reached");
        }
        RememberBoth(contents, sources);
    }

    private static void RememberBoth(SpanLearner<ContentFeatures> contents, SpanLearner<SourceFeatures> sources)
    {
        contents.Remember();
        sources.Remember();
    }

    private bool LearnOne(
        StatementExample example, AttributionData gold, SpanLearner<ContentFeatures> contents, SpanLearner<SourceFeatures> sources, bool thorough)
    {
        if (gold.Content.IsNone) return false;
        _context.Set(example.Tokens, gold.Cue);
        _window.FillForContent(example.Tokens, gold.Cue);
        bool reached = contents.Learn(_context, _window, gold.Content, example.Gold.Weight, thorough);
        _context.Content = gold.Content;
        _window.FillSentence(example.Tokens, gold.Cue);
        sources.Learn(_context, _window, gold.Source, example.Gold.Weight, thorough);
        return reached;
    }

    private void LearnNone(StatementExample example, CueSpan cue, SpanLearner<ContentFeatures> contents, bool thorough)
    {
        _context.Set(example.Tokens, cue);
        _window.FillForContent(example.Tokens, cue);
        contents.Learn(_context, _window, WordRange.None, options.FalseCueWeight * example.Gold.Weight, thorough);
    }
}
