using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>The atoms of one sentence with the questions that readers ask of them. An index out of range is the sentence's edge.</summary>
internal sealed class AtomView
{
    private DocumentDraft _draft = null!;

    public List<Atom> Atoms { get; } = [];

    public int Count => Atoms.Count;

    public DocumentDraft Draft => _draft;

    public void Read(DocumentDraft draft, SentenceData sentence)
    {
        _draft = draft;
        AtomLexer.Read(draft, sentence.FirstToken, sentence.EndToken, Atoms);
    }

    public bool In(int i) => (uint)i < (uint)Atoms.Count;

    public ReadOnlySpan<char> Text(int i) => In(i) ? _draft.Text.AsSpan(Atoms[i].Start, Atoms[i].Length) : default;

    /// <summary>The text from atom <paramref name="first"/> up to <paramref name="end"/>, as written.</summary>
    public ReadOnlySpan<char> Text(int first, int end) => _draft.Text.AsSpan(Atoms[first].Start, Atoms[end - 1].End - Atoms[first].Start);

    public bool Is(int i, ReadOnlySpan<char> word) => In(i) && Text(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(int i, char c) => In(i) && Atoms[i].Kind == AtomKind.Symbol && _draft.Text[Atoms[i].Start] == c;

    public bool IsNumber(int i) => In(i) && Atoms[i].Kind == AtomKind.Number;

    public bool IsWord(int i) => In(i) && Atoms[i].Kind == AtomKind.Word;

    public bool Glued(int i) => In(i) && Atoms[i].Glued;

    public bool IsHyphen(int i) => In(i) && Atoms[i].Kind == AtomKind.Symbol && _draft.Text[Atoms[i].Start] is '-' or '‐' or '‑';

    public bool IsDash(int i) => IsHyphen(i) || (In(i) && _draft.Text[Atoms[i].Start] is '–' or '—' or '−');

    /// <summary>Part of speech of the token that the atom stands in; None past the edges and without tags.</summary>
    public PartOfSpeech Pos(int i) => In(i) ? _draft.TokenBuffer[Atoms[i].Token].Pos : PartOfSpeech.None;

    public string Tag(int i) => In(i) ? Tagging.PennTags.Names[_draft.TokenBuffer[Atoms[i].Token].Tag] : "";

    public bool StartsUpper(int i) => In(i) && char.IsUpper(_draft.Text[Atoms[i].Start]);

    public TextSpan Span(int first, int end) => new(Atoms[first].Start, Atoms[end - 1].End);
}
