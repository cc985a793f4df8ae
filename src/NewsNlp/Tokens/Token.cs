using NewsNlp.Drafts;

namespace NewsNlp;

/// <summary>One token of a document: a view, cheap to copy. Universal Dependencies conventions: <c>don't</c> is <c>do</c> + <c>n't</c>.</summary>
public readonly struct Token
{
    private readonly NewsDocument _document;

    internal Token(NewsDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <summary>Position among <see cref="NewsDocument.Tokens"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>Where it stands in <see cref="NewsDocument.Text"/>.</summary>
    public TextSpan Span => Data.Span;

    /// <summary>The token as written; a new string at each call.</summary>
    public string Text => Span.In(_document.Text);

    /// <summary>The token as written, without a copy.</summary>
    public ReadOnlySpan<char> AsSpan() => _document.Text.AsSpan(Data.Start, Data.End - Data.Start);

    /// <summary>Dictionary form (<c>said</c>: <c>say</c>); null where the pipeline has no tagging step.</summary>
    public string? Lemma => _document.LemmaAt(Index);

    /// <summary>
    /// Universal part of speech; <see cref="PartOfSpeech.None"/> where the pipeline has no tagging step. A syntax step mends some, with their tags and lemmas.
    /// </summary>
    public PartOfSpeech Pos => Data.Pos;

    /// <summary>Penn Treebank tag (<c>NNS</c>); null where the pipeline has no tagging step.</summary>
    public string? Tag => Data.Pos == PartOfSpeech.None ? null : Tagging.PennTags.Names[Data.Tag];

    /// <summary>Index of the head among <see cref="NewsDocument.Tokens"/>; -1 for a root and where the pipeline has no syntax step.</summary>
    public int Head => Data.Head;

    /// <summary>Universal Dependencies relation to the head (<c>nsubj</c>, <c>root</c>); null where the pipeline has no syntax step.</summary>
    public string? Relation => _document.Has(Layers.Syntax) ? Syntax.Relations.Names[Data.Relation] : null;

    private ref readonly TokenData Data => ref _document.TokenDataAt(Index);

    /// <inheritdoc />
    public override string ToString() => Text;
}
