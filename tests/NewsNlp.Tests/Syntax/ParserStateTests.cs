using CsCheck;
using NewsNlp.Syntax;
using NewsNlp.Training.Syntax;
using Xunit;

namespace NewsNlp.Tests.Syntax;

public sealed class ParserStateTests
{
    [Fact]
    public void Any_moves_end_in_one_projective_tree() => Gen.Select(Gen.Int[1, 30], Gen.Int).Sample((count, seed) =>
    {
        int[] heads = RandomTree(count, seed);
        Assert.Single(heads, head => head < 0);
        for (int word = 0; word < count; word++)
        {
            int steps = 0;
            for (int at = word; at >= 0; at = heads[at]) Assert.True(steps++ <= count, "a cycle");
            for (int between = Math.Min(word, heads[word]) + 1; heads[word] >= 0 && between < Math.Max(word, heads[word]); between++)
                Assert.InRange(heads[between], Math.Min(word, heads[word]), Math.Max(word, heads[word]));
        }
    });

    [Fact]
    public void The_oracle_leads_to_any_projective_tree() => Gen.Select(Gen.Int[1, 30], Gen.Int).Sample((count, seed) =>
    {
        int[] expected = RandomTree(count, seed);
        ParserState state = new(count);
        state.Start(count);
        while (!state.IsDone) Take(state, Allowed(state).First(move => DynamicOracle.Cost(state, expected, move) == 0));
        Assert.Equal(expected, Heads(state));
    });

    [Fact]
    public void The_oracle_s_cost_is_what_the_best_end_lacks() => Gen.Select(Gen.Int[1, 6], Gen.Int, Gen.Int).Sample((count, treeSeed, walkSeed) =>
    {
        int[] expected = RandomTree(count, treeSeed);
        Random random = new(walkSeed);
        ParserState state = new(count);
        List<ParserMove> walk = [];
        state.Start(count);
        while (!state.IsDone)
        {
            int best = BestEnd(walk, count, expected);
            foreach (ParserMove move in Allowed(state))
                Assert.Equal(best - BestEnd([.. walk, move], count, expected), DynamicOracle.Cost(state, expected, move));
            ParserMove[] moves = [.. Allowed(state)];
            walk.Add(moves[random.Next(moves.Length)]);
            Take(state, walk[^1]);
        }
    });

    // The most right heads that any moves after these reach.
    private static int BestEnd(List<ParserMove> walk, int count, int[] expected)
    {
        ParserState state = new(count);
        state.Start(count);
        foreach (ParserMove move in walk) Take(state, move);
        if (state.IsDone) return Heads(state).Zip(expected).Count(pair => pair.First == pair.Second);
        return Allowed(state).Max(move => BestEnd([.. walk, move], count, expected));
    }

    private static int[] RandomTree(int count, int seed)
    {
        Random random = new(seed);
        ParserState state = new(count);
        state.Start(count);
        while (!state.IsDone)
        {
            ParserMove[] moves = [.. Allowed(state)];
            Take(state, moves[random.Next(moves.Length)]);
        }
        return Heads(state);
    }

    private static IEnumerable<ParserMove> Allowed(ParserState state) => Enum.GetValues<ParserMove>().Where(state.Allows);

    private static void Take(ParserState state, ParserMove move)
    {
        if (move == ParserMove.Shift) state.Shift();
        else if (move == ParserMove.Left) state.Left(1);
        else state.Right(1);
    }

    private static int[] Heads(ParserState state) => [.. Enumerable.Range(0, state.Count).Select(state.Head)];
}
