namespace NewsNlp;

/// <summary>What a quantity measures.</summary>
public enum QuantityType : byte
{
    /// <summary>A bare number.</summary>
    Number,

    /// <summary>How many of a thing: <c>100,000 drones</c>.</summary>
    Count,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A percentage, percentage points or basis points.</summary>
    Percent,

    /// <summary>A factor: <c>tenfold</c>, <c>twice</c>.</summary>
    Multiple,

    /// <summary>A place in an order: <c>third</c>.</summary>
    Ordinal,

    /// <summary>A length, weight, speed or other measure.</summary>
    Measure,

    /// <summary>An age: <c>45-year-old</c>.</summary>
    Age,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>A part of a whole: <c>one in five</c>, <c>two-thirds</c>.</summary>
    Ratio,
}

/// <summary>How a quantity is qualified.</summary>
public enum QuantityModifier : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>about</c>, <c>some</c>, <c>around</c>, <c>nearly</c></summary>
    About,

    /// <summary><c>more than</c>, <c>over</c></summary>
    MoreThan,

    /// <summary><c>less than</c>, <c>under</c></summary>
    LessThan,

    /// <summary><c>at least</c></summary>
    AtLeast,

    /// <summary><c>at most</c>, <c>up to</c></summary>
    AtMost,

    /// <summary><c>up 5%</c></summary>
    Up,

    /// <summary><c>down 5%</c></summary>
    Down,

    /// <summary><c>plus or minus 3 points</c>: the value is how far it may lie off to either side.</summary>
    PlusMinus,
}

/// <summary>A number with what it counts or measures.</summary>
public readonly record struct Quantity
{
    private readonly string _text;

    internal Quantity(string text, TextSpan span, QuantityType type)
    {
        _text = text;
        Span = span;
        Phrase = span;
        Type = type;
    }

    /// <summary>
    /// The number with its unit as written, a modifier left out: <c>350-million-pound</c>; for a count with the noun phrase that is
    /// counted: <c>140,000 artillery shells</c>.
    /// </summary>
    public TextSpan Span { get; }

    /// <summary>The quantity with the words that qualify it (<c>more than 1,200 workers</c>); the same as <see cref="Span"/> where none do.</summary>
    public TextSpan Phrase { get; init; }

    /// <summary>What it measures.</summary>
    public QuantityType Type { get; }

    /// <summary>The value, for a range its lower end; null where the words name none (<c>dozens</c>) or a double cannot hold it.</summary>
    public double? Value { get; init; }

    /// <summary>The upper end of a range; null where there is none.</summary>
    public double? Upper { get; init; }

    /// <summary>
    /// The power that a vague number names where <see cref="Value"/> is null: 100,000 for <c>hundreds of thousands</c>, 12 for
    /// <c>dozens</c>; null for every other quantity.
    /// </summary>
    public double? Magnitude { get; init; }

    /// <summary>What a rate of money or of counted things is reckoned by: <c>barrel</c> for <c>$70 a barrel</c>; null where there is none.</summary>
    public string? Per { get; init; }

    /// <summary>
    /// ISO 4217 code for money; <c>percent</c>; <c>times</c>; the common name of a unit in the singular (<c>kilometre</c>); for a count
    /// the lemma of the counted noun (<c>drone</c>); null for a bare number.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>How it is qualified.</summary>
    public QuantityModifier Modifier { get; init; }

    /// <summary>The quantity as written; a new string at each call.</summary>
    public string Text => Span.In(_text);

    /// <inheritdoc />
    public override string ToString() => Text;
}
