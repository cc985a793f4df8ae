using Xunit;

namespace NewsNlp.Tests.Dates;

/// <summary>The tables of <c>Specs/Dates*.txt</c>, which say themselves how they are read.</summary>
public sealed class DateSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().AddDates().Build();

    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string, string> data = [];
            foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "Dates*.txt").Order(StringComparer.Ordinal))
                foreach (DateSpec spec in DateSpec.Read(file))
                    data.Add(spec.Place, spec.Published, spec.Sentence, string.Join('\n', spec.Expected));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_what_the_table_says(string place, string published, string sentence, string expected)
    {
        ReadOptions options = new() { Published = published == "-" ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        NewsDocument document = Pipeline.Read(sentence, options);
        string found = string.Join('\n', document.Dates.Select(DateSpec.Line));
        Assert.True(expected == found, $"{place}: {sentence}\nexpected:\n{expected}\nfound:\n{found}");
    }

    [Fact]
    public void The_table_is_not_small() => Assert.True(Cases.Count >= 600, $"{Cases.Count} cases");
}
