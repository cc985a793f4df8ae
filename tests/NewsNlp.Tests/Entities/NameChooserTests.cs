using NewsNlp.Drafts;
using NewsNlp.Entities;
using Xunit;

namespace NewsNlp.Tests.Entities;

public sealed class NameChooserTests
{
    // Each candidate: first token, end, chance in hundredths; all organisations.
    [Theory]
    [InlineData("0 3 90", "0-3")]
    [InlineData("0 3 10", "")]
    [InlineData("0 1 80, 0 3 90, 2 3 80", "0-1 2-3")]
    [InlineData("0 1 50, 0 3 95, 2 3 50", "0-3")]
    [InlineData("0 2 90, 1 3 95, 3 4 90", "1-3 3-4")]
    public void Of_names_that_overlap_those_are_chosen_that_are_worth_most(string given, string expected)
    {
        List<NameCandidate> candidates = [];
        List<NameVerdict> verdicts = [];
        foreach (string candidate in given.Split(", "))
        {
            int[] numbers = [.. candidate.Split(' ').Select(int.Parse)];
            candidates.Add(new NameCandidate { First = numbers[0], End = numbers[1] });
            verdicts.Add(new NameVerdict(NameClass.Organization, numbers[2] * NameVerdict.Certain / 100));
        }
        List<NameData> names = [];
        new NameChooser().Choose(candidates, verdicts, 0, candidates.Count, names);
        Assert.Equal(expected, string.Join(' ', names.Select(name => $"{name.FirstToken}-{name.EndToken}")));
        Assert.All(names, name => Assert.Equal(EntityType.Organization, name.Type));
    }
}
