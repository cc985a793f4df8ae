using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>Examples from GUM: every third-person pronoun of a document.</summary>
internal static class GumExamples
{
    public static IEnumerable<PronounExample> Read(CorpusDocument document, DocumentDraft draft, EntityStep names)
    {
        MentionGraph graph = names.JoinNames(draft);
        int[] entities = GumEntities.ByHead(document, GumEntities.Read(document));
        int Entity(int mention) => entities[graph[mention].Head];
        return new PronounExamples(others: null).Read(
            graph, _ => true, (pronoun, other) => Entity(pronoun) >= 0 && Entity(other) == Entity(pronoun));
    }
}
