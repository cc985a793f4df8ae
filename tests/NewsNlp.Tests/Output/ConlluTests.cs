using NewsNlp.Tests.Invariants;
using Xunit;

namespace NewsNlp.Tests.Output;

public sealed class ConlluTests
{
    [Fact]
    public void Every_token_line_has_ten_columns()
    {
        NewsDocument document = NewsPipeline.English.Read(SampleNews.Article + "\tA tab.\r\nA line.");
        string[] lines = Conllu.Serialize(document, "a\nb").Split('\n');
        string[] tokens = [.. lines.Where(line => line.Length > 0 && line[0] != '#')];
        Assert.Equal(document.Tokens.Count, tokens.Length);
        Assert.All(tokens, line => Assert.Equal(10, line.Split('\t').Length));
        Assert.Equal("# newdoc id = a b", lines[0]);
        Assert.Equal(document.Sentences.Count, lines.Count(line => line.StartsWith("# text = ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_can_be_put_together_again_from_forms_and_misc()
    {
        NewsDocument document = NewsPipeline.English.Read("Talks (long) began.");
        IEnumerable<string[]> rows = Conllu.Serialize(document).Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t'));
        string text = string.Concat(rows.Select(row => row[1] + (row[9].Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ")));
        Assert.Equal("Talks (long) began.", text.TrimEnd());
    }
}
