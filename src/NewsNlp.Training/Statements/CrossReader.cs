using NewsNlp.Models;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Training.Statements;

/// <summary>
/// Trains on all articles but a part, for each part, and reads that part: what is found in articles never seen tells which contents and
/// sources to choose, which cues to keep, how far margins can be trusted, and how good the models are.
/// </summary>
internal sealed class CrossReader
{
    private const int Parts = 5;

    private readonly IReadOnlyList<StatementExample> _examples;
    private readonly ModelFile[] _files;
    private readonly List<ChoiceExample>[] _contents, _sources;
    private readonly List<FoundExample>[] _alone, _beside;

    public CrossReader(IReadOnlyList<StatementExample> examples, IReadOnlyList<List<FoundCue>> halfCues, StatementOptions options)
    {
        _examples = examples;
        _files = [.. Numbers.Select(part => Train(part, halfCues, options))];
        _contents = [.. Numbers.Select(part => new HeldOutReader(Own(part)).Contents(_files[part]))];
        foreach (int part in Numbers) ChoiceLearner.Write<ContentFeatures>(_files[part], OfOthers(_contents, part));
        _sources = [.. Numbers.Select(part => new HeldOutReader(Own(part)).Sources(_files[part]))];
        foreach (int part in Numbers) ChoiceLearner.Write<SourceFeatures>(_files[part], OfOthers(_sources, part));
        _alone = [.. Numbers.Select(part => new HeldOutReader(Own(part)).FoundAlone(_files[part]))];
        foreach (int part in Numbers) FilterLearner.WriteAlone(_files[part], OfOthers(_alone, part));
        _beside = [.. Numbers.Select(part => new HeldOutReader(Own(part)).FoundBeside(_files[part]))];
        foreach (int part in Numbers) FilterLearner.WriteBeside(_files[part], OfOthers(_beside, part));
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(0, Parts);

    /// <summary>What was found in all parts tells which contents and sources to choose and which cues to keep.</summary>
    public void WriteTo(ModelFile file)
    {
        ChoiceLearner.Write<ContentFeatures>(file, [.. _contents.SelectMany(part => part)]);
        ChoiceLearner.Write<SourceFeatures>(file, [.. _sources.SelectMany(part => part)]);
        FilterLearner.WriteAlone(file, [.. _alone.SelectMany(part => part)]);
        FilterLearner.WriteBeside(file, [.. _beside.SelectMany(part => part)]);
    }

    /// <summary>Each part by the models of the others.</summary>
    public HeldOutScore Score()
    {
        HeldOutScore score = new();
        foreach (int part in Numbers) score.Add(_files[part], Own(part));
        return score;
    }

    private ModelFile Train(int part, IReadOnlyList<List<FoundCue>> halfCues, StatementOptions options)
    {
        ModelFile file = new StatementTrainer(options, _ => { }).Train(Others(_examples, part), Others(halfCues, part));
        Console.WriteLine($"part {part + 1} of {Parts}: models are learned from the others");
        return file;
    }

    private StatementExample[] Own(int part) => [.. _examples.Where((_, i) => i % Parts == part)];

    private static T[] Others<T>(IReadOnlyList<T> items, int part) => [.. items.Where((_, i) => i % Parts != part)];

    private static T[] OfOthers<T>(List<T>[] parts, int part) => [.. Others(parts, part).SelectMany(items => items)];
}
