using System.Text;

namespace NewsNlp.Html;

/// <summary>Gathers the readable text of a page and where each piece of it came from; a run of white space becomes one space.</summary>
internal sealed class PlainTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<AlignedPiece> _pieces = [];
    private int _blockStart = int.MaxValue;
    private int _sourceEnd;

    // White space that is written only when more text follows in the block.
    private int _spaceStart = -1;
    private int _spaceEnd;
    private int _breaks;

    /// <summary>True where the block at hand has text.</summary>
    public bool InBlock => _blockStart < _text.Length;

    public int Length => _text.Length;

    public string Text => _text.ToString();

    public IReadOnlyList<AlignedPiece> Pieces => _pieces;

    /// <summary>Line breaks since the last text.</summary>
    public int Breaks => _breaks;

    /// <summary>Ends the block at hand and gives its span; null where it has no text.</summary>
    public TextSpan? EndBlock()
    {
        _spaceStart = -1;
        _breaks = 0;
        TextSpan? ended = InBlock ? new TextSpan(_blockStart, _text.Length) : null;
        _blockStart = int.MaxValue;
        return ended;
    }

    public void AddBreak(int start, int end)
    {
        AddSpace(start, end);
        _breaks++;
    }

    public void AddSpace(int start, int end)
    {
        if (_spaceStart < 0) _spaceStart = start;
        _spaceEnd = end;
    }

    /// <summary>Adds characters that stand for <c>source[start..end]</c>.</summary>
    public void Add(ReadOnlySpan<char> characters, int start, int end)
    {
        BeforeText(start);
        bool continues = _pieces.Count > 0 && characters.Length == end - start && start == _sourceEnd && IsCopy(_pieces[^1]);
        if (continues) _pieces[^1] = _pieces[^1] with { SourceEnd = end };
        else _pieces.Add(new AlignedPiece(_text.Length, start, end));
        _text.Append(characters);
        _sourceEnd = end;
    }

    private bool IsCopy(AlignedPiece piece) => _text.Length - piece.Plain == piece.SourceEnd - piece.Source;

    private void BeforeText(int start)
    {
        if (!InBlock) OpenBlock(start);
        else if (_spaceStart >= 0) AddWhite(_breaks > 0 ? "\n" : " ", _spaceStart, _spaceEnd);
        _spaceStart = -1;
        _breaks = 0;
    }

    private void OpenBlock(int start)
    {
        if (_text.Length > 0) AddWhite("\n\n", start, start);
        _blockStart = _text.Length;
    }

    private void AddWhite(string white, int start, int end)
    {
        _pieces.Add(new AlignedPiece(_text.Length, start, end));
        _text.Append(white);
        _sourceEnd = end;
    }
}
