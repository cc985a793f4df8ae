using NewsNlp.Cli.Inputs;
using Xunit;

namespace NewsNlp.Tests.Cli;

public sealed class JsonLinesTests
{
    [Fact]
    public void All_fields_are_read()
    {
        InputItem item = JsonLines.Read("""{"id": "a-42", "text": "Hi.", "published": "2025-06-04", "title": "T", "html": true}""", 1, null)!;
        Assert.Equal(new InputItem("a-42", "Hi.", InputKind.Html, new DateOnly(2025, 6, 4)), item);
    }

    [Theory]
    [InlineData("""{"text": "Hi."}""", null, null)]
    [InlineData("""{"id": 7, "text": "Hi.", "published": null}""", "7", null)]
    [InlineData("""{"text": "Hi.", "published": "2025-06-04T23:59:59-08:00"}""", null, "2025-06-04")]
    public void Fields_may_be_absent_or_odd(string line, string? id, string? published)
    {
        InputItem item = JsonLines.Read(line, 1, null)!;
        Assert.Equal(id, item.Id);
        Assert.Equal(published, item.Published?.ToString("yyyy-MM-dd"));
        Assert.Null(item.Error);
    }

    [Theory]
    [InlineData("{bad")]
    [InlineData("[1]")]
    [InlineData("{} {}")]
    [InlineData("""{"id": "x"}""")]
    [InlineData("""{"text": 5}""")]
    [InlineData("""{"text": "a", "published": "soon"}""")]
    [InlineData("""{"text": "a", "published": 20250604}""")]
    [InlineData("""{"text": "a", "published": "2025-06-31"}""")]
    public void A_line_that_cannot_be_read_is_an_error_with_its_number(string line)
    {
        InputItem item = JsonLines.Read(line, 17, null)!;
        Assert.Equal(17, item.Error?.Line);
        Assert.NotEmpty(item.Error!.Message);
    }

    [Fact]
    public void Empty_lines_are_nothing() => Assert.Null(JsonLines.Read("  ", 1, null));

    [Fact]
    public void The_runs_day_stands_in_for_a_line_that_tells_none() =>
        Assert.Equal(new DateOnly(2024, 1, 2), JsonLines.Read("""{"text": "a"}""", 1, new DateOnly(2024, 1, 2))!.Published);

    [Theory]
    [InlineData("<!DOCTYPE html>", InputKind.Html)]
    [InlineData("  <html lang='en'>", InputKind.Html)]
    [InlineData("{\"text\": \"a\"}\n", InputKind.Jsonl)]
    [InlineData("{curly} words", InputKind.Auto)]
    [InlineData("Talks began.", InputKind.Auto)]
    [InlineData("", InputKind.Auto)]
    internal void Kind_is_told_by_the_first_line(string line, InputKind kind) => Assert.Equal(kind, InputSniffer.KindOf(line));
}
