using NewsNlp.Syntax;

namespace NewsNlp.Training.Syntax;

/// <summary>How wide the layers of the parser's network are; multiples of 64.</summary>
/// <param name="Word">Numbers that describe a word alone.</param>
/// <param name="Token">Numbers that describe a word among its neighbours.</param>
/// <param name="Hidden">Numbers that describe a state.</param>
internal sealed record NetworkSize(int Word, int Token, int Hidden)
{
    public int AllRoles => StateFeatures.Roles * Hidden;
}
