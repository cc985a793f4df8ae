namespace NewsNlp.Coreference;

/// <summary>Joins each third-person pronoun, in text order, with the cluster that the ranker likes best, if it likes any.</summary>
internal sealed class PronounResolver(PronounRanker ranker)
{
    /// <summary>
    /// How much better than the best candidate it must be to refer to none of them: several candidates share what probability there is to refer
    /// to something, and a link that is missed costs as much as a wrong one.
    /// </summary>
    public const long NoneMargin = PronounRanker.One * 9 / 8;

    /// <summary>
    /// How much better a person must be who is only described (<c>a farmer</c>, once) than one who is named: a pronoun that is taken for the
    /// wrong one of the two loses a name. Whoever is described by another (<c>his lawyer</c>) has that one beside him, of whom more is said.
    /// </summary>
    private const long NameMargin = PronounRanker.One / 2, PossessorMargin = PronounRanker.One;

    public void Run(MentionGraph graph)
    {
        CandidateFinder finder = new(graph);
        PronounPlace place = new(graph);
        Span<Candidate> candidates = stackalloc Candidate[CandidateFinder.MaxCandidates];
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Form != MentionForm.Pronoun) continue;
            int best = Best(graph, mention, place, candidates[..finder.Find(mention, candidates)]);
            if (best >= 0) finder.Resolve(mention, best);
        }
    }

    /// <summary>What is taken off a candidate's score.</summary>
    public static long Handicap(MentionGraph graph, int pronoun, int mention)
    {
        bool isDescribed = graph[mention].Form == MentionForm.Nominal && !graph[mention].IsNamed && graph.ClusterAt(mention).Count == 1;
        if (!isDescribed || graph[pronoun].Pronoun is not (PronounKind.He or PronounKind.She)) return 0;
        return graph[mention].Has(MentionTraits.Possessed) ? PossessorMargin : NameMargin;
    }

    /// <summary>The mention of the best candidate; -1 where none is better than nothing.</summary>
    public int Best(MentionGraph graph, int pronoun, PronounPlace place, ReadOnlySpan<Candidate> candidates)
    {
        place.Read(pronoun);
        Span<int> memory = stackalloc int[2 * PronounFeatures.MaxActive];
        int best = -1, count = PronounFeatures.ReadNone(graph, pronoun, candidates.Length, memory);
        long bestScore = long.MinValue;
        // What a candidate's features weigh is on its way while those of the next one are read. First comes "none", for candidate -1.
        for (int i = -1; i < candidates.Length; i++)
        {
            Span<int> active = Half(memory, i + 1)[..count];
            count = i + 1 < candidates.Length ? Read(graph, place, candidates[i + 1], Half(memory, i + 2)) : 0;
            long score = ranker.Score(active) - (i < 0 ? NoneMargin : Handicap(graph, pronoun, candidates[i].Mention));
            if (score > bestScore) (bestScore, best) = (score, i < 0 ? -1 : candidates[i].Mention);
        }
        return best;
    }

    private static Span<int> Half(Span<int> memory, int turn) => memory.Slice(turn % 2 * PronounFeatures.MaxActive, PronounFeatures.MaxActive);

    private int Read(MentionGraph graph, PronounPlace place, in Candidate candidate, Span<int> active)
    {
        int count = PronounFeatures.Read(graph, place, candidate, active);
        ranker.Expect(active[..count]);
        return count;
    }
}
