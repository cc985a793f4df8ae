namespace NewsNlp.Statements.Learned;

/// <summary>
/// What the context tells of some tokens in a row: the features of all are made, then all are sifted, then they are added up one token at a time, so
/// that the waits for memory overlap.
/// </summary>
internal sealed class CueLookAhead
{
    /// <summary>So many tokens at most.</summary>
    public const int Stretch = 32;

    private readonly uint[] _features = new uint[Stretch * FeatureBuffer.Size];

    // Of each token where its features begin, and how many they are; -1 for a token that was left out.
    private readonly (int First, int Count)[] _tokens = new (int, int)[Stretch];

    private int _count, _end;

    public void Clear() => (_count, _end) = (0, 0);

    /// <summary>Makes the features of the next token.</summary>
    public void Add(StatementTokens tokens, int token, CueWeights weights)
    {
        CueSink sink = new(weights, _features.AsSpan(_end));
        CueFeatures.AddContext(tokens, token, ref sink);
        _tokens[_count++] = (_end, sink.Features.Length);
        _end += sink.Features.Length;
    }

    /// <summary>Leaves out the next token.</summary>
    public void Skip() => _tokens[_count++] = (0, -1);

    /// <summary>Has the weights of all tokens fetched; once, before the first <see cref="Sum"/>.</summary>
    public void Sift(CueWeights weights)
    {
        foreach (ref (int First, int Count) token in _tokens.AsSpan(0, _count))
            if (token.Count > 0) token.Count = weights.Sift(_features.AsSpan(token.First, token.Count));
    }

    /// <summary>True where a token was added, the first one's number being 0.</summary>
    public bool Knows(int token) => _tokens[token].Count >= 0;

    public CueScores Sum(int token, CueWeights weights) => weights.Sum(_features.AsSpan(_tokens[token].First, _tokens[token].Count));
}
