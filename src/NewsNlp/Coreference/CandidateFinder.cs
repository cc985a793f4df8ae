namespace NewsNlp.Coreference;

/// <summary>Finds the clusters that a pronoun may refer to: a bounded walk back from it, then the rest of its sentence.</summary>
internal sealed class CandidateFinder(MentionGraph graph)
{
    public const int MaxCandidates = 16;

    /// <summary>So many candidates <see cref="Find"/> needs memory for: the last one means nothing.</summary>
    public const int MemorySize = MaxCandidates + 1;

    // It and they have more and fall back on the nearest.
    private const int MaxThings = 10;

    // Where what cannot be referred to is written: that costs less than to ask.
    private const int NoSlot = MaxCandidates;

    private const int MaxBack = 64, MaxSentences = 10, MaxAhead = 12, MaxPronounsBack = 24, MaxSentencesToThing = 2, MaxRecent = 3, MaxAfter = 24;

    private readonly int[] _seenBy = NewMarks(graph.Count), _slot = new int[graph.Count];
    private readonly int[] _latest = [-1, -1, -1, -1, -1];
    private readonly List<int> _takenUp = [];
    private int _people, _counterpart, _possessed;

    // Subject, object, possessive and else, by role.
    private static ReadOnlySpan<byte> RoleBits => [8, 1, 2, 8, 4, 8, 8];

    /// <summary>The candidates, nearest first; gives how many.</summary>
    /// <param name="candidates">Of <see cref="MemorySize"/>.</param>
    public int Find(int pronoun, Span<Candidate> candidates)
    {
        int count = 0;
        ReadPlace(pronoun);
        int most = graph[pronoun].Pronoun is PronounKind.He or PronounKind.She ? MaxCandidates : MaxThings;
        for (int back = 1; back <= Math.Min(MaxBack, pronoun) && count < most; back++)
        {
            int mention = pronoun - back;
            if (graph[pronoun].Sentence - graph[mention].Sentence > MaxSentences) break;
            int cluster = graph.ClusterOf(mention);
            if (_seenBy[cluster] != pronoun) TryAdd(pronoun, mention, cluster, back - 1, follows: false, candidates, ref count);
            AddAgain(ref candidates[_slot[cluster]], graph[mention], graph[pronoun].Sentence - graph[mention].Sentence);
        }
        for (int ahead = 1; ahead <= MaxAhead && pronoun + ahead < graph.Count && count < most; ahead++)
        {
            int mention = pronoun + ahead;
            if (graph[mention].Sentence != graph[pronoun].Sentence) break;
            if (graph[mention].Form == MentionForm.Pronoun) continue;
            int cluster = graph.ClusterOf(mention);
            if (_seenBy[cluster] != pronoun) TryAdd(pronoun, mention, cluster, ahead - 1, follows: true, candidates, ref count);
            ref Candidate candidate = ref candidates[_slot[cluster]];
            if (candidate.Ahead < 0) candidate.Ahead = mention;
        }
        ReadAfter(pronoun, candidates);
        Rank(candidates[..count]);
        return count;
    }

    // What the names of the next sentence do: whom it goes on to speak of.
    private void ReadAfter(int pronoun, Span<Candidate> candidates)
    {
        int sentence = graph[pronoun].Sentence;
        for (int mention = pronoun + 1; mention < graph.Count && mention <= pronoun + MaxAfter && graph[mention].Sentence <= sentence + 1; mention++)
        {
            if (graph[mention].Sentence == sentence || graph[mention].Form == MentionForm.Pronoun) continue;
            int cluster = graph.ClusterOf(mention);
            if (_seenBy[cluster] == pronoun) candidates[_slot[cluster]].After |= RoleBits[(int)graph[mention].Role];
        }
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
            // Without a branch: nobody can foresee who is mentioned more often.
            int rank = 0, sign = counts[i] > 0 ? 1 : -1;
            for (int other = 0; other < candidates.Length; other++) rank += counts[other] * sign > counts[i] * sign ? 1 : 0;
            candidates[i].CountRank = rank;
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

    // A cluster that was not seen before from this pronoun.
    private void TryAdd(int pronoun, int mention, int cluster, int between, bool follows, Span<Candidate> candidates, ref int count)
    {
        int sentences = graph[pronoun].Sentence - graph[mention].Sentence;
        _seenBy[cluster] = pronoun;
        _slot[cluster] = NoSlot;
        ref readonly ClusterData data = ref graph.Cluster(cluster);
        if (sentences > MaxSentencesToThing && data.Names == 0 && data.Type == EntityType.None) return;
        if (cluster == _counterpart || cluster == _possessed) return;
        if (!MayRefer(graph[pronoun], graph[mention], data) || IsSaidOf(graph[mention], data)) return;
        int latest = _latest[(int)graph[pronoun].Pronoun];
        bool continues = latest >= 0 && graph.ClusterOf(latest) == cluster;
        bool first = mention == 0 || graph[mention - 1].Sentence != graph[mention].Sentence;
        candidates[count] = new Candidate(
            mention, count, _people, sentences, between, follows, continues, first, CountRank: 0, TakenUp(cluster),
            Here: 0, Before: 0, Recent: 0, After: 0, Ahead: -1);
        _slot[cluster] = count++;
        if (data.IsPerson) _people++;
    }

    // "Ann Okoro is a farmer": the pronoun takes up Ann Okoro, by whatever the farmer was not joined with her.
    private bool IsSaidOf(in MentionData mention, in ClusterData cluster)
    {
        if (!mention.Has(MentionTraits.Predicate) || mention.Form != MentionForm.Nominal || cluster.Count > 1) return false;
        int subject = graph.Clauses.SubjectOf(mention.Head);
        return subject >= 0 && graph.AtToken[subject] >= 0 && graph[graph.AtToken[subject]].Pronoun is not (PronounKind.It or PronounKind.They);
    }

    // One more of the candidate's mentions before the pronoun.
    private static void AddAgain(ref Candidate candidate, in MentionData mention, int sentences)
    {
        int role = RoleBits[(int)mention.Role];
        candidate.Here |= (byte)(sentences == 0 ? role : 0);
        candidate.Before |= (byte)(sentences == 1 ? role : 0);
        candidate.Recent += (byte)(sentences < MaxRecent ? 1 : 0);
    }

    // What can hardly ever be: the rest is for the weights to say.
    private static bool MayRefer(in MentionData pronoun, in MentionData mention, in ClusterData cluster)
    {
        if (mention.Has(MentionTraits.Reflexive) && mention.Form != MentionForm.Pronoun) return false;
        return pronoun.Pronoun switch
        {
            PronounKind.He or PronounKind.She => MayBePerson(pronoun, cluster) && !mention.Has(MentionTraits.Plural) && !IsThing(mention, cluster),
            PronounKind.It => cluster.Type != EntityType.Person && cluster.Gender is not (Gender.Plural or Gender.Male or Gender.Female),
            _ => cluster.Gender is not (Gender.Male or Gender.Female),
        };
    }

    private static bool MayBePerson(in MentionData pronoun, in ClusterData cluster) =>
        !IsOther(pronoun.Pronoun, cluster) && Genders.LeanAgrees(pronoun.Gender, cluster)
        && (cluster.Gender == Gender.Neuter ? cluster.Names > 0 : Genders.Agree(pronoun.Gender, cluster.Gender));

    // Taken up by pronouns of the other gender alone.
    private static bool IsOther(PronounKind pronoun, in ClusterData cluster) =>
        pronoun == PronounKind.He ? cluster.TimesHe == 0 && cluster.TimesShe > 0 : cluster.TimesShe == 0 && cluster.TimesHe > 0;

    // A noun that the lists do not know for a person's.
    private static bool IsThing(in MentionData mention, in ClusterData cluster) =>
        mention.Form == MentionForm.Nominal && !mention.Has(MentionTraits.Stray) && cluster.Type == EntityType.None
        && cluster.TimesHe + cluster.TimesShe == 0;

    private static int[] NewMarks(int count)
    {
        int[] marks = new int[count];
        marks.AsSpan().Fill(-1);
        return marks;
    }
}
