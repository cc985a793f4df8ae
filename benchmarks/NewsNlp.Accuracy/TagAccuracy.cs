using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Accuracy;

/// <summary>
/// Tags and lemmas on the gold tokens and sentences of the treebanks' dev parts: of the tag step alone, and as they stand after the syntax step, which
/// mends some.
/// </summary>
internal static class TagAccuracy
{
    public static Scorer Scorer { get; } = new("tags", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        IStep tagger = TagStep.Recipe.Create(ModelSource.Embedded), parser = SyntaxStep.Recipe.Create(ModelSource.Embedded);
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in
            new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            TagScore alone = new(), mended = new();
            foreach (CorpusDocument document in documents)
            {
                DocumentDraft draft = document.ToDraft();
                tagger.Run(draft);
                alone.Add(document, draft);
                parser.Run(draft);
                mended.Add(document, draft);
            }
            foreach (AccuracyRow row in Rows(set + ", tag step alone", alone).Concat(Rows(set + ", after syntax", mended))) yield return row;
        }
    }

    private static IEnumerable<AccuracyRow> Rows(string set, TagScore score) =>
    [
        new AccuracyRow("tags", set, "UPOS", score.Upos),
        new AccuracyRow("tags", set, "Penn tags", score.Penn),
        new AccuracyRow("tags", set, "lemmas", score.Lemmas),
    ];
}
