using NewsNlp.Output;
using Xunit;

namespace NewsNlp.Tests.Syntax;

/// <summary>Tags as they stand behind the syntax step, in the sentences of <c>Specs/TaggingMended.txt</c>, and in what is written of them.</summary>
public sealed class MendedTagsSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddSyntax().Build();

    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "TaggingMended.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] parts = line.Split(" | ");
            cases.Add(parts[0], parts[1]);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_have_their_tags_and_lemmas(string sentence, string expected)
    {
        NewsDocument document = Pipeline.Read(sentence);
        Assert.Equal(expected, string.Join(' ', expected.Split(' ').Select(word => Written(document.Tokens.First(token => token.Text == word.Split('/')[0])))));
        foreach (string[] word in expected.Split(' ').Select(word => word.Split('/')))
            Assert.Contains($"\t{word[0]}\t{word[3]}\t{word[2]}\t{word[1]}\t", Conllu.Serialize(document), StringComparison.Ordinal);
    }

    private static string Written(Token token) => $"{token.Text}/{token.Tag}/{token.Pos.ToUpos()}/{token.Lemma}";
}
