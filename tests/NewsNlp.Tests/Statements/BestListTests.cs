using NewsNlp.Statements.Learned;
using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class BestListTests
{
    [Fact]
    public void The_best_are_kept_best_first_and_of_equals_the_first_added()
    {
        BestList<string> list = new(4);
        foreach ((string item, int score) in new[] { ("a", 3), ("b", 5), ("c", 3), ("d", 1), ("e", 5), ("f", 4) }) list.Add(item, score);
        Assert.Equal(["b 5", "e 5", "f 4", "a 3"], Enumerable.Range(0, list.Count).Select(i => $"{list[i].Item} {list[i].Score}"));
    }

    [Fact]
    public void Cleared_it_is_empty()
    {
        BestList<int> list = new(2);
        list.Add(1, 1);
        list.Clear();
        Assert.Equal(0, list.Count);
    }
}
