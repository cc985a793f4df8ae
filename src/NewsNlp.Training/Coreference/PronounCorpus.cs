using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>What the pronoun ranker learns from: documents of GUM and passages of GAP, read once, with the names joined.</summary>
internal sealed class PronounCorpus
{
    // News is a tenth of GUM and what the library is for.
    private const int TimesNews = 3;

    private readonly List<PronounExample[]> _passages = [];

    public PronounCorpus(string data, EntityStep names)
    {
        EarlierSteps earlier = new();
        foreach (CorpusDocument document in Treebanks.GumTrain(data))
            Documents.Add((document.Id.StartsWith("GUM_news", StringComparison.Ordinal), [.. GumExamples.Read(document, earlier.Read(document), names)]));
        foreach (GapItem item in GapReader.Development(data)) Passages.Add((item, earlier.Read(item.Text)));

        // GAP marks one pronoun of a passage: a first ranker resolves the others.
        PronounResolver first = new(PronounTrainer.Train([.. Documents.SelectMany(document => document.Pronouns)], seed: 1, new PronounTraining()));
        foreach ((GapItem item, DocumentDraft draft) in Passages) _passages.Add([.. GapExamples.Read(item, draft, names, first)]);
        Console.WriteLine($"{Documents.Sum(document => document.Pronouns.Length)} pronouns of GUM, {_passages.Sum(examples => examples.Length)} of GAP");
    }

    /// <summary>The documents of GUM train.</summary>
    public List<(bool IsNews, PronounExample[] Pronouns)> Documents { get; } = [];

    /// <summary>The passages of GAP development.</summary>
    public List<(GapItem Item, DocumentDraft Draft)> Passages { get; } = [];

    /// <summary>All examples, but for those of each document and passage whose number leaves <paramref name="held"/> when divided by <paramref name="folds"/>.</summary>
    public List<PronounExample> Examples(int folds = 1, int held = -1)
    {
        List<PronounExample> examples = [];
        for (int i = 0; i < Documents.Count; i++)
            for (int times = Documents[i].IsNews ? TimesNews : 1; times > 0 && i % folds != held; times--) examples.AddRange(Documents[i].Pronouns);
        for (int i = 0; i < _passages.Count; i++)
            if (i % folds != held) examples.AddRange(_passages[i]);
        return examples;
    }
}
