using NewsNlp.Lexicon;

namespace NewsNlp.Tokens;

/// <summary>All word lists of the tokenizer, read once.</summary>
internal sealed class TokenLexicon
{
    private static readonly Lazy<TokenLexicon> LazyEnglish = new(() => new TokenLexicon());

    private TokenLexicon()
    {
    }

    public static TokenLexicon English => LazyEnglish.Value;

    public Abbreviations Abbreviations { get; } = new();

    public Contractions Contractions { get; } = new();

    /// <summary>Bound prefixes that keep their hyphen: <c>non-profit</c>.</summary>
    public WordSet Prefixes { get; } = LexiconFile.Words("tokens/prefixes");

    /// <summary>Words that begin with an apostrophe, without it: <c>'em</c>.</summary>
    public WordSet Elisions { get; } = LexiconFile.Words("tokens/elisions");

    /// <summary>Abbreviations with a slash inside: <c>w/o</c>.</summary>
    public WordSet Slashed { get; } = LexiconFile.Words("tokens/slashed");

    /// <summary>Words that in capitals behind an abbreviation begin a sentence.</summary>
    public WordSet Starters { get; } = LexiconFile.Words("tokens/starters");

    /// <summary>Units right behind a figure; in capitals as written.</summary>
    public CasedWordSet Units { get; } = new(LexiconFile.Rows("tokens/units").Select(row => row[0]));

    /// <summary>Last labels of web addresses and file names.</summary>
    public WordSet Domains { get; } = LexiconFile.Words("tokens/domains");

    /// <summary>Those of <see cref="Domains"/> that are English words too.</summary>
    public WordSet DomainWords { get; } = new(LexiconFile.Rows("tokens/domains").Where(row => row.Length > 1).Select(row => row[0]));
}
