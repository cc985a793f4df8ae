using NewsNlp.Syntax;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// How many arcs of the right tree a move puts out of reach, in any state, also one that the right moves do not lead to (Goldberg and
/// Nivre 2013, for arc-hybrid). Non-projective arcs need no care: the least costly move is the best one.
/// </summary>
internal static class DynamicOracle
{
    public static int Cost(ParserState state, int[] heads, ParserMove move) => move switch
    {
        ParserMove.Shift => ShiftCost(state, heads),
        ParserMove.Left => LeftCost(state, heads),
        _ => RightCost(state, heads),
    };

    // The next word loses a head below the top and its children on the stack. The root must come to an empty stack.
    private static int ShiftCost(ParserState state, int[] heads)
    {
        int next = state.Next, head = heads[next];
        int cost = head < 0 && state.StackSize > 0 ? 1 : 0;
        for (int depth = 0; depth < state.StackSize; depth++)
        {
            int word = state.Stack(depth);
            if (heads[word] == next || (depth > 0 && head == word)) cost++;
        }
        return cost;
    }

    private static int LeftCost(ParserState state, int[] heads)
    {
        int top = state.Stack(0), head = heads[top], next = state.Next;
        bool losesHead = head < 0 ? state.StackSize == 1 : head > next || head == state.Stack(1);
        return (losesHead ? 1 : 0) + ChildrenToCome(state, heads, top);
    }

    private static int RightCost(ParserState state, int[] heads)
    {
        int top = state.Stack(0);
        return (heads[top] >= state.Next ? 1 : 0) + ChildrenToCome(state, heads, top);
    }

    private static int ChildrenToCome(ParserState state, int[] heads, int head)
    {
        int count = 0;
        for (int word = state.Next; word < state.Count; word++) if (heads[word] == head) count++;
        return count;
    }
}
