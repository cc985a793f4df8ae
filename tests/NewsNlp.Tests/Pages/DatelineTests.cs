using NewsNlp.Pages;
using Xunit;

namespace NewsNlp.Tests.Pages;

public sealed class DatelineTests
{
    private static readonly DatelineParser Parser = new();

    [Theory]
    [InlineData("OLDTOWN - Talks began.", "OLDTOWN", null, "Talks began.")]
    [InlineData("PORT LUMEN — Talks began.", "PORT LUMEN", null, "Talks began.")]
    [InlineData("PORT LUMEN, Vardania (KNA) — Talks began.", "PORT LUMEN", "KNA", "Talks began.")]
    [InlineData("OLDTOWN (Reuben News) -- Talks began.", "OLDTOWN", "Reuben News", "Talks began.")]
    [InlineData("ASTERHOLM, March 11 (Reuben News) - Talks began.", "ASTERHOLM", "Reuben News", "Talks began.")]
    [InlineData("Asterholm, 11 March (AFP) – Talks began.", "Asterholm", "AFP", "Talks began.")]
    [InlineData("MINGORA FALLS: Rescuers came.", "MINGORA FALLS", null, "Rescuers came.")]
    [InlineData("ST. OLAF/NORVIK - Talks began.", "ST. OLAF/NORVIK", null, "Talks began.")]
    [InlineData("(Reuters) - Talks began.", null, "Reuters", "Talks began.")]
    [InlineData("afrol News, 26 June - Talks began.", null, "afrol News", "Talks began.")]
    public void Is_told_from_the_report(string paragraph, string? place, string? agency, string body)
    {
        FoundDateline found = Parser.Parse(paragraph, new TextSpan(0, paragraph.Length))!.Value;
        Assert.Equal(place, found.Dateline.Place?.In(paragraph));
        Assert.Equal(agency, found.Dateline.Agency);
        Assert.Equal(body, paragraph[found.BodyStart..]);
    }

    [Theory]
    [InlineData("The mayor - a former nurse - said no.")]
    [InlineData("EXCLUSIVE: Minister quits.")]
    [InlineData("UPDATE - Minister quits.")]
    [InlineData("Norvik - the smallest republic - voted.")]
    [InlineData("\"OLDTOWN - never again,\" she said.")]
    [InlineData("OLDTOWN is quiet.")]
    [InlineData("Ann Okoro: I never said that.")]
    [InlineData("A-B")]
    [InlineData("—")]
    [InlineData("OLDTOWN -")]
    public void Is_not_seen_where_there_is_none(string paragraph) => Assert.Null(Parser.Parse(paragraph, new TextSpan(0, paragraph.Length)));

    [Fact]
    public void A_full_day_in_it_is_the_day_of_publication()
    {
        NewsDocument document = NewsPipeline.English.Read("OLDTOWN, Oct 28, 2026 — Talks began on Monday.");
        Assert.Equal(new DateOnly(2026, 10, 28), document.Published);
    }
}
