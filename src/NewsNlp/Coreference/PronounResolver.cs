using System.Runtime.CompilerServices;

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

    /// <summary>
    /// The layer is asked about those alone that the weights put at most so far behind the best: in 2,521 decisions it never chose one that was
    /// one unit behind, and one candidate in five is nearer; on 750,000 words of news no answer changed.
    /// </summary>
    private const long Beatable = PronounRanker.One * 2;

    public void Run(MentionGraph graph)
    {
        CandidateFinder finder = new(graph);
        PronounPlace place = new(graph);
        Span<Candidate> candidates = stackalloc Candidate[CandidateFinder.MemorySize];
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
    [SkipLocalsInit]
    public int Best(MentionGraph graph, int pronoun, PronounPlace place, ReadOnlySpan<Candidate> candidates)
    {
        place.Read(pronoun);
        Span<int> memory = stackalloc int[(1 + CandidateFinder.MaxCandidates) * PronounFeatures.MaxActive], counts = stackalloc int[CandidateFinder.MaxCandidates];
        Span<long> weights = stackalloc long[CandidateFinder.MaxCandidates];
        Span<int> none = FeaturesOf(memory, -1);
        none = none[..PronounFeatures.ReadNone(graph, pronoun, candidates.Length, none)];
        ranker.Expect(none);
        long least = Weigh(graph, place, candidates, memory, counts, weights) - Beatable;
        int best = -1;
        long bestScore = ranker.Score(none) - NoneMargin;
        for (int i = 0; i < candidates.Length; i++)
        {
            if (weights[i] < least) continue;
            long score = ranker.Score(FeaturesOf(memory, i)[..counts[i]]) - Handicap(graph, pronoun, candidates[i].Mention);
            if (score > bestScore) (bestScore, best) = (score, candidates[i].Mention);
        }
        return best;
    }

    // Gives the greatest weight.
    private long Weigh(MentionGraph graph, PronounPlace place, ReadOnlySpan<Candidate> candidates, Span<int> memory, Span<int> counts, Span<long> weights)
    {
        long greatest = long.MinValue / 2;
        for (int i = 0; i < candidates.Length; i++)
        {
            Span<int> active = FeaturesOf(memory, i);
            counts[i] = PronounFeatures.Read(graph, place, candidates[i], active);
            weights[i] = ranker.Weigh(active[..counts[i]]) - Handicap(graph, place.Pronoun, candidates[i].Mention);
            greatest = Math.Max(greatest, weights[i]);
            // On its way while the features of the next ones are read; a later one may make it needless.
            if (weights[i] >= greatest - Beatable) ranker.Expect(active[..counts[i]]);
        }
        return greatest;
    }

    // First lie those of "none", for candidate -1.
    private static Span<int> FeaturesOf(Span<int> memory, int candidate) => memory.Slice((candidate + 1) * PronounFeatures.MaxActive, PronounFeatures.MaxActive);
}
