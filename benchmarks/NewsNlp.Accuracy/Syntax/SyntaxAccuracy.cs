using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy.Syntax;

/// <summary>
/// Trees on the treebanks' dev parts: from gold words and tags, from gold words with our own tags (as a parser is usually scored), and from
/// the raw text with everything our own.
/// </summary>
internal static class SyntaxAccuracy
{
    public static Scorer Scorer { get; } = new("syntax", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        IStep tagger = TagStep.Recipe.Create(Models()), parser = SyntaxStep.Recipe.Create(Models());
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddSyntax().UseModels(Models()).Build();
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            foreach (AccuracyRow row in Rows(set + ", gold words and tags", documents, document => Run(document.ToDraft(Layers.Tags), parser))) yield return row;
            foreach (AccuracyRow row in Rows(set + ", gold words", documents, document => Run(document.ToDraft(), tagger, parser))) yield return row;
            foreach (AccuracyRow row in Rows(set + ", raw text", documents, document => pipeline.Read(document.Text).Draft)) yield return row;
        }
    }

    private static DocumentDraft Run(DocumentDraft draft, params IStep[] steps)
    {
        foreach (IStep step in steps) step.Run(draft);
        return draft;
    }

    private static IEnumerable<AccuracyRow> Rows(string set, IReadOnlyList<CorpusDocument> documents, Func<CorpusDocument, DocumentDraft> parse)
    {
        AttachmentCounts counts = new();
        foreach (CorpusDocument document in documents) counts.Add(document, parse(document));
        yield return new AccuracyRow("syntax", set, "UAS", counts.Unlabelled);
        yield return new AccuracyRow("syntax", set, "LAS", counts.Labelled);
        yield return new AccuracyRow("syntax", set, "LAS without subtypes", counts.Universal);
    }

    // A folder of models under test may be named in the environment.
    private static ModelSource Models() =>
        Environment.GetEnvironmentVariable("NEWSNLP_MODELS") is { } folder ? ModelSource.FromFolder(folder) : ModelSource.Embedded;
}
