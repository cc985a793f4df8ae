using NewsNlp.Coreference;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Walks through an article as the resolver does, but joins each annotated pronoun with what the annotation says, and the others as
/// an earlier ranker does.
/// </summary>
/// <param name="others">For pronouns that are not annotated; null leaves them alone.</param>
internal sealed class PronounExamples(PronounResolver? others)
{
    private readonly Candidate[] _candidates = new Candidate[CandidateFinder.MemorySize];

    /// <param name="graph">The article's mentions, names joined.</param>
    /// <param name="isAnnotated">Whether a pronoun is to be learned from.</param>
    /// <param name="isRight">Whether a pronoun (first) refers to the entity of a mention (second).</param>
    /// <param name="isNone">Whether to refer to none of the candidates is right; null: where no candidate is.</param>
    public IEnumerable<PronounExample> Read(
        MentionGraph graph, Func<int, bool> isAnnotated, Func<int, int, bool> isRight, bool? isNone = null)
    {
        CandidateFinder finder = new(graph);
        PronounPlace place = new(graph);
        for (int pronoun = 0; pronoun < graph.Count; pronoun++)
        {
            if (graph[pronoun].Form != MentionForm.Pronoun) continue;
            int count = finder.Find(pronoun, _candidates);
            if (isAnnotated(pronoun))
            {
                PronounExample example = Example(graph, pronoun, place, _candidates.AsSpan(0, count), isRight, isNone);
                int antecedent = Array.FindIndex(example.Right, 1, right => right);
                if (antecedent > 0) finder.Resolve(pronoun, _candidates[antecedent - 1].Mention);
                yield return example;
            }
            else if (others is not null)
            {
                int best = others.Best(graph, pronoun, place, _candidates.AsSpan(0, count));
                if (best >= 0) finder.Resolve(pronoun, best);
            }
        }
    }

    private static PronounExample Example(
        MentionGraph graph, int pronoun, PronounPlace place, ReadOnlySpan<Candidate> candidates, Func<int, int, bool> isRight, bool? isNone)
    {
        place.Read(pronoun);
        int[][] choices = new int[candidates.Length + 1][];
        bool[] right = new bool[choices.Length];
        Span<int> active = stackalloc int[PronounFeatures.MaxActive];
        choices[0] = active[..PronounFeatures.ReadNone(graph, pronoun, candidates.Length, active)].ToArray();
        for (int i = 0; i < candidates.Length; i++)
        {
            choices[i + 1] = active[..PronounFeatures.Read(graph, place, candidates[i], active)].ToArray();
            right[i + 1] = isRight(pronoun, candidates[i].Mention);
        }
        long[] handicaps = new long[choices.Length];
        handicaps[0] = PronounResolver.NoneMargin;
        for (int i = 0; i < candidates.Length; i++) handicaps[i + 1] = PronounResolver.Handicap(graph, pronoun, candidates[i].Mention);
        right[0] = isNone ?? !right.Contains(true);
        return new PronounExample(choices, right, handicaps, graph[pronoun].Pronoun);
    }
}
