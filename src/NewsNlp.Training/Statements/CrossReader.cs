using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>
/// Trains on all articles but a part, for each part, and reads that part: what is found in articles never seen tells which cues to keep,
/// how far margins can be trusted, and how good the models are.
/// </summary>
internal sealed class CrossReader
{
    private const int Parts = 5;

    private readonly IReadOnlyList<StatementExample> _examples;
    private readonly List<ModelFile> _files = [];
    private readonly List<List<FoundExample>> _found = [];

    public CrossReader(IReadOnlyList<StatementExample> examples, IReadOnlyList<List<FoundCue>> halfCues, StatementOptions options)
    {
        _examples = examples;
        for (int part = 0; part < Parts; part++)
        {
            ModelFile file = new StatementTrainer(options, _ => { }).Train(Others(examples, part), Others(halfCues, part));
            _files.Add(file);
            _found.Add([.. Found(file, Own(part))]);
            Console.WriteLine($"part {part + 1} of {Parts} is learned from the others and read: {_found[part].Count} cues");
        }
    }

    /// <summary>What was found in all parts tells which cues to keep.</summary>
    public void WriteKeepTo(ModelFile file) => WriteKeep(file, _found);

    /// <summary>Each part by the models of the others.</summary>
    public HeldOutScore Score()
    {
        HeldOutScore score = new();
        for (int part = 0; part < Parts; part++)
        {
            WriteKeep(_files[part], Others(_found, part));
            score.Add(_files[part], Own(part));
        }
        return score;
    }

    private StatementExample[] Own(int part) => [.. _examples.Where((_, i) => i % Parts == part)];

    private static T[] Others<T>(IReadOnlyList<T> items, int part) => [.. items.Where((_, i) => i % Parts != part)];

    private static void WriteKeep(ModelFile file, IReadOnlyList<List<FoundExample>> found)
    {
        KeepLearner[] members = [.. Enumerable.Range(0, KeepLearner.Members).Select(member => new KeepLearner(member))];
        foreach (KeepLearner member in members) member.Learn([.. found.SelectMany(part => part)]);
        KeepLearner.Write(file, members);
    }

    private static IEnumerable<FoundExample> Found(ModelFile file, IReadOnlyList<StatementExample> examples)
    {
        AttributionFinder finder = AttributionFinder.Read(file);
        StatementScratch scratch = new(StatementCorpus.Words());
        foreach (StatementExample example in examples)
        {
            GoldParts gold = new(example);
            scratch.Found.Clear();
            finder.Cues.Find(example.Tokens, scratch.Cues, scratch.Found);
            example.Tokens.Cues.Read(scratch.Found, example.Tokens.Count, AttributionReader.LeastCueMargin, AttributionReader.LikelyCueMargin);
            foreach (FoundCue cue in scratch.Found)
            {
                AttributionData attribution = finder.Read(example.Tokens, cue, scratch);
                if (attribution.Content.IsNone) continue;
                FeatureCollection sink = new([]);
                KeepFeatures.Add(scratch.Context, attribution, ref sink);
                yield return new FoundExample([.. sink.Features], gold.ShareOf(attribution));
            }
        }
    }

    // The cues, contents and sources of an article; an attribution may have some of them right.
    private sealed class GoldParts(StatementExample example)
    {
        private readonly HashSet<CueSpan> _cues = [.. example.Attributions.Select(gold => gold.Cue)];
        private readonly HashSet<WordRange> _contents = [.. example.Attributions.Select(gold => gold.Content)];
        private readonly HashSet<WordRange> _sources = [.. example.Attributions.Select(gold => gold.Source)];

        public float ShareOf(AttributionData found)
        {
            int right = (_cues.Contains(found.Cue) ? 1 : 0) + (_contents.Contains(found.Content) ? 1 : 0);
            return found.Source.IsNone ? right / 2f : (right + (_sources.Contains(found.Source) ? 1 : 0)) / 3f;
        }
    }

    private readonly record struct FeatureCollection(List<uint> Features) : IFeatureSink
    {
        public void Add(uint feature) => Features.Add(feature);
    }
}
