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

    /// <summary>The first roles, those of the words that moves join, reach the whole hidden layer; the others only its first <see cref="NarrowWidth"/> places.</summary>
    public const int WideRoles = 3, NarrowWidth = 64;

    /// <summary>The roles of children come last; what relation a child has is a fact too, as narrow as the role.</summary>
    public const int FirstChildRole = 6, Relations = (Roles - FirstChildRole) * RelationRows;

    /// <summary>Facts other than relations, one row each, and rows for all values of all of them.</summary>
    public const int Facts = 6, FactRows = DepthAt + 4;

    /// <summary>Facts come in pairs; all pairs together have so many rows.</summary>
    public const int Pairs = 3, AllPairs = Pairs * PairRows;

    private const int PairRows = 64, RelationRows = 64;
    private const int TopChildrenAt = 0;
    private const int BelowChildrenAt = TopChildrenAt + 16;
    private const int NextChildrenAt = BelowChildrenAt + 16;
    private const int NextDistanceAt = NextChildrenAt + 4;
    private const int BelowDistanceAt = NextDistanceAt + 8;
    private const int DepthAt = BelowDistanceAt + 8;

    /// <summary>Roles that nearly every word comes into; into the others fewer than half do.</summary>
    public static ReadOnlySpan<int> UsualRoles => [0, 2, 4, 5];

    /// <summary>How much of a hidden layer of a width a role reaches.</summary>
    public static int WidthOf(int role, int hidden) => role < WideRoles ? hidden : NarrowWidth;

    /// <summary>Where a role's columns begin where those of all roles stand side by side; for <see cref="Roles"/> where they end.</summary>
    public static int ColumnOf(int role, int hidden) => Math.Min(role, WideRoles) * hidden + Math.Max(0, role - WideRoles) * NarrowWidth;

    /// <summary>The word in each role, <see cref="ParserState.None"/> where there is none.</summary>
    [SkipLocalsInit]
    public static void FillRoles(ParserState state, Span<int> roles)
    {
        int top = state.Stack(0), below = state.Stack(1), next = state.Buffer(0);
        roles[0] = top;
        roles[1] = below;
        roles[2] = next;
        roles[3] = state.Stack(2);
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
        Span<int> pairs = stackalloc int[Pairs];
        FillPairs(state, roles, pairs);
        for (int i = 0; i < Pairs; i++) (facts[2 * i], facts[2 * i + 1]) = FactsOfPair(pairs[i]);
    }

    /// <summary>The row that a child's relation has in a role; relation 0 where the role has no word.</summary>
    public static int RelationRow(int role, byte relation) => (role - FirstChildRole) * RelationRows + relation;

    /// <summary>A number for each pair of facts, which says both.</summary>
    public static void FillPairs(ParserState state, ReadOnlySpan<int> roles, Span<int> pairs)
    {
        int top = roles[0], below = roles[1], next = roles[2];
        pairs[0] = Children(state, top) * 4 + Math.Min(state.StackSize, 3);
        pairs[1] = PairRows + Children(state, below) * 4 + Math.Min(state.LeftCount(next), 3);
        pairs[2] = 2 * PairRows + Distance(top, next) * 8 + Distance(below, top);
    }

    /// <summary>The rows of the two facts of a pair.</summary>
    public static (int First, int Second) FactsOfPair(int pair)
    {
        int row = pair % PairRows;
        return (pair / PairRows) switch
        {
            0 => (TopChildrenAt + row / 4, DepthAt + row % 4),
            1 => (BelowChildrenAt + row / 4, NextChildrenAt + row % 4),
            _ => (NextDistanceAt + row / 8, BelowDistanceAt + row % 8),
        };
    }

    private static int Children(ParserState state, int word) => Math.Min(state.LeftCount(word), 3) * 4 + Math.Min(state.RightCount(word), 3);

    private static int Distance(int left, int right)
    {
        if (left < 0 || right < 0) return 0;
        return (right - left) switch { 1 => 1, 2 => 2, 3 => 3, <= 5 => 4, <= 8 => 5, <= 14 => 6, _ => 7 };
    }
}
