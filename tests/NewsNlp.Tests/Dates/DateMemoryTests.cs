using NewsNlp.Dates;
using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Tokens;
using Xunit;

namespace NewsNlp.Tests.Dates;

public sealed class DateMemoryTests
{
    private static readonly IStep Tokens = TokenStep.Recipe.Create(ModelSource.Embedded), Step = DateStep.Recipe.Create(ModelSource.Embedded);

    [Fact]
    public void The_step_costs_no_memory_for_each_token()
    {
        long little = BytesOf(500), much = BytesOf(5000);
        Assert.True(much <= little, $"{little} bytes for 500 sentences, {much} for 5000");
    }

    // Words that are looked up and lead nowhere: none of them is a date.
    private static long BytesOf(int sentences)
    {
        string text = string.Concat(Enumerable.Repeat("The second man may march to the fall of the house, and 52 of 1,400 sat by a quarter of it. ", sentences));
        DocumentDraft draft = new(text, new ArticleLayout(new TextSpan(0, text.Length), [new Block(new TextSpan(0, text.Length), BlockKind.Paragraph)]), new DateOnly(2025, 6, 4));
        Tokens.Run(draft);
        Step.Run(draft);
        Assert.Empty(draft.Dates);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step.Run(draft);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
