namespace NewsNlp;

/// <summary>
/// A half-open stretch <c>[Start, End)</c> of a text, in UTF-16 code units of the string the caller handed in.
/// </summary>
/// <remarks>Never negative and never reversed; an empty span has <c>Start == End</c>.</remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Makes the span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or lies behind <paramref name="end"/>.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Index of the first code unit.</summary>
    public int Start { get; }

    /// <summary>Index just behind the last code unit.</summary>
    public int End { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True where the span covers nothing.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>The span as a <see cref="System.Range"/>, so that <c>text[span.Range]</c> is what it covers.</summary>
    public Range Range => Start..End;

    /// <summary>True where <paramref name="other"/> lies wholly within this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True where the code unit at <paramref name="index"/> is covered.</summary>
    public bool Contains(int index) => Start <= index && index < End;

    /// <summary>True where the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>What the span covers in <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the end of the text.</exception>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by start, then by end.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => $"[{Start}..{End})";
}
