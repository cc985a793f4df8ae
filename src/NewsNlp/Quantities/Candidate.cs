namespace NewsNlp.Quantities;

/// <summary>A quantity that is being put together from atoms <c>[First, End)</c>.</summary>
internal struct Candidate
{
    public int First;
    public int End;

    /// <summary>The number that the value comes from, for sharing scales in ranges and lists.</summary>
    public NumberMatch Number;
    public QuantityType Type;
    public double Value;
    public double? Upper;
    public string? Unit;
    public QuantityModifier Modifier;

    /// <summary>Where the words begin that qualify it; <see cref="First"/> where none do.</summary>
    public int PhraseFirst;

    /// <summary>Has a currency, unit or counted noun of its own.</summary>
    public readonly bool HasUnit => Unit is not null;
}
