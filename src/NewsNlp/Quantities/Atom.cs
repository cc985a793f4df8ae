namespace NewsNlp.Quantities;

internal enum AtomKind : byte
{
    Number,
    Word,
    Symbol,
}

/// <summary>
/// The smallest piece that numbers are read from: a run of digits with its separators, a word, or a single other character. Atoms do
/// not depend on how the tokenizer cut <c>S$60m</c> or <c>40-km</c>.
/// </summary>
/// <param name="Token">The token in which the atom starts.</param>
/// <param name="Glued">No white space between the atom before and this one.</param>
internal readonly record struct Atom(int Start, int End, int Token, AtomKind Kind, bool Glued)
{
    public int Length => End - Start;
}
