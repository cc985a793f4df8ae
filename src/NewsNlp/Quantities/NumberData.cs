namespace NewsNlp.Quantities;

internal enum NumberKind : byte
{
    Cardinal,
    Ordinal,

    /// <summary>Parts of a whole: <c>two-thirds</c>.</summary>
    Fraction,

    /// <summary>Names an order of magnitude, no value: <c>hundreds of thousands</c>.</summary>
    Vague,
}

/// <summary>A number as read, atoms <c>[First, End)</c>.</summary>
internal struct NumberData
{
    public int First;
    public int End;
    public double Value;
    public NumberKind Kind;

    /// <summary>Begins with digits.</summary>
    public bool Literal;

    /// <summary>What the number ends in where it is that alone that makes it large (<c>3 million</c>: a million); else 1.</summary>
    public double Scale;

    /// <summary>Has a sign of its own, or <c>minus</c>.</summary>
    public bool Signed;

    /// <summary>Written <c>3/4</c>.</summary>
    public bool Slashed;
}
