using NewsNlp.Drafts;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;
using NewsNlp.Training.Tagging;

namespace NewsNlp.Accuracy;

/// <summary>Tags and lemmas on the gold tokens and sentences of the treebanks' dev parts.</summary>
internal static class TagAccuracy
{
    public static Scorer Scorer { get; } = new("tags", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        IStep step = TagStep.Recipe.Create(ModelSource.Embedded);
        foreach ((string set, IReadOnlyList<CorpusDocument> documents) in
            new[] { ("EWT dev", Treebanks.EwtDev(data)), ("GUM dev", Treebanks.GumDev(data)) })
        {
            TagScore score = new();
            foreach (CorpusDocument document in documents)
            {
                DocumentDraft draft = document.ToDraft();
                step.Run(draft);
                score.Add(document, draft);
            }
            yield return new AccuracyRow("tags", set, "UPOS", score.Upos);
            yield return new AccuracyRow("tags", set, "Penn tags", score.Penn);
            yield return new AccuracyRow("tags", set, "lemmas", score.Lemmas);
        }
    }
}
