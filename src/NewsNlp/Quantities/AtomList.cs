namespace NewsNlp.Quantities;

/// <summary>The atoms of one sentence, with the questions the readers ask of them. Any index may be asked.</summary>
internal sealed class AtomList(QuantityVocabulary vocabulary)
{
    private const int UsualCapacity = 256;

    // What one sentence out of all measure needed is not kept for the next article.
    private const int LargestKept = 1 << 14;

    private Atom[] _atoms = new Atom[UsualCapacity];
    private Atom _outside;

    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>True where the sentence has digits or a word of number.</summary>
    public bool HasNumber { get; private set; }

    public ref readonly Atom this[int index]
    {
        get
        {
            if ((uint)index < (uint)Count) return ref _atoms[index];
            _outside = default;
            return ref _outside;
        }
    }

    public void Clear(string text)
    {
        Text = text;
        Count = 0;
        HasNumber = false;
    }

    /// <summary>Lets go of the text, and of the room that few texts need.</summary>
    public void Release()
    {
        Clear("");
        if (_atoms.Length > LargestKept) _atoms = new Atom[UsualCapacity];
    }

    public void Add(in Atom atom)
    {
        if (Count == _atoms.Length) Array.Resize(ref _atoms, Count * 2);
        _atoms[Count++] = atom;
        if (atom.Kind == AtomKind.Number) HasNumber = true;
        else if (atom.Word != 0) HasNumber |= IsNumberWord(vocabulary[atom.Word]);
    }

    /// <summary>Tells each atom its token; both are in text order.</summary>
    public void SetTokens(Drafts.DocumentDraft draft, int token, int endToken)
    {
        for (int i = 0; i < Count; i++)
        {
            while (token + 1 < endToken && draft.TokenBuffer[token + 1].Start <= _atoms[i].Start) token++;
            _atoms[i].Token = token;
        }
    }

    public ref readonly WordInfo Info(int index) => ref vocabulary[this[index].Word];

    public bool Has(int index, Cue cue) => (vocabulary[this[index].Word].Cues & cue) != 0;

    public NumberRole Role(int index) => vocabulary[this[index].Word].Role;

    public bool IsWord(int index) => this[index].Kind == AtomKind.Word;

    public bool IsNumber(int index) => this[index].Kind == AtomKind.Number;

    public bool IsSymbol(int index, char symbol) => this[index].Kind == AtomKind.Symbol && this[index].First == symbol;

    public bool Glued(int index) => this[index].Glued;

    /// <summary>Any of the strokes that join two words or numbers.</summary>
    public bool IsDash(int index) => this[index].Kind == AtomKind.Symbol && this[index].First is '-' or '–' or '‐' or '‑' or '−' or '—';

    /// <summary>A stroke without space on either side.</summary>
    public bool IsHyphen(int index) => IsDash(index) && this[index].Glued && this[index + 1].Glued;

    public bool IsCapital(int index) => IsWord(index) && char.IsUpper(this[index].First);

    public ReadOnlySpan<char> Slice(int index) => Text.AsSpan(this[index].Start, this[index].Length);

    public bool Is(int index, ReadOnlySpan<char> word) => Slice(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumberWord(in WordInfo info) => (info.Role != NumberRole.None && info.Role != NumberRole.Short) || info.Ordinal != 0 || info.Parts != 0
        || (info.Cues & (Cue.Pair | Cue.Alone)) != 0;
}
