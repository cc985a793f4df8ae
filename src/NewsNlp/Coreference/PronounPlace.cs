using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Where a pronoun stands in its sentence, as far as the tree tells: read once, then asked about each candidate of the sentence.</summary>
internal sealed class PronounPlace(MentionGraph graph)
{
    private const int Levels = 4, MaxPath = 12;

    private readonly int[] _subjects = new int[Levels], _objects = new int[Levels], _ancestors = new int[MaxPath];
    private readonly int[] _subjectClusters = new int[Levels], _objectClusters = new int[Levels];
    private readonly uint[] _up = new uint[MaxPath];
    private int _ancestorCount, _governor, _clause;
    private bool _possessive, _reflexive;

    public int Pronoun { get; private set; }

    /// <summary>No person is named before it in its sentence.</summary>
    public bool OpensSentence { get; private set; }

    public int WordBefore { get; private set; }

    public uint PathToRoot { get; private set; }

    public void Read(int pronoun)
    {
        ref readonly MentionData data = ref graph[pronoun];
        Pronoun = pronoun;
        WordBefore = PronounFeatures.WordBefore(graph, data.First);
        OpensSentence = graph.PersonBefore(pronoun) < 0;
        PathToRoot = graph.Clauses.PathToRoot(data.Head);
        _possessive = data.Role == GrammaticalRole.Possessive;
        _reflexive = data.Has(MentionTraits.Reflexive);
        _governor = graph.Draft.GovernorOf(data.Head);
        _clause = _possessive && _governor >= 0 ? graph.Draft.GovernorOf(_governor) : _governor;
        ReadArguments(data.Head);
        ReadAncestors(data.Head);
    }

    /// <summary>Which argument of the pronoun's clause or of those above it a token is: 0 none, 1 to 4 the subject, 5 to 8 the object.</summary>
    public int Argument(int token)
    {
        for (int level = 0; level < Levels; level++)
        {
            if (_subjects[level] == token) return 1 + level;
            if (_objects[level] == token) return 1 + Levels + level;
        }
        return 0;
    }

    /// <summary>
    /// As <see cref="Argument"/>, for any mention of a cluster, and whether it stands behind the pronoun (9 to 16): the candidate that is
    /// seen from its nearest mention may do something else in the pronoun's own clause.
    /// </summary>
    public int ClusterArgument(int cluster)
    {
        for (int level = 0; level < Levels; level++)
        {
            if (_subjectClusters[level] == cluster) return 1 + level + Behind(_subjects[level]);
            if (_objectClusters[level] == cluster) return 1 + Levels + level + Behind(_objects[level]);
        }
        return 0;
    }

    /// <summary>Whether the clause of the pronoun, or what it belongs to, lies around a token: a name there is hardly whom the pronoun means.</summary>
    public bool Commands(int token)
    {
        for (int steps = 0; token >= 0 && steps < MaxPath; token = graph.Draft.TokenBuffer[token].Head, steps++)
            if (token == _governor) return true;
        return false;
    }

    private int ClusterAt(int token) => token >= 0 && graph.AtToken[token] is >= 0 and int mention && mention != Pronoun ? graph.ClusterOf(mention) : -1;

    private int Behind(int token) => token > graph[Pronoun].Head ? 2 * Levels : 0;

    /// <summary>How close the pronoun and a token of its sentence stand in the tree; 0 where nothing is to be said.</summary>
    public int Binding(int token)
    {
        if (_governor < 0) return 0;
        if (_governor == token) return 1;
        int governor = graph.Draft.GovernorOf(token);
        if (governor == graph[Pronoun].Head) return 2;
        if (_clause == governor) return _possessive ? 3 : _reflexive ? 4 : 5;
        if (governor >= 0 && _clause >= 0 && graph.Draft.GovernorOf(_clause) == governor) return 6;
        return _reflexive ? 7 : 0;
    }

    /// <summary>
    /// The way through the tree to a token of the same sentence as a number: the kinds of the relations up to the node above both and
    /// down again. 0 where they do not meet near by.
    /// </summary>
    public uint Path(int token, out uint up, out uint down)
    {
        down = 1;
        up = 1;
        for (int steps = 0; token >= 0 && steps < MaxPath; token = graph.Draft.TokenBuffer[token].Head, steps++)
        {
            int meeting = _ancestors.AsSpan(0, _ancestorCount).IndexOf(token);
            if (meeting >= 0)
            {
                up = _up[meeting];
                return ClauseTree.Mix(up * 31 + down);
            }
            down = graph.Clauses.Add(down, token);
        }
        return 0;
    }

    private void ReadArguments(int head)
    {
        int clause = graph.Clauses.ClauseOf(head);
        for (int level = 0; level < Levels; level++)
        {
            _subjects[level] = clause >= 0 ? graph.Clauses.SubjectOf(clause) : -1;
            _objects[level] = clause >= 0 ? graph.Clauses.ObjectOf(clause) : -1;
            _subjectClusters[level] = ClusterAt(_subjects[level]);
            _objectClusters[level] = ClusterAt(_objects[level]);
            if (clause >= 0) clause = graph.Clauses.Above(clause);
        }
    }

    private void ReadAncestors(int head)
    {
        uint up = 1;
        _ancestorCount = 0;
        for (int token = head; token >= 0 && _ancestorCount < MaxPath; token = graph.Draft.TokenBuffer[token].Head)
        {
            _up[_ancestorCount] = up;
            _ancestors[_ancestorCount++] = token;
            up = graph.Clauses.Add(up, token);
        }
    }
}
