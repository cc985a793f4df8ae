using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>The mentions of an article and how they are joined so far: the state that the sieves of a run hand on.</summary>
internal sealed class MentionGraph
{
    private MentionData[] _mentions;
    private ClusterData[] _clusters = [];
    private int[] _parent = [];
    private int[] _next = [];

    public MentionGraph(DocumentDraft draft)
    {
        Draft = draft;
        _mentions = new MentionData[Math.Max(16, draft.TokenCount / 3)];
        AtToken = new int[draft.TokenCount];
        AtToken.AsSpan().Fill(-1);
        Quoted = new bool[draft.TokenCount];
        Clauses = new ClauseTree(draft);
    }

    public DocumentDraft Draft { get; }

    public int Count { get; private set; }

    /// <summary>Mention whose head is the token; -1 where it is none.</summary>
    public int[] AtToken { get; }

    /// <summary>True for tokens between quotation marks.</summary>
    public bool[] Quoted { get; }

    public ClauseTree Clauses { get; }

    /// <summary>Titles and descriptions given to mentions.</summary>
    public List<RoleData> Roles { get; } = [];

    /// <summary>In the order of their heads.</summary>
    public Span<MentionData> Mentions => _mentions.AsSpan(0, Count);

    public ref MentionData this[int mention] => ref _mentions[mention];

    public int Add(in MentionData mention)
    {
        if (Count == _mentions.Length) Array.Resize(ref _mentions, Count * 2);
        _mentions[Count] = mention;
        AtToken[mention.Head] = Count;
        return Count++;
    }

    /// <summary>Makes each mention a cluster of its own; after the last <see cref="Add"/>.</summary>
    public void Seal()
    {
        _clusters = new ClusterData[Count];
        _parent = new int[Count];
        _next = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            _parent[i] = _next[i] = i;
            ref readonly MentionData mention = ref _mentions[i];
            _clusters[i] = new ClusterData
            {
                Count = 1,
                Names = mention.Name >= 0 ? 1 : 0,
                Type = mention.Type,
                Gender = mention.Gender,
                Words = (byte)(mention.Name >= 0 ? Math.Min(mention.End - mention.First, byte.MaxValue) : 0),
                TimesHe = mention.Pronoun == PronounKind.He ? 1 : 0,
                TimesShe = mention.Pronoun == PronounKind.She ? 1 : 0,
            };
        }
    }

    /// <summary>The first mention of the cluster that <paramref name="mention"/> belongs to: the cluster's number.</summary>
    public int ClusterOf(int mention)
    {
        // Mostly the parent is the first mention; a longer way is halved for all on it.
        int cluster = _parent[mention];
        while (_parent[cluster] != cluster) cluster = _parent[cluster] = _parent[_parent[cluster]];
        return _parent[mention] = cluster;
    }

    public ref ClusterData Cluster(int cluster) => ref _clusters[cluster];

    public ref ClusterData ClusterAt(int mention) => ref _clusters[ClusterOf(mention)];

    /// <summary>The named person nearest before a mention in its sentence; -1 where there is none within reach.</summary>
    public int PersonBefore(int mention)
    {
        for (int other = mention - 1; other >= Math.Max(0, mention - 16) && _mentions[other].Sentence == _mentions[mention].Sentence; other--)
            if (_mentions[other].Name >= 0 && _mentions[other].Type == EntityType.Person) return other;
        return -1;
    }

    /// <summary>The next mention of the same cluster; they form a ring in no particular order.</summary>
    public int NextInCluster(int mention) => _next[mention];

    /// <summary>Says of a mention that still stands alone that it is no person.</summary>
    public void Retype(int mention, EntityType type)
    {
        if (ClusterAt(mention).Count > 1) return;
        _mentions[mention].Type = ClusterAt(mention).Type = type;
        _mentions[mention].Gender = ClusterAt(mention).Gender = Gender.Neuter;
    }

    /// <summary>The roles in the order of some token of theirs; those of one token in the order in which they were found.</summary>
    public RoleData[] RolesBy(Func<RoleData, int> token)
    {
        RoleData[] roles = [.. Roles];
        long[] order = new long[roles.Length];
        for (int i = 0; i < roles.Length; i++) order[i] = ((long)token(roles[i]) << 32) + i;
        Array.Sort(order, roles);
        return roles;
    }

    /// <summary>Joins the clusters of two mentions; <paramref name="sieve"/> signs for the later mention.</summary>
    public void Join(int mention, int other, Sieve sieve)
    {
        int a = ClusterOf(mention), b = ClusterOf(other);
        if (a == b) return;
        ref MentionData later = ref _mentions[Math.Max(mention, other)];
        if (later.Sieve == Sieve.None) later.Sieve = sieve;
        if (a > b) (a, b) = (b, a);
        _parent[b] = a;
        (_next[a], _next[b]) = (_next[b], _next[a]);
        Merge(ref _clusters[a], _clusters[b]);
    }

    // Names say more about the type than nominals do; what is known of the gender stays known.
    private static void Merge(ref ClusterData into, in ClusterData from)
    {
        if (into.Type == EntityType.None || (into.Names == 0 && from.Names > 0)) into.Type = from.Type;
        bool pronounAlone = from.Count == 1 && from.TimesHe + from.TimesShe > 0;
        if (into.Gender == Gender.Unknown && !pronounAlone) into.Gender = from.Gender;
        into.TimesHe += from.TimesHe;
        into.TimesShe += from.TimesShe;
        if (Math.Abs(from.Lean) > Math.Abs(into.Lean)) into.Lean = from.Lean;
        into.Words = Math.Max(into.Words, from.Words);
        into.Count += from.Count;
        into.Names += from.Names;
    }
}
