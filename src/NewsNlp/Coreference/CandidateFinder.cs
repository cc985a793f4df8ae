namespace NewsNlp.Coreference;

/// <summary>Finds the clusters that a pronoun may refer to: a bounded walk back from it, then the rest of its sentence.</summary>
internal sealed class CandidateFinder(MentionGraph graph)
{
    public const int MaxCandidates = 16;

    private const int MaxBack = 64, MaxSentences = 10, MaxAhead = 12, MaxPronounsBack = 24, MaxSentencesToThing = 2;

    private readonly int[] _seenBy = NewMarks(graph.Count);
    private readonly int[] _latest = [-1, -1, -1, -1, -1];
    private readonly List<int> _takenUp = [];
    private int _people, _counterpart, _possessed;

    /// <summary>The candidates, nearest first; gives how many.</summary>
    public int Find(int pronoun, Span<Candidate> candidates)
    {
        int count = 0;
        ReadPlace(pronoun);
        for (int back = 1; back <= Math.Min(MaxBack, pronoun) && count < MaxCandidates; back++)
        {
            int mention = pronoun - back;
            if (graph[pronoun].Sentence - graph[mention].Sentence > MaxSentences) break;
            TryAdd(pronoun, mention, back - 1, follows: false, candidates, ref count);
        }
        for (int ahead = 1; ahead <= MaxAhead && pronoun + ahead < graph.Count && count < MaxCandidates; ahead++)
        {
            int mention = pronoun + ahead;
            if (graph[mention].Sentence != graph[pronoun].Sentence) break;
            if (graph[mention].Form != MentionForm.Pronoun) TryAdd(pronoun, mention, ahead - 1, follows: true, candidates, ref count);
        }
        Rank(candidates[..count]);
        return count;
    }

    /// <summary>Joins a pronoun with what it was found to refer to, and remembers that.</summary>
    public void Resolve(int pronoun, int mention)
    {
        graph.Join(pronoun, mention, Sieve.Ranker);
        _latest[(int)graph[pronoun].Pronoun] = mention;
    }

    private void Rank(Span<Candidate> candidates)
    {
        Span<int> counts = stackalloc int[MaxCandidates];
        for (int i = 0; i < candidates.Length; i++)
        {
            ref readonly ClusterData cluster = ref graph.ClusterAt(candidates[i].Mention);
            counts[i] = cluster.IsPerson ? cluster.Count : -cluster.Count;
        }
        for (int i = 0; i < candidates.Length; i++)
        {
            int rank = 0;
            for (int other = 0; other < candidates.Length; other++)
                if (counts[i] > 0 ? counts[other] > counts[i] : counts[other] < counts[i]) rank++;
            candidates[i] = candidates[i] with { CountRank = rank };
        }
    }

    // Reads once what every candidate is held against.
    private void ReadPlace(int pronoun)
    {
        _people = 0;
        _counterpart = Counterpart(pronoun);
        _possessed = Possessed(pronoun);
        _takenUp.Clear();
        for (int mention = pronoun - 1; mention >= 0 && graph[mention].Sentence == graph[pronoun].Sentence && pronoun - mention <= MaxPronounsBack; mention--)
            if (graph[mention].Pronoun == graph[pronoun].Pronoun) _takenUp.Add(graph.ClusterOf(mention));
    }

    private int TakenUp(int cluster)
    {
        int count = 0;
        foreach (int taken in _takenUp)
            if (taken == cluster) count++;
        return count;
    }

    // "her sister" is not she: the cluster of what a possessive pronoun owns.
    private int Possessed(int pronoun)
    {
        if (graph[pronoun].Role != GrammaticalRole.Possessive) return -1;
        int governor = graph.Draft.TokenBuffer[graph[pronoun].Head].Head;
        return governor >= 0 && graph.AtToken[governor] is >= 0 and int owned ? graph.ClusterOf(owned) : -1;
    }

    // The cluster that does to a thing what its clause says: "the city paid for it". -1 where there is none; of people the weights judge better.
    private int Counterpart(int pronoun)
    {
        ref readonly MentionData data = ref graph[pronoun];
        if (data.Pronoun is PronounKind.He or PronounKind.She || data.Role is not (GrammaticalRole.Object or GrammaticalRole.Oblique) || data.Has(MentionTraits.Reflexive))
            return -1;
        int subject = graph.Clauses.SubjectOf(graph.Clauses.ClauseOf(data.Head));
        return subject >= 0 && graph.AtToken[subject] is >= 0 and int mention ? graph.ClusterOf(mention) : -1;
    }

    private void TryAdd(int pronoun, int mention, int between, bool follows, Span<Candidate> candidates, ref int count)
    {
        int cluster = graph.ClusterOf(mention), sentences = graph[pronoun].Sentence - graph[mention].Sentence;
        if (_seenBy[cluster] == pronoun) return;
        _seenBy[cluster] = pronoun;
        ref readonly ClusterData data = ref graph.Cluster(cluster);
        if (sentences > MaxSentencesToThing && data.Names == 0 && data.Type == EntityType.None) return;
        if (!MayRefer(graph[pronoun], graph[mention], data) || cluster == _counterpart || cluster == _possessed) return;
        int latest = _latest[(int)graph[pronoun].Pronoun];
        bool continues = latest >= 0 && graph.ClusterOf(latest) == cluster;
        bool first = mention == 0 || graph[mention - 1].Sentence != graph[mention].Sentence;
        candidates[count] = new Candidate(mention, count, _people, sentences, between, follows, continues, first, 0, TakenUp(cluster));
        count++;
        if (data.IsPerson) _people++;
    }

    // What can hardly ever be: the rest is for the weights to say.
    private static bool MayRefer(in MentionData pronoun, in MentionData mention, in ClusterData cluster)
    {
        if (mention.Has(MentionTraits.Reflexive) && mention.Form != MentionForm.Pronoun) return false;
        return pronoun.Pronoun switch
        {
            PronounKind.He or PronounKind.She => Genders.LeanAgrees(pronoun.Gender, cluster) && (cluster.Gender == Gender.Neuter ? cluster.Names > 0 : Genders.Agree(pronoun.Gender, cluster.Gender))
                && !mention.Has(MentionTraits.Plural) && !IsThing(mention, cluster),
            PronounKind.It => cluster.Type != EntityType.Person && cluster.Gender is not (Gender.Plural or Gender.Male or Gender.Female),
            _ => cluster.Gender is not (Gender.Male or Gender.Female),
        };
    }

    // A noun that the lists do not know for a person's.
    private static bool IsThing(in MentionData mention, in ClusterData cluster) =>
        mention.Form == MentionForm.Nominal && cluster.Type == EntityType.None && cluster.TimesHe + cluster.TimesShe == 0;

    private static int[] NewMarks(int count)
    {
        int[] marks = new int[count];
        marks.AsSpan().Fill(-1);
        return marks;
    }
}
