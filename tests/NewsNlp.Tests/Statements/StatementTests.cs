using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class StatementTests
{
    private static readonly string[] Files = ["Statements.txt", "StatementsFrames.txt", "StatementsSpeakers.txt", "StatementsVoices.txt"];

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (SpecCase item in Files.SelectMany(SpecCase.Read))
            if (item.Expected.Any(line => line[0] != '?')) cases.Add(item.Passage, string.Join('\n', item.Expected.Where(line => line[0] != '?')));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Statements_are_found_with_their_speakers(string passage, string expected)
    {
        IReadOnlyList<Statement> statements = NewsPipeline.English.Read(passage).Statements;
        string[] found = [.. statements.Select(statement => Describe(statement, passage))];
        if (expected == "none") Assert.Empty(found);
        else Assert.All(expected.Split('\n'), line => Assert.Contains(line, found, StringComparer.OrdinalIgnoreCase));
    }

    private static string Describe(Statement statement, string text)
    {
        string cue = statement.Cue is { } one ? one.Span.In(text) : "-";
        return $"{statement.Speaker?.Name ?? "-"} | {cue} | {string.Join(" … ", statement.Content.Select(part => Bare(part.In(text))))}";
    }

    private static string Bare(string words) => words.Trim('"', '“', '”', '„', '«', '»', '‘', '’', '\'', '.', ',', '!', '?', ' ');
}
