namespace NewsNlp.Quantities;

internal enum AtomKind : byte
{
    /// <summary>Outside the sentence.</summary>
    None,

    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>Digits with their grouping and decimal point.</summary>
    Number,

    /// <summary>Any other character.</summary>
    Symbol,
}

/// <summary>How digits are written.</summary>
[Flags]
internal enum NumeralForm : byte
{
    Plain = 0,
    Grouped = 1,
    Decimal = 2,

    /// <summary>Several points, as a version or an address has them: no number.</summary>
    Dotted = 4,
    LeadingZero = 8,

    /// <summary>Holds a vulgar fraction: <c>1½</c>.</summary>
    Vulgar = 16,
}

/// <summary>The smallest piece that quantities are read from. It does not depend on how the tokenizer cuts <c>$5m</c> or <c>40-km</c>.</summary>
internal struct Atom
{
    public int Start;
    public int End;

    /// <summary>The token that holds its first character.</summary>
    public int Token;

    /// <summary>Number in the vocabulary; 0 for a word in no table.</summary>
    public int Word;
    public AtomKind Kind;
    public NumeralForm Form;

    /// <summary>No space before it.</summary>
    public bool Glued;

    /// <summary>The symbol itself; for a word its first letter.</summary>
    public char First;

    /// <summary>Of a number; not finite where a double cannot hold it.</summary>
    public double Value;

    public readonly int Length => End - Start;
}
