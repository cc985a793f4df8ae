using System.Runtime.CompilerServices;

namespace NewsNlp.Syntax;

/// <summary>
/// What of a parser's state its scorer sees: the words in certain roles, and small facts about the state, each a row of a table. Part of
/// the model format, shared by training and run time.
/// </summary>
internal static class StateFeatures
{
    /// <summary>Words in a role: three of the stack, three to come, and outer children of the two on top and of the next.</summary>
    public const int Roles = 11;

    /// <summary>Facts about a state, one row each.</summary>
    public const int Facts = 11;

    /// <summary>Rows for all values of all facts.</summary>
    public const int Rows = DepthAt + 4;

    private const int RelationRoles = 5, FirstRelationRole = 6;
    private const int RelationRows = 64;
    private const int TopChildrenAt = RelationRoles * RelationRows;
    private const int BelowChildrenAt = TopChildrenAt + 16;
    private const int NextChildrenAt = BelowChildrenAt + 16;
    private const int NextDistanceAt = NextChildrenAt + 4;
    private const int BelowDistanceAt = NextDistanceAt + 8;
    private const int DepthAt = BelowDistanceAt + 8;

    /// <summary>The word in each role, <see cref="ParserState.None"/> where there is none.</summary>
    [SkipLocalsInit]
    public static void FillRoles(ParserState state, Span<int> roles)
    {
        int top = state.Stack(0), below = state.Stack(1), next = state.Buffer(0);
        roles[0] = top;
        roles[1] = below;
        roles[2] = state.Stack(2);
        roles[3] = next;
        roles[4] = state.Buffer(1);
        roles[5] = state.Buffer(2);
        roles[6] = state.LeftChild(top);
        roles[7] = state.RightChild(top);
        roles[8] = state.LeftChild(below);
        roles[9] = state.RightChild(below);
        roles[10] = state.LeftChild(next);
    }

    /// <summary>The row of each fact.</summary>
    public static void FillFacts(ParserState state, ReadOnlySpan<int> roles, Span<int> facts)
    {
        int top = roles[0], below = roles[1], next = roles[3];
        for (int i = 0; i < RelationRoles; i++) facts[i] = i * RelationRows + state.Relation(roles[FirstRelationRole + i]);
        facts[5] = TopChildrenAt + Children(state, top);
        facts[6] = BelowChildrenAt + Children(state, below);
        facts[7] = NextChildrenAt + Math.Min(state.LeftCount(next), 3);
        facts[8] = NextDistanceAt + Distance(top, next);
        facts[9] = BelowDistanceAt + Distance(below, top);
        facts[10] = DepthAt + Math.Min(state.StackSize, 3);
    }

    private static int Children(ParserState state, int word) => Math.Min(state.LeftCount(word), 3) * 4 + Math.Min(state.RightCount(word), 3);

    private static int Distance(int left, int right)
    {
        if (left < 0 || right < 0) return 0;
        return (right - left) switch { 1 => 1, 2 => 2, 3 => 3, <= 5 => 4, <= 8 => 5, <= 14 => 6, _ => 7 };
    }
}
