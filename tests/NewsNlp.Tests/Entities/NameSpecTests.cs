using System.Text;
using Xunit;

namespace NewsNlp.Tests.Entities;

/// <summary>Runs the table Specs/Names.txt.</summary>
public sealed class NameSpecTests
{
    private static readonly NewsPipeline Pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().Build();

    public static TheoryData<string> Cases
    {
        get
        {
            TheoryData<string> cases = [];
            foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "Names.txt")))
                if (line.Length > 0 && line[0] != '#') cases.Add(line);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_names_of_the_table(string marked)
    {
        string text = Unmark(marked);
        NewsDocument document = Pipeline.Read(text);
        Assert.Equal(marked, Mark(document));
        Assert.All(document.Names, name => Assert.InRange(name.Confidence, 0.5f, 1f));
    }

    private static string Unmark(string marked)
    {
        StringBuilder text = new();
        foreach (string part in marked.Split('['))
        {
            int close = part.IndexOf(']', StringComparison.Ordinal);
            if (close < 0) text.Append(part);
            else text.Append(part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..close]).Append(part[(close + 1)..]);
        }
        return text.ToString();
    }

    private static string Mark(NewsDocument document)
    {
        StringBuilder marked = new();
        int at = 0;
        foreach (Name name in document.Names)
        {
            marked.Append(document.Text[at..name.Span.Start]).Append('[').Append(name.Type.ToLabel()).Append(' ');
            marked.Append(document.Text[name.Span.Start..name.Span.End]).Append(']');
            at = name.Span.End;
        }
        return marked.Append(document.Text[at..]).ToString();
    }
}
