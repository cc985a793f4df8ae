using NewsNlp.Learning;
using NewsNlp.Pages;
using NewsNlp.Syntax;

namespace NewsNlp.Drafts;

/// <summary>
/// An article while it is being read: what the steps hand to one another. Each layer is an array or list that exactly one step
/// fills; later steps only read it, but for tags and lemmas, some of which the syntax step mends.
/// </summary>
internal sealed class DocumentDraft(string text, ArticleLayout layout, DateOnly? published)
{
    private string?[] _lemmas = [];
    private ulong[] _words = [];
    private SyntaxTrees? _trees;

    public string Text { get; } = text;

    public ArticleLayout Layout { get; } = layout;

    /// <summary>As the caller gave it, else as the layout found it in the text, else null.</summary>
    public DateOnly? Published { get; } = published ?? layout.Published;

    public TokenData[] TokenBuffer { get; private set; } = [];

    public int TokenCount { get; private set; }

    public Span<TokenData> Tokens => TokenBuffer.AsSpan(0, TokenCount);

    public List<SentenceData> Sentences { get; } = [];

    /// <summary>In text order, not overlapping.</summary>
    public List<NameData> Names { get; } = [];

    /// <summary>In text order, not overlapping.</summary>
    public List<Quantity> Quantities { get; } = [];

    /// <summary>In text order, not overlapping.</summary>
    public List<DateExpression> Dates { get; } = [];

    /// <summary>By id, which is the index here; ordered by first mention.</summary>
    public List<Entity> Entities { get; } = [];

    /// <summary>By id, which is the index here; ordered by start of content.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>Lemma of each token; null before the tagging step has run.</summary>
    public Span<string?> Lemmas
    {
        get
        {
            if (_lemmas.Length < TokenCount) Array.Resize(ref _lemmas, TokenBuffer.Length);
            return _lemmas.AsSpan(0, TokenCount);
        }
    }

    /// <summary>
    /// For each token <see cref="FeatureHash.OfWord"/> of its form: what the caches of all steps know a word by. Made at the first call, so only after the
    /// tokens.
    /// </summary>
    public ReadOnlySpan<ulong> Words
    {
        get
        {
            if (_words.Length < TokenCount) _words = HashWords();
            return _words;
        }
    }

    /// <summary>The trees that the heads make, ready to be asked; made at the first call, so only after the syntax step has run.</summary>
    public SyntaxTrees Trees => _trees ??= SyntaxTrees.Of(this);

    public ReadOnlySpan<char> Form(int token)
    {
        ref readonly TokenData data = ref TokenBuffer[token];
        return Text.AsSpan(data.Start, data.End - data.Start);
    }

    /// <summary>True where the token is <paramref name="word"/> in any capitalisation of the Latin letters A to Z.</summary>
    public bool Is(int token, ReadOnlySpan<char> word) => Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    public TextSpan SpanOf(int firstToken, int endToken) => new(TokenBuffer[firstToken].Start, TokenBuffer[endToken - 1].End);

    public void AddToken(int start, int end)
    {
        if (TokenCount == TokenBuffer.Length) Grow();
        ref TokenData token = ref TokenBuffer[TokenCount++];
        token = default;
        token.Start = start;
        token.End = end;
        token.Head = -1;
    }

    private ulong[] HashWords()
    {
        ulong[] words = new ulong[TokenCount];
        for (int i = 0; i < words.Length; i++) words[i] = FeatureHash.OfWord(Form(i));
        return words;
    }

    // Six characters to a token is a little under what English news has, so that most articles never grow the array.
    private void Grow()
    {
        TokenData[] larger = new TokenData[Math.Max(16, Math.Max(TokenCount * 2, Layout.Span.Length / 6))];
        TokenBuffer.AsSpan(0, TokenCount).CopyTo(larger);
        TokenBuffer = larger;
    }
}
