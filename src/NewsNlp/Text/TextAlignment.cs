namespace NewsNlp;

/// <summary>
/// Says where each part of a plain text stands in the text it was taken from, for example a web page in its HTML. Immutable and safe
/// to share between threads.
/// </summary>
/// <remarks>
/// Both texts run in the same order. A character reference (<c>&amp;amp;</c>) and a run of white space stand for one character of the
/// plain text; a break between paragraphs stands for nothing of the source.
/// </remarks>
public sealed class TextAlignment
{
    private readonly int[] _plain;
    private readonly int[] _source;
    private readonly int[] _sourceEnd;

    internal TextAlignment(string text, string source, IReadOnlyList<AlignedPiece> pieces)
    {
        Text = text;
        Source = source;
        _plain = [.. pieces.Select(piece => piece.Plain)];
        _source = [.. pieces.Select(piece => piece.Source)];
        _sourceEnd = [.. pieces.Select(piece => piece.SourceEnd)];
    }

    /// <summary>The plain text.</summary>
    public string Text { get; }

    /// <summary>The text it was taken from, as given.</summary>
    public string Source { get; }

    /// <summary>
    /// Where <paramref name="span"/> of <see cref="Text"/> stands in <see cref="Source"/>: from its first to its last character, with
    /// any markup between them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> reaches past the end of the plain text.</exception>
    public TextSpan ToSource(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Text.Length, nameof(span));
        if (span.IsEmpty)
        {
            int at = span.Start < Text.Length ? StartOf(span.Start) : EndOf(Text.Length);
            return new TextSpan(at, at);
        }
        int start = StartOf(span.Start);
        return new TextSpan(start, Math.Max(start, EndOf(span.End)));
    }

    private int StartOf(int plain)
    {
        int piece = PieceAt(plain);
        return IsCopy(piece) ? _source[piece] + plain - _plain[piece] : _source[piece];
    }

    private int EndOf(int plain)
    {
        if (plain == 0) return 0;
        int piece = PieceAt(plain - 1);
        return IsCopy(piece) ? _source[piece] + plain - _plain[piece] : _sourceEnd[piece];
    }

    private bool IsCopy(int piece)
    {
        int plainEnd = piece + 1 < _plain.Length ? _plain[piece + 1] : Text.Length;
        return plainEnd - _plain[piece] == _sourceEnd[piece] - _source[piece];
    }

    private int PieceAt(int plain)
    {
        int index = Array.BinarySearch(_plain, plain);
        return index >= 0 ? index : ~index - 1;
    }
}

/// <summary>A stretch of plain text from <c>Plain</c> on, up to the next piece, that stands for <c>Source..SourceEnd</c>.</summary>
internal readonly record struct AlignedPiece(int Plain, int Source, int SourceEnd);
