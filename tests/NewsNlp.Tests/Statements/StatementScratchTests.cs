using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class StatementScratchTests
{
    private const string Passage = "\"The dam will hold,\" said engineer Orla Dunne on Friday. Marek Lind told the council that the pumps had failed.";

    [Fact]
    public void What_was_read_before_does_not_change_an_answer()
    {
        string[] alone = Read(Passage);
        // More words than the caches of the step keep, so that each place of them is taken anew.
        for (int article = 0; article < 20; article++)
            Read(string.Join(' ', Enumerable.Range(0, 600).Select(i => $"The w{article}x{i} of p{i}q{article} said so.")));
        Assert.NotEmpty(alone);
        Assert.Equal(alone, Read(Passage));
    }

    private static string[] Read(string text) =>
        [.. NewsPipeline.English.Read(text).Statements.Select(s => $"{s.Speaker} {s.Cue?.Span} {string.Join(';', s.Content)} {s.Confidence:R}")];
}
