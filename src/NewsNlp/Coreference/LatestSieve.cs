using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Joins noun phrases that take up whoever was named last: a person by age (<c>the 44-year-old</c>, best of all one whose age was told), an
/// organisation by a word that fits any (<c>the company</c>).
/// </summary>
internal sealed class LatestSieve(CoreferenceLexicon lexicon)
{
    private const int MaxSentences = 2;

    public void Run(MentionGraph graph)
    {
        Dictionary<ulong, int> ages = [];
        int person = -1, organization = -1;
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Name >= 0)
            {
                if (graph[mention].Type == EntityType.Person) person = ReadPerson(graph, mention, ages);
                else if (graph[mention].Type == EntityType.Organization && IsTopic(graph, mention)) organization = mention;
            }
            else if (IsOpen(graph, mention)) Read(graph, mention, ages, person, organization);
        }
    }

    private void Read(MentionGraph graph, int mention, Dictionary<ulong, int> ages, int person, int organization)
    {
        int number = Ages.NumberOf(graph.Draft, graph[mention].Head);
        if (number >= 0)
        {
            if (!ages.TryGetValue(Ages.KeyOf(graph.Draft.Form(number)), out int found)) found = IsNear(graph, mention, person) ? person : -1;
            if (found >= 0) graph.Join(mention, found, Sieve.Age);
        }
        else if (IsNear(graph, mention, organization) && lexicon.AnyOrganization.Contains(graph.Draft.LemmaOrForm(graph[mention].Head))
            && graph[mention].Head - graph[mention].First == 1)
            graph.Join(mention, organization, Sieve.Generic);
    }

    private static bool IsOpen(MentionGraph graph, int mention) =>
        graph[mention].Form == MentionForm.Nominal && graph.ClusterAt(mention).Count == 1 && graph.Draft.Is(graph[mention].First, "the");

    private static bool IsNear(MentionGraph graph, int mention, int other) =>
        other >= 0 && graph[mention].Sentence - graph[other].Sentence <= MaxSentences;

    // "the company" is whom the article speaks of, not a paper quoted or a rival by the way.
    private static bool IsTopic(MentionGraph graph, int mention) =>
        graph[mention].Role is GrammaticalRole.Subject or GrammaticalRole.Possessive || graph.ClusterAt(mention).Names > 1;

    // "Brandt, 44,"
    private static int ReadPerson(MentionGraph graph, int mention, Dictionary<ulong, int> ages)
    {
        DocumentDraft draft = graph.Draft;
        int end = graph[mention].End;
        if (end + 1 < draft.Sentences[graph[mention].Sentence].EndToken && draft.Form(end) is "," && draft.TokenBuffer[end + 1].Pos == PartOfSpeech.Numeral)
            ages[Ages.KeyOf(draft.Form(end + 1))] = mention;
        return mention;
    }
}
