using Xunit;

namespace NewsNlp.Tests.Syntax;

/// <summary>Arcs of invented sentences, from text to tree, as <c>Specs/Syntax.txt</c> lists them.</summary>
public sealed class SyntaxSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddSyntax().Build();

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        string sentence = "";
        List<string> arcs = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "Syntax.txt")).Append(""))
        {
            if (line.StartsWith('#')) continue;
            if (line.Length == 0)
            {
                if (arcs.Count > 0) cases.Add(sentence, string.Join('\n', arcs));
                sentence = "";
                arcs.Clear();
            }
            else if (sentence.Length == 0) sentence = line;
            else arcs.Add(line);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds(string sentence, string arcs)
    {
        NewsDocument document = Pipeline.Read(sentence);
        string[] found = [.. arcs.Split('\n').Select(arc => Arc(document, arc.Split(' ')[0]))];
        Assert.Equal(arcs.Split('\n'), found);
    }

    private static string Arc(NewsDocument document, string word)
    {
        Token token = document.Tokens.First(candidate => candidate.Text == word);
        return $"{word} {token.Relation} {(token.Head < 0 ? "ROOT" : document.Tokens[token.Head].Text)}";
    }
}
