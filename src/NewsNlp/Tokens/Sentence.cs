using NewsNlp.Drafts;

namespace NewsNlp;

/// <summary>One sentence of a document: a view, cheap to copy. Never empty.</summary>
public readonly struct Sentence
{
    private readonly NewsDocument _document;

    internal Sentence(NewsDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Position among <see cref="NewsDocument.Sentences"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>From the first token's start to the last token's end.</summary>
    public TextSpan Span => new(_document.TokenDataAt(Data.FirstToken).Start, _document.TokenDataAt(Data.EndToken - 1).End);

    /// <summary>The sentence as written; a new string at each call.</summary>
    public string Text => Span.In(_document.Text);

    /// <summary>Its tokens, in text order.</summary>
    public ReadOnlyListView<Token> Tokens
    {
        get
        {
            NewsDocument document = _document;
            SentenceData data = Data;
            return new ReadOnlyListView<Token>(data.EndToken - data.FirstToken, i => new Token(document, data.FirstToken + i));
        }
    }

    private SentenceData Data => _document.SentenceDataAt(Index);

    /// <inheritdoc />
    public override string ToString() => Text;
}
