using NewsNlp.Coreference;

namespace NewsNlp.Training.Coreference;

/// <summary>Walks through an article as the resolver does, but joins each pronoun with what the gold annotation says.</summary>
internal static class PronounExamples
{
    /// <param name="graph">The article's mentions, names joined.</param>
    /// <param name="isRight">Whether a pronoun (first) refers to the entity of a mention (second); null for the pronoun: not annotated.</param>
    /// <param name="isAnnotated">Whether a pronoun is to be learned from.</param>
    public static IEnumerable<PronounExample> Read(MentionGraph graph, Func<int, int, bool> isRight, Func<int, bool> isAnnotated)
    {
        CandidateFinder finder = new(graph);
        Candidate[] candidates = new Candidate[CandidateFinder.MaxCandidates];
        for (int pronoun = 0; pronoun < graph.Count; pronoun++)
        {
            if (graph[pronoun].Form != MentionForm.Pronoun || !isAnnotated(pronoun)) continue;
            int count = finder.Find(pronoun, candidates);
            PronounExample example = Example(graph, pronoun, candidates.AsSpan(0, count), isRight);
            int antecedent = Array.FindIndex(example.Right, 1, right => right);
            if (antecedent > 0)
            {
                graph.Join(pronoun, candidates[antecedent - 1].Mention, Sieve.Ranker);
                finder.Resolved(pronoun, candidates[antecedent - 1].Mention);
            }
            yield return example;
        }
    }

    private static PronounExample Example(MentionGraph graph, int pronoun, ReadOnlySpan<Candidate> candidates, Func<int, int, bool> isRight)
    {
        int[][] choices = new int[candidates.Length + 1][];
        bool[] right = new bool[choices.Length];
        Span<int> active = stackalloc int[PronounFeatures.MaxActive];
        choices[0] = active[..PronounFeatures.ReadNone(graph, pronoun, candidates.Length, active)].ToArray();
        for (int i = 0; i < candidates.Length; i++)
        {
            choices[i + 1] = active[..PronounFeatures.Read(graph, pronoun, candidates[i], active)].ToArray();
            right[i + 1] = isRight(pronoun, candidates[i].Mention);
        }
        right[0] = !right.Contains(true);
        return new PronounExample(choices, right);
    }
}
