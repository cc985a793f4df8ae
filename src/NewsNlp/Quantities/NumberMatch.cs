namespace NewsNlp.Quantities;

/// <summary>A number as read from atoms <c>[First, End)</c>.</summary>
/// <param name="Value">Not finite where it is too large for a double.</param>
internal readonly record struct NumberMatch(int First, int End, double Value)
{
    /// <summary>Written with digits.</summary>
    public bool Digits { get; init; }

    /// <summary>The scale word in it (<c>million</c>); 1 where there is none.</summary>
    public double Scale { get; init; }

    /// <summary>A neighbour in a list may share the scale.</summary>
    public bool Scaled => Scale > 1;

    /// <summary>Names no value: <c>dozens</c>, <c>hundreds of thousands</c>.</summary>
    public bool Vague { get; init; }

    /// <summary>A part of a whole: <c>two-thirds</c>, <c>half</c>.</summary>
    public bool Fraction { get; init; }

    /// <summary>A bare run of digits without separator, as years, phone numbers and list numbers are.</summary>
    public bool Plain { get; init; }

    /// <summary>The scale is a single letter (<c>5m</c>) that may be a unit instead.</summary>
    public bool LetterScale { get; init; }

    public bool Found => End > First;
}
