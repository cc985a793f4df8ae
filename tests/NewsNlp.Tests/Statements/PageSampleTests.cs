using Xunit;

namespace NewsNlp.Tests.Statements;

public sealed class PageSampleTests
{
    /// <summary>Reads a real page that lies beside the project; where it does not, there is nothing to check.</summary>
    [Fact]
    public void Every_direct_quote_of_the_sample_page_has_a_speaker_who_is_an_entity()
    {
        string? page = Find("shared/samples/page.txt");
        if (page is null)
        {
            Console.WriteLine("Skipped: no ../shared/samples/page.txt beside the project.");
            return;
        }
        foreach (NewsDocument article in NewsPipeline.English.ReadPage(File.ReadAllText(page)).Articles)
        {
            Assert.All(
                article.Statements.Where(statement => statement.Form == StatementForm.Direct && statement.Content[0].Length > 20),
                statement => Assert.NotNull(statement.Speaker));
        }
    }

    private static string? Find(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        return null;
    }
}
