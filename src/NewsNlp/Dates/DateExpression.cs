namespace NewsNlp;

/// <summary>TIMEX3's four types of time expression.</summary>
public enum DateType : byte
{
    /// <summary>A calendar date of any grain, from a day to a century.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A time that recurs.</summary>
    Set,
}

/// <summary>A date, time, duration or recurring time, with its TIMEX3 value.</summary>
public readonly record struct DateExpression
{
    private readonly string _text;

    internal DateExpression(string text, TextSpan span, DateType type, string value)
    {
        _text = text;
        Span = span;
        Type = type;
        Value = value;
    }

    /// <summary>The whole expression as written.</summary>
    public TextSpan Span { get; }

    /// <summary>Which of TIMEX3's types it is.</summary>
    public DateType Type { get; }

    /// <summary>
    /// ISO 8601 as TIMEX3 extends it: <c>2025-06-04</c>, <c>2025-W23</c>, <c>P2W</c>, <c>XXXX-WXX-2</c>, <c>PRESENT_REF</c>. Parts that
    /// nothing tells are <c>X</c>.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// The other end of a range, written as <see cref="Value"/>; null where there is none. <c>June 4-6</c> is one expression; in
    /// <c>from Monday to Friday</c> the two days are an expression each, as TimeML has it, and the first one bears the other end.
    /// </summary>
    public string? Upper { get; init; }

    /// <summary>What words such as <c>early</c>, <c>about</c> and <c>more than</c> do to the value; they are part of the expression.</summary>
    public DateModifier Modifier { get; init; }

    /// <summary>The zone that is named with a time of day; the value is that zone's own time. Null where none is named.</summary>
    public TimeSpan? UtcOffset { get; init; }

    /// <summary>The expression as written; a new string at each call.</summary>
    public string Text => Span.In(_text);

    /// <inheritdoc />
    public override string ToString() => Text;
}
