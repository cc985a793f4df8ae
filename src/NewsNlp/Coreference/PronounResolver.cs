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
    /// How much better a person must be who is only described (<c>his lawyer</c>, once) than one who is named: a pronoun that is taken for the
    /// wrong one of the two loses a name.
    /// </summary>
    private const long NameMargin = PronounRanker.One / 2;

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
        return isDescribed && graph[pronoun].Pronoun is (PronounKind.He or PronounKind.She) ? NameMargin : 0;
    }

    /// <summary>The mention of the best candidate; -1 where none is better than nothing.</summary>
    public int Best(MentionGraph graph, int pronoun, PronounPlace place, ReadOnlySpan<Candidate> candidates)
    {
        place.Read(pronoun);
        Span<int> active = stackalloc int[PronounFeatures.MaxActive];
        int best = -1;
        long bestScore = ranker.Score(active[..PronounFeatures.ReadNone(graph, pronoun, candidates.Length, active)]) - NoneMargin;
        foreach (ref readonly Candidate candidate in candidates)
        {
            long score = ranker.Score(active[..PronounFeatures.Read(graph, place, candidate, active)]);
            score -= Handicap(graph, pronoun, candidate.Mention);
            if (score <= bestScore) continue;
            bestScore = score;
            best = candidate.Mention;
        }
        return best;
    }
}
