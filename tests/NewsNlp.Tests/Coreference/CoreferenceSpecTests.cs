using Xunit;

namespace NewsNlp.Tests.Coreference;

/// <summary>Runs the tables <c>Specs/Coreference*.txt</c>: passages with the entities they must give.</summary>
public sealed class CoreferenceSpecTests
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "Coreference*.txt").Order(StringComparer.Ordinal))
            foreach ((string passage, string entities) in Passages(File.ReadAllLines(file))) cases.Add(passage, entities);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Passage(string passage, string entities)
    {
        NewsDocument document = NewsPipeline.English.Read(passage);
        string[] found = [.. document.Entities.Select(Describe)];
        foreach (string expected in entities.Split('\n'))
            Assert.True(found.Any(entity => Matches(entity, expected)), $"{passage}\nexpected {expected}\nfound\n  {string.Join("\n  ", found)}");
    }

    [Fact]
    public void There_are_many_passages() => Assert.True(Cases().Count >= 120);

    private static bool Matches(string entity, string expected) =>
        expected.Contains('[') ? entity == expected : entity.Remove(entity.IndexOf(" [", StringComparison.Ordinal)) + entity[(entity.LastIndexOf(']') + 1)..] == expected;

    private static string Describe(Entity entity) =>
        $"{entity.Name} [{string.Join("; ", entity.Roles)}]: {string.Join(" | ", entity.Mentions.Select(mention => mention.Text))}";

    private static IEnumerable<(string Passage, string Entities)> Passages(string[] lines)
    {
        List<string> text = [], entities = [];
        foreach (string line in lines.Append(""))
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith("= ", StringComparison.Ordinal)) entities.Add(line[2..]);
            else if (line.Length > 0) text.Add(line);
            else if (entities.Count > 0)
            {
                yield return (string.Join('\n', text), string.Join('\n', entities));
                text.Clear();
                entities.Clear();
            }
        }
    }
}
