using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>Examples from GAP: the one pronoun of each passage, with the two names that may be its antecedent.</summary>
internal static class GapExamples
{
    /// <param name="item">The passage.</param>
    /// <param name="draft">Its text with tokens, tags, names and trees.</param>
    /// <param name="names">Joins the names.</param>
    /// <param name="earlier">Resolves the passage's other pronouns.</param>
    public static IEnumerable<PronounExample> Read(GapItem item, DocumentDraft draft, EntityStep names, PronounResolver earlier)
    {
        MentionGraph graph = names.JoinNames(draft);
        HashSet<int> a = ClustersAt(graph, item.A), b = ClustersAt(graph, item.B);
        bool isNeither = !item.IsA && !item.IsB;
        // A passage whose right name was not found as one teaches nothing.
        if ((item.IsA && a.Count == 0) || (item.IsB && b.Count == 0)) return [];
        bool IsRight(int pronoun, int other)
        {
            int cluster = graph.ClusterOf(other);
            return isNeither ? !a.Contains(cluster) && !b.Contains(cluster) : (item.IsA ? a : b).Contains(cluster);
        }
        return new PronounExamples(earlier).Read(
            graph, pronoun => draft.TokenBuffer[graph[pronoun].Head].Start == item.Pronoun.Start, IsRight, isNone: false);
    }

    private static HashSet<int> ClustersAt(MentionGraph graph, TextSpan span)
    {
        HashSet<int> clusters = [];
        for (int mention = 0; mention < graph.Count; mention++)
            if (graph[mention].IsNamed && graph.Draft.SpanOf(graph[mention].First, graph[mention].End).Overlaps(span))
                clusters.Add(graph.ClusterOf(mention));
        return clusters;
    }
}
