using NewsNlp.Drafts;

namespace NewsNlp;

/// <summary>
/// An article read: the caller's own text and one layer for each step, in the order in which text flows. Immutable and safe to share
/// between threads. Every span counts UTF-16 code units of <see cref="Text"/>.
/// </summary>
public sealed class NewsDocument
{
    private readonly DocumentDraft _draft;
    private readonly Layers _layers;

    internal NewsDocument(DocumentDraft draft, Layers layers)
    {
        _draft = draft;
        _layers = layers;
        Names = [.. draft.Names.Select(name => new Name(draft.SpanOf(name.FirstToken, name.EndToken), name.Type, name.Confidence))];
    }

    /// <summary>The string handed in, unchanged; for an article of a page the whole page.</summary>
    public string Text => _draft.Text;

    /// <summary>Where the article stands in <see cref="Text"/>.</summary>
    public TextSpan Span => _draft.Layout.Span;

    /// <summary>Its headline; null where none is told apart from the body.</summary>
    public TextSpan? Headline => _draft.Layout.Headline;

    /// <summary>Place and agency at the head of the report; null where there is none.</summary>
    public Dateline? Dateline => _draft.Layout.Dateline;

    /// <summary>Who wrote it; null where the text does not tell.</summary>
    public Byline? Byline => _draft.Layout.Byline;

    /// <summary>Day of publication, as given with the text, else as read from it; null where neither tells.</summary>
    public DateOnly? Published => _draft.Published;

    /// <summary>Its sentences, in text order.</summary>
    public ReadOnlyListView<Sentence> Sentences => new(_draft.Sentences.Count, i => new Sentence(this, i));

    /// <summary>Its tokens, in text order.</summary>
    public ReadOnlyListView<Token> Tokens => new(_draft.TokenCount, i => new Token(this, i));

    /// <summary>Its names, in text order, not overlapping.</summary>
    public IReadOnlyList<Name> Names { get; }

    /// <summary>Numbers, money, measures and counts, in text order, not overlapping.</summary>
    public IReadOnlyList<Quantity> Quantities => _draft.Quantities;

    /// <summary>Dates, times, durations and sets, in text order, not overlapping.</summary>
    public IReadOnlyList<DateExpression> Dates => _draft.Dates;

    /// <summary>People, places, organisations and other things, by id.</summary>
    public IReadOnlyList<Entity> Entities => _draft.Entities;

    /// <summary>What someone is reported to say, by id.</summary>
    public IReadOnlyList<Statement> Statements => _draft.Statements;

    /// <summary>True where the pipeline that read the article made all of <paramref name="layers"/>; a layer not made is an empty list.</summary>
    public bool Has(Layers layers) => (_layers & layers) == layers;

    internal DocumentDraft Draft => _draft;

    internal ref readonly TokenData TokenDataAt(int index) => ref _draft.TokenBuffer[index];

    internal SentenceData SentenceDataAt(int index) => _draft.Sentences[index];

    internal string? LemmaAt(int index) => _draft.Lemmas[index];
}
