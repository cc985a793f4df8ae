using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Models;
using Xunit;

namespace NewsNlp.Tests.Coreference;

public sealed class PronounResolverTests
{
    private const string Text =
        """
        Ann Okoro told her brother Peter Lindqvist that he should sell the mill before it closed. She said the council had promised her its support, but they
        had heard nothing from it. Lindqvist, who runs Norvik Timber with his wife Clara, said he would think about it. "He always thinks about it," she said.

        Its workers have waited for months. They met mayor Tom Adeyemi on Friday, and he told them that he had asked the ministry for money. It had not replied
        to him, he said. Clara Lindqvist said her husband and his sister had never agreed on it; she hoped they would. The company's owner said he had lent her
        his car, which she had sold before he asked for it.
        """;

    private readonly PronounRanker _ranker = PronounRanker.Load(ModelSource.Embedded.Load(EntityStep.Model));

    // The layer is asked about few candidates: about all of them it would say the same.
    [Fact]
    public void The_best_candidate_is_that_of_all_candidates()
    {
        DocumentDraft draft = NewsPipeline.English.Read(Text).Draft;
        MentionGraph graph = new EntityStep(ModelSource.Embedded.Load(EntityStep.Model)).JoinNames(draft);
        PronounResolver resolver = new(_ranker);
        CandidateFinder finder = new(graph);
        PronounPlace place = new(graph);
        Span<Candidate> memory = stackalloc Candidate[CandidateFinder.MemorySize];
        int joined = 0;
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Form != MentionForm.Pronoun) continue;
            ReadOnlySpan<Candidate> candidates = memory[..finder.Find(mention, memory)];
            int best = resolver.Best(graph, mention, place, candidates);
            Assert.Equal(BestOfAll(graph, place, mention, candidates), best);
            if (best < 0) continue;
            finder.Resolve(mention, best);
            joined++;
        }
        Assert.InRange(joined, 15, graph.Count);
    }

    [Fact]
    public void Without_candidates_a_pronoun_refers_to_nothing()
    {
        MentionGraph graph = new EntityStep(ModelSource.Embedded.Load(EntityStep.Model)).JoinNames(NewsPipeline.English.Read("She left.").Draft);
        Assert.Equal(-1, new PronounResolver(_ranker).Best(graph, 0, new PronounPlace(graph), []));
    }

    private int BestOfAll(MentionGraph graph, PronounPlace place, int pronoun, ReadOnlySpan<Candidate> candidates)
    {
        int[] active = new int[PronounFeatures.MaxActive];
        place.Read(pronoun);
        long top = _ranker.Score(active.AsSpan(0, PronounFeatures.ReadNone(graph, pronoun, candidates.Length, active))) - PronounResolver.NoneMargin;
        int best = -1;
        foreach (ref readonly Candidate candidate in candidates)
        {
            int count = PronounFeatures.Read(graph, place, candidate, active);
            long score = _ranker.Score(active.AsSpan(0, count)) - PronounResolver.Handicap(graph, pronoun, candidate.Mention);
            if (score > top) (top, best) = (score, candidate.Mention);
        }
        return best;
    }
}
