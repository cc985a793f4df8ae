using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>What the pronoun ranker learns from: documents of GUM, passages of GAP: read once, with the names joined.</summary>
internal sealed class PronounCorpus
{
    private readonly List<PronounExample[]> _passages = [];

    public PronounCorpus(string data, EntityStep names)
    {
        EarlierSteps earlier = new();
        foreach (CorpusDocument document in Treebanks.GumTrain(data)) Documents.Add([.. GumExamples.Read(document, earlier.Read(document), names)]);
        foreach (GapItem item in GapReader.Development(data)) Passages.Add((item, earlier.Read(item.Text)));

        // GAP marks one pronoun of a passage: a first ranker resolves the others.
        PronounTraining quick = new(Epochs: 4);
        PronounResolver first = new(PronounTrainer.Train([.. Documents.SelectMany(examples => examples)], 1, quick));
        foreach ((GapItem item, DocumentDraft draft) in Passages) _passages.Add([.. GapExamples.Read(item, draft, names, first)]);
        Console.WriteLine($"{Documents.Sum(examples => examples.Length)} pronouns of GUM, {_passages.Sum(examples => examples.Length)} of GAP");
    }

    /// <summary>The pronouns of each document of GUM train.</summary>
    public List<PronounExample[]> Documents { get; } = [];

    /// <summary>The passages of GAP development.</summary>
    public List<(GapItem Item, DocumentDraft Draft)> Passages { get; } = [];

    /// <summary>Everything to learn from, but for every document and passage whose number leaves <paramref name="held"/> when divided by <paramref name="folds"/>.</summary>
    public List<PronounExample> Examples(int folds = 1, int held = -1)
    {
        bool IsKept(PronounExample[] examples, int number) => number % folds != held;
        return [.. Documents.Where(IsKept).Concat(_passages.Where(IsKept)).SelectMany(item => item)];
    }
}
