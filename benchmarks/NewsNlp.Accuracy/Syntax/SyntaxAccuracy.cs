using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy.Syntax;

/// <summary>Trees on the treebanks' dev parts: from gold words with gold tags and from gold words with our own tags.</summary>
internal static class SyntaxAccuracy
{
    public static Scorer Scorer { get; } = new("syntax", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        IStep parser = SyntaxStep.Recipe.Create(Models());
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
            foreach (AccuracyRow row in Rows(set + ", gold words and tags", documents, Layers.Tags, [parser])) yield return row;
    }

    private static IEnumerable<AccuracyRow> Rows(string set, IReadOnlyList<CorpusDocument> documents, Layers given, IStep[] steps)
    {
        AttachmentCounts counts = new();
        foreach (CorpusDocument document in documents)
        {
            DocumentDraft draft = document.ToDraft(given);
            foreach (IStep step in steps) step.Run(draft);
            counts.Add(document, draft);
        }
        yield return new AccuracyRow("syntax", set, "UAS", counts.Unlabelled);
        yield return new AccuracyRow("syntax", set, "LAS", counts.Labelled);
        yield return new AccuracyRow("syntax", set, "LAS without subtypes", counts.Universal);
    }

    // A folder of models under test may be named in the environment.
    private static ModelSource Models() =>
        Environment.GetEnvironmentVariable("NEWSNLP_MODELS") is { } folder ? ModelSource.FromFolder(folder) : ModelSource.Embedded;
}
