using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// What speaks for and against a cluster as the antecedent of a pronoun, as numbers of features that are on. The templates below are part
/// of the model format: a change of theirs needs a new model.
/// </summary>
internal static class PronounFeatures
{
    /// <summary>At most as many features are on at a time.</summary>
    public const int MaxActive = 104;

    /// <summary>Features of one kind of pronoun; each kind has weights of its own.</summary>
    public static int Count { get; } = Measure();

    public static int ModelSize => Count * 3;

    // He and she share their weights.
    private static int Block(PronounKind kind) => kind switch { PronounKind.It => 1, PronounKind.They => 2, _ => 0 };

    private const int HeadBuckets = 256, PathBuckets = 1024, RootBuckets = 256;
    private const int Roles = 7, Forms = 7;

    /// <summary>Features of candidate <paramref name="c"/> for a pronoun; gives how many.</summary>
    public static int Read(MentionGraph graph, PronounPlace place, in Candidate c, Span<int> active)
    {
        int pronoun = place.Pronoun;
        FeatureWriter writer = new(active, Block(graph[pronoun].Pronoun) * Count);
        Distance(ref writer, graph, pronoun, c);
        Agreement(ref writer, graph, pronoun, c);
        Salience(ref writer, graph, c);
        Structure(ref writer, graph, pronoun, place, c);
        Topic(ref writer, graph, pronoun, c);
        Words(ref writer, graph, pronoun, place, c);
        Speech(ref writer, graph, pronoun, c);
        None(ref writer, graph, pronoun, isNone: false, 0);
        return writer.Active;
    }

    /// <summary>Features of no candidate at all: the pronoun refers to nothing that is named.</summary>
    public static int ReadNone(MentionGraph graph, int pronoun, int candidates, Span<int> active)
    {
        FeatureWriter writer = new(active, Block(graph[pronoun].Pronoun) * Count + Count - NoneSize);
        None(ref writer, graph, pronoun, isNone: true, candidates);
        return writer.Active;
    }

    private static void Distance(ref FeatureWriter features, MentionGraph graph, int pronoun, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData p = ref graph[pronoun], m = ref graph[c.Mention];
        int sentences = c.Follows ? 6 : Math.Min(5, c.Sentences), near = c.Follows ? 3 : Math.Min(2, sentences);
        writer.Add(7, sentences);
        writer.Add(8, Math.Min(7, c.Rank));
        writer.Add(4 * Roles, near * Roles + (int)m.Role);
        writer.Add(Roles * Roles * 2, near < 2 ? (near * Roles + (int)p.Role) * Roles + (int)m.Role : -1);
        writer.Add(8, Math.Min(7, Log(c.MentionsBetween)));
        bool sameBlock = graph.Draft.Sentences[p.Sentence].Block == graph.Draft.Sentences[m.Sentence].Block;
        writer.Add(8, near * 2 + (sameBlock ? 1 : 0));
        writer.Add(3 * 8, near < 3 ? near * 8 + Math.Min(7, c.Rank) : -1);
        features = writer;
    }

    private static void Agreement(ref FeatureWriter features, MentionGraph graph, int pronoun, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData m = ref graph[c.Mention];
        ref readonly ClusterData cluster = ref graph.ClusterAt(c.Mention);
        Gender wanted = graph[pronoun].Gender;
        int gender = cluster.Gender == Gender.Unknown ? 0 : cluster.Gender == wanted ? 1 : 2;
        if (wanted == Gender.Unknown) gender = 0;
        writer.Add(3, gender);
        float lean = wanted == Gender.Female ? cluster.Lean : -cluster.Lean;
        writer.Add(7, gender == 0 ? 3 + (int)MathF.Round(lean * 3) : -1);
        int same = wanted == Gender.Female ? cluster.TimesShe : cluster.TimesHe, other = cluster.TimesHe + cluster.TimesShe - same;
        writer.Add(16, Math.Min(3, Log(same)) * 4 + Math.Min(3, Log(other)));
        int type = cluster.Type switch
        {
            EntityType.None => 0,
            EntityType.Person => 1,
            EntityType.Organization => 2,
            EntityType.GeopoliticalEntity => 3,
            EntityType.Norp => 4,
            _ => 5,
        };
        writer.Add(12, type * 2 + (cluster.Names > 0 ? 1 : 0));
        int number = m.Has(MentionTraits.Plural) ? 1 : 0;
        writer.Add(24, (type * 2 + (cluster.Names > 0 ? 1 : 0)) * 2 + number);
        writer.Add(HeadBuckets, m.Form == MentionForm.Nominal && !m.Has(MentionTraits.Stray) ? (int)(m.HeadKey >> 40) % HeadBuckets : -1);
        features = writer;
    }

    private static void Salience(ref FeatureWriter features, MentionGraph graph, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData m = ref graph[c.Mention];
        ref readonly ClusterData cluster = ref graph.ClusterAt(c.Mention);
        int form = Form(m);
        int near = c.Follows ? 3 : Math.Min(2, c.Sentences), names = Math.Min(5, Log(cluster.Names));
        writer.Add(6, Math.Min(5, Log(cluster.Count)));
        writer.Add(24, near * 6 + names);
        writer.Add(4 * Forms, near * Forms + form);
        writer.Add(Forms * Roles, form * Roles + (int)m.Role);
        writer.Add(20, near * 5 + (cluster.IsPerson ? Math.Min(3, c.PersonRank) : 4));
        writer.Add(2, c.IsFirstInSentence ? 1 : 0);
        writer.Add(2, graph[graph.ClusterOf(c.Mention)].Sentence == 0 ? 1 : 0);
        writer.Add(2, m.Has(MentionTraits.Coordinated) ? 1 : 0);
        writer.Add(3, m.Has(MentionTraits.Describes) ? 1 : m.Has(MentionTraits.Predicate) ? 2 : 0);
        features = writer;
    }

    private static int Form(in MentionData mention) => mention.Form switch
    {
        MentionForm.Name => 0,
        MentionForm.Pronoun => 1,
        _ when mention.Has(MentionTraits.Stray) => 6,
        _ => mention.Has(MentionTraits.Possessed) ? 2 : mention.Has(MentionTraits.Definite) ? 3 : mention.Has(MentionTraits.Indefinite) ? 4 : 5,
    };

    private static void Structure(ref FeatureWriter features, MentionGraph graph, int pronoun, PronounPlace place, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData p = ref graph[pronoun], m = ref graph[c.Mention];
        bool possessive = p.Role == GrammaticalRole.Possessive, reflexive = p.Has(MentionTraits.Reflexive);
        bool same = p.Sentence == m.Sentence;
        int binding = same ? place.Binding(m.Head) : 0;
        writer.Add(8 * Roles, binding * Roles + (int)m.Role);

        int argument = same ? place.Argument(m.Head) : -1;
        int role = reflexive ? Roles : (int)p.Role;
        writer.Add(9 * (Roles + 1), argument >= 0 ? argument * (Roles + 1) + role : -1);
        writer.Add(9 * 8, argument >= 0 ? argument * 8 + (c.Follows ? 4 : 0) + (possessive ? 2 : 0) + (place.OpensSentence ? 1 : 0) : -1);
        writer.Add(9 * Forms, argument >= 0 ? argument * Forms + Form(m) : -1);
        int own = place.ClusterArgument(graph.ClusterOf(c.Mention));
        writer.Add(17 * (Roles + 1), own * (Roles + 1) + role);
        writer.Add(17 * 4, own * 4 + (possessive ? 2 : 0) + (place.OpensSentence ? 1 : 0));
        writer.Add(17 * 4, own * 4 + (c.Follows ? 3 : Math.Min(2, c.Sentences)));
        int distance = c.Follows ? 3 : Math.Min(2, c.Sentences);
        int ahead = c.Ahead < 0 ? 0 : (place.Commands(graph[c.Ahead].Head) ? 1 : 2) + (graph[c.Ahead].Role == GrammaticalRole.Subject ? 2 : 0);
        writer.Add(5 * (Roles + 1), ahead * (Roles + 1) + role);
        writer.Add(5 * 4, ahead * 4 + distance);
        writer.Add(16 * 4, c.After * 4 + distance);
        uint up = 0, down = 0, follows = c.Follows ? 1u : 0;
        uint path = same ? place.Path(m.Head, out up, out down) : 0;
        writer.Add(PathBuckets, path != 0 ? (int)(ClauseTree.Mix(path + follows) % PathBuckets) : -1);
        writer.Add(RootBuckets, path != 0 ? (int)(ClauseTree.Mix(up * 2 + follows) % RootBuckets) : -1);
        writer.Add(RootBuckets, path != 0 ? (int)(ClauseTree.Mix(down * 16 + follows * 8 + (uint)p.Role) % RootBuckets) : -1);
        uint root = same ? 0 : graph.Clauses.PathToRoot(m.Head), near = (uint)Math.Min(2, c.Sentences);
        writer.Add(RootBuckets, !same ? (int)(ClauseTree.Mix(root + near) % RootBuckets) : -1);
        writer.Add(PathBuckets, !same ? (int)(ClauseTree.Mix(root * 3 + place.PathToRoot + near) % PathBuckets) : -1);
        features = writer;
    }

    private const int WordBuckets = 32;

    private static void Words(ref FeatureWriter features, MentionGraph graph, int pronoun, PronounPlace place, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData m = ref graph[c.Mention];
        int own = place.ClusterArgument(graph.ClusterOf(c.Mention)), near = c.Follows ? 3 : Math.Min(2, c.Sentences);
        writer.Add(WordBuckets * 17, place.WordBefore * 17 + own);
        writer.Add(WordBuckets * 4, WordBefore(graph, m.First) * 4 + near);
        features = writer;
    }

    /// <summary>The function word before a phrase: <c>because he</c>, <c>with her</c>; 0 where there is none.</summary>
    public static int WordBefore(MentionGraph graph, int token)
    {
        if (token == 0 || graph.Draft.TokenBuffer[token - 1].Pos is not (PartOfSpeech.Adposition or PartOfSpeech.SubordinatingConjunction
            or PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Adverb or PartOfSpeech.Pronoun)) return 0;
        return 1 + (int)((NameWords.WordKey(graph.Draft.Form(token - 1)) >> 37) % (WordBuckets - 1));
    }

    private static void Topic(ref FeatureWriter features, MentionGraph graph, int pronoun, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData m = ref graph[c.Mention];
        ref readonly ClusterData cluster = ref graph.ClusterAt(c.Mention);
        int near = c.Follows ? 3 : Math.Min(2, c.Sentences);
        int words = m.Name < 0 ? 0 : Math.Min(3, m.End - m.First), longest = Math.Min(3, (int)cluster.Words);
        writer.Add(64, (near * 4 + words) * 4 + longest);
        writer.Add(16, near * 4 + Math.Min(3, c.CountRank));
        writer.Add(32, (Math.Min(3, c.CountRank) * 2 + (cluster.IsPerson ? 1 : 0)) * 4 + Math.Min(3, cluster.Names));
        int first = Math.Min(3, graph[graph.ClusterOf(c.Mention)].Sentence);
        writer.Add(16, near * 4 + first);
        writer.Add(12 * Roles, (Math.Min(2, c.TakenUp) * 4 + near) * Roles + (int)graph[pronoun].Role);
        bool starts = graph[pronoun].Head - graph.Draft.Sentences[graph[pronoun].Sentence].FirstToken < 4;
        writer.Add(8 * Roles, ((starts ? 1 : 0) * 4 + near) * Roles + (int)m.Role);
        writer.Add(8, (c.Continues ? 4 : 0) + near);
        writer.Add(256, c.Here * 16 + c.Before);
        writer.Add(16 * Roles, c.Here * Roles + (int)graph[pronoun].Role);
        writer.Add(16 * Roles, c.Before * Roles + (int)graph[pronoun].Role);
        writer.Add(32, near * 8 + Math.Min(7, (int)c.Recent));
        features = writer;
    }

    private static void Speech(ref FeatureWriter features, MentionGraph graph, int pronoun, in Candidate c)
    {
        FeatureWriter writer = features;
        ref readonly MentionData p = ref graph[pronoun], m = ref graph[c.Mention];
        int quoted = (p.Has(MentionTraits.Quoted) ? 1 : 0) + (m.Has(MentionTraits.Quoted) ? 2 : 0);
        int speaks = (p.Has(MentionTraits.Speaks) ? 1 : 0) + (m.Has(MentionTraits.Speaks) ? 2 : 0);
        int near = Math.Min(2, c.Sentences);
        writer.Add(48, (near * 4 + quoted) * 4 + speaks);
        features = writer;
    }

    private const int Predicates = 16;
    private const int NoneSize = 1 + Roles + 2 + 3 + 4 + Predicates + Predicates * Roles;

    private static void None(ref FeatureWriter writer, MentionGraph graph, int pronoun, bool isNone, int candidates)
    {
        if (!isNone)
        {
            writer.Skip(NoneSize);
            return;
        }
        ref readonly MentionData p = ref graph[pronoun];
        writer.Add(1, 0);
        writer.Add(Roles, (int)p.Role);
        writer.Add(2, Math.Min(1, candidates));
        writer.Add(3, Math.Min(2, p.Sentence));
        writer.Add(4, (p.Has(MentionTraits.Quoted) ? 1 : 0) + (p.Has(MentionTraits.Reflexive) ? 2 : 0));
        int predicate = Predicate(graph, p.Head);
        writer.Add(Predicates, predicate);
        writer.Add(Predicates * Roles, predicate >= 0 ? predicate * Roles + (int)p.Role : -1);
    }

    // "It will close two offices" speaks of something; "it is clear that" and "it rained" need not.
    private static int Predicate(MentionGraph graph, int pronoun)
    {
        int governor = graph.Draft.GovernorOf(pronoun);
        if (governor < 0) return -1;
        int kind = graph.Draft.TokenBuffer[governor].Pos switch
        {
            PartOfSpeech.Verb => 0,
            PartOfSpeech.Adjective => 1,
            PartOfSpeech.Noun or PartOfSpeech.ProperNoun => 2,
            _ => 3,
        };
        return (kind * 2 + (graph.Clauses.ObjectOf(governor) is >= 0 and int other && other != pronoun ? 1 : 0)) * 2 + (graph.Clauses.HasClause(governor) ? 1 : 0);
    }

    private static int Log(int value) => value == 0 ? 0 : 1 + System.Numerics.BitOperations.Log2((uint)value);

    // The templates' sizes added up, in the order above.
    private static int Measure() =>
        7 + 8 + 4 * Roles + Roles * Roles * 2 + 8 + 8 + 24
        + 3 + 7 + 16 + 12 + 24 + HeadBuckets
        + 6 + 24 + 4 * Forms + Forms * Roles + 20 + 2 + 2 + 2 + 3
        + 8 * Roles + 9 * (Roles + 1) + 72 + 9 * Forms + 2 * PathBuckets + 3 * RootBuckets
        + 64 + 16 + 32 + 16 + 12 * Roles + 8 * Roles + 8
        + 5 * (Roles + 5) + 64 + 17 * (Roles + 1) + 17 * 8 + 256 + 32 * Roles + 32
        + WordBuckets * 21
        + 48
        + NoneSize;
}
