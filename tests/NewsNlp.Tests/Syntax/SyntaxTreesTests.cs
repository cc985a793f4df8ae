using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Syntax;
using Xunit;

namespace NewsNlp.Tests.Syntax;

public sealed class SyntaxTreesTests
{
    // The(1) mayor(2) of(4) Brno(1) said(-1) she(6) won(4)
    private static readonly SyntaxTrees Trees = Of(1, 4, 3, 1, -1, 6, 4);

    [Theory]
    [InlineData(4, "1 6")]
    [InlineData(1, "0 3")]
    [InlineData(3, "2")]
    [InlineData(0, "")]
    public void Children_come_in_text_order(int token, string expected)
    {
        List<int> children = [];
        foreach (int child in Trees.Children(token)) children.Add(child);
        Assert.Equal(expected, string.Join(' ', children));
    }

    [Theory]
    [InlineData(4, 0, 7)]
    [InlineData(1, 0, 4)]
    [InlineData(3, 2, 4)]
    [InlineData(6, 5, 7)]
    [InlineData(2, 2, 3)]
    public void Subtrees_are_token_ranges(int token, int first, int end) => Assert.Equal((first, end), Trees.Subtree(token));

    [Fact]
    public void Ancestors_lead_to_the_root()
    {
        List<int> path = [];
        foreach (int ancestor in Trees.Ancestors(2)) path.Add(ancestor);
        Assert.Equal([3, 1, 4], path);
    }

    [Fact]
    public void A_token_is_within_its_ancestors_only()
    {
        Assert.True(Trees.IsWithin(2, 1));
        Assert.True(Trees.IsWithin(2, 2));
        Assert.False(Trees.IsWithin(1, 2));
        Assert.False(Trees.IsWithin(5, 1));
    }

    [Fact]
    public void One_long_chain_takes_linear_time()
    {
        int[] heads = [.. Enumerable.Range(0, 1_000_000).Select(i => i - 1)];
        Assert.Equal((0, 1_000_000), Of(heads).Subtree(0));
    }

    private static SyntaxTrees Of(params int[] heads)
    {
        DocumentDraft draft = new("", new ArticleLayout(new TextSpan(0, 0), []), published: null);
        for (int i = 0; i < heads.Length; i++)
        {
            draft.AddToken(0, 0);
            draft.TokenBuffer[i].Head = heads[i];
        }
        return SyntaxTrees.Of(draft);
    }
}
