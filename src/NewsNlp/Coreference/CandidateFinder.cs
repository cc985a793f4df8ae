namespace NewsNlp.Coreference;

/// <summary>Finds the clusters that a pronoun may refer to: a bounded walk back from it, then the rest of its sentence.</summary>
internal sealed class CandidateFinder(MentionGraph graph)
{
    public const int MaxCandidates = 16;

    // It and they have more and fall back on the nearest.
    private const int MaxThings = 10;

    private const int MaxBack = 64, MaxSentences = 10, MaxAhead = 12, MaxPronounsBack = 24, MaxSentencesToThing = 2, MaxRecent = 3, MaxAfter = 24;

    private readonly int[] _seenBy = NewMarks(graph.Count), _slot = new int[graph.Count];
    private readonly int[] _latest = [-1, -1, -1, -1, -1];
    private readonly List<int> _takenUp = [];
    private int _people, _counterpart, _possessed;

    /// <summary>The candidates, nearest first; gives how many.</summary>
    public int Find(int pronoun, Span<Candidate> candidates)
    {
        int count = 0;
        ReadPlace(pronoun);
        int most = graph[pronoun].Pronoun is PronounKind.He or PronounKind.She ? MaxCandidates : MaxThings;
        for (int back = 1; back <= Math.Min(MaxBack, pronoun) && count < most; back++)
        {
            int mention = pronoun - back;
            if (graph[pronoun].Sentence - graph[mention].Sentence > MaxSentences) break;
            TryAdd(pronoun, mention, back - 1, follows: false, candidates, ref count);
        }
        for (int ahead = 1; ahead <= MaxAhead && pronoun + ahead < graph.Count && count < most; ahead++)
        {
            int mention = pronoun + ahead;
            if (graph[mention].Sentence != graph[pronoun].Sentence) break;
            if (graph[mention].Form != MentionForm.Pronoun) TryAdd(pronoun, mention, ahead - 1, follows: true, candidates, ref count);
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
            if (_seenBy[cluster] != pronoun || _slot[cluster] < 0) continue;
            ref Candidate candidate = ref candidates[_slot[cluster]];
            candidate.After |= (byte)(1 << RoleKind(graph[mention].Role));
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
            int rank = 0;
            for (int other = 0; other < candidates.Length; other++)
                if (counts[i] > 0 ? counts[other] > counts[i] : counts[other] < counts[i]) rank++;
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

    private void TryAdd(int pronoun, int mention, int between, bool follows, Span<Candidate> candidates, ref int count)
    {
        int cluster = graph.ClusterOf(mention), sentences = graph[pronoun].Sentence - graph[mention].Sentence;
        if (_seenBy[cluster] == pronoun)
        {
            if (_slot[cluster] < 0) return;
            ref Candidate known = ref candidates[_slot[cluster]];
            if (!follows) AddAgain(ref known, graph[mention], sentences);
            else if (known.Ahead < 0) known.Ahead = mention;
            return;
        }
        _seenBy[cluster] = pronoun;
        _slot[cluster] = -1;
        ref readonly ClusterData data = ref graph.Cluster(cluster);
        if (sentences > MaxSentencesToThing && data.Names == 0 && data.Type == EntityType.None) return;
        if (cluster == _counterpart || cluster == _possessed) return;
        if (!MayRefer(graph[pronoun], graph[mention], data) || IsSaidOf(graph[mention], data)) return;
        int latest = _latest[(int)graph[pronoun].Pronoun];
        bool continues = latest >= 0 && graph.ClusterOf(latest) == cluster;
        bool first = mention == 0 || graph[mention - 1].Sentence != graph[mention].Sentence;
        candidates[count] = new Candidate(
            mention, count, _people, sentences, between, follows, continues, first, CountRank: 0, TakenUp(cluster),
            Here: 0, Before: 0, Recent: 0, After: 0, Ahead: follows ? mention : -1);
        if (!follows) AddAgain(ref candidates[count], graph[mention], sentences);
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
        byte role = (byte)(1 << RoleKind(mention.Role));
        if (sentences == 0) candidate.Here |= role;
        if (sentences == 1) candidate.Before |= role;
        if (sentences < MaxRecent && candidate.Recent < byte.MaxValue) candidate.Recent++;
    }

    private static int RoleKind(GrammaticalRole role) => role switch
    {
        GrammaticalRole.Subject => 0,
        GrammaticalRole.Object => 1,
        GrammaticalRole.Possessive => 2,
        _ => 3,
    };

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
