namespace NewsNlp.Quantities;

/// <summary>A quantity of the sentence at hand, while its neighbours may still change it.</summary>
internal struct FoundQuantity
{
    public int First;
    public int End;

    /// <summary>Behind the head of the counted phrase; 0 where there is none.</summary>
    public int PhraseEnd;

    /// <summary>Where the words before it that qualify it begin; the quantity itself where there are none.</summary>
    public int QualifiedFirst;

    /// <summary>Behind the words after it that qualify it.</summary>
    public int QualifiedEnd;
    public QuantityType Type;
    public double Value;
    public double? Upper;
    public bool Vague;
    public string? Unit;
    public string? Per;
    public QuantityModifier Modifier;

    /// <summary>Its last scale, 1 where it has none; lent to the numbers of a list before it.</summary>
    public double Scale;

    /// <summary>The unit stands before the number, as <c>$</c> does; lent to the numbers of a list behind it.</summary>
    public bool UnitBefore;

    /// <summary>A duration: never handed out.</summary>
    public bool IsTime;

    /// <summary>Its two ends may stand in either order.</summary>
    public bool MayDescend;

    /// <summary>The next atom to read.</summary>
    public readonly int Next => Math.Max(End, PhraseEnd);

    public readonly bool IsBare => Type == QuantityType.Number && Unit is null && !Vague;

    public static FoundQuantity From(in NumberData number) => new()
    {
        First = number.First,
        End = number.End,
        Value = number.Value,
        Scale = number.Scale,
        Vague = number.Kind == NumberKind.Vague,
    };
}
