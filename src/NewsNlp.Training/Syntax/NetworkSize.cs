using NewsNlp.Syntax;

namespace NewsNlp.Training.Syntax;

/// <summary>The shape of the parser's network; widths are multiples of 64.</summary>
/// <param name="Word">Numbers that describe a word alone.</param>
/// <param name="Token">Numbers that describe a word among its neighbours.</param>
/// <param name="Hidden">Numbers that describe a state.</param>
/// <param name="Layers">How many layers see neighbours, one after another.</param>
internal sealed record NetworkSize(int Word, int Token, int Hidden, int Layers)
{
    /// <summary>Columns of all roles side by side.</summary>
    public int AllRoles => StateFeatures.ColumnOf(StateFeatures.Roles, Hidden);

    public int ColumnOf(int role) => StateFeatures.ColumnOf(role, Hidden);

    public int WidthOf(int role) => StateFeatures.WidthOf(role, Hidden);
}
