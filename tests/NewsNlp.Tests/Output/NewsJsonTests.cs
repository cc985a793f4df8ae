using NewsNlp.Tests.Invariants;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NewsNlp.Tests.Output;

public sealed class NewsJsonTests
{
    private static readonly NewsDocument Document =
        NewsPipeline.English.Read(SampleNews.Article, new ReadOptions { Published = new DateOnly(2025, 6, 4) });

    [Fact]
    public void Every_list_of_the_contract_is_there()
    {
        JToken article = Article(NewsPipeline.English.Read(""));
        foreach (string list in new[] { "sentences", "entities", "quantities", "dates", "statements", "claims" })
            Assert.Equal(JTokenType.Array, article[list]?.Type);
    }

    [Fact]
    public void Every_text_is_the_slice_it_claims_to_be()
    {
        int slices = 0;
        foreach (JObject item in JObject.Parse(NewsJson.Serialize(Document, new NewsJsonOptions { Tokens = true })).DescendantsAndSelf().OfType<JObject>())
        {
            if (item["text"] is null) continue;
            int start = (int)item["start"]!, end = (int)item["end"]!;
            Assert.Equal(SampleNews.Article[start..end], (string)item["text"]!);
            slices++;
        }
        Assert.True(slices > 100);
    }

    [Fact]
    public void Lone_surrogates_survive_the_way_through_bytes()
    {
        NewsDocument document = NewsPipeline.English.Read("A \uD800 stands\uDC00 here, \"said\" Bo.");
        string json = NewsJson.Serialize(document, new NewsJsonOptions { Tokens = true });
        Assert.Contains(@"\ud800", json, StringComparison.Ordinal);
        Assert.Contains(@"\udc00", json, StringComparison.Ordinal);
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Indenting_changes_nothing_but_white_space()
    {
        string indented = NewsJson.Serialize(Document, new NewsJsonOptions { Indented = true, Id = "a" });
        Assert.Contains('\n', indented);
        Assert.True(JToken.DeepEquals(JObject.Parse(indented), JObject.Parse(NewsJson.Serialize(Document, new NewsJsonOptions { Id = "a" }))));
    }

    [Fact]
    public void Published_is_an_iso_date() => Assert.Equal("2025-06-04", (string)Article(Document)["published"]!);

    private static JToken Article(NewsDocument document)
    {
        using Newtonsoft.Json.JsonTextReader reader = new(new StringReader(NewsJson.Serialize(document))) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JObject.Load(reader)["articles"]![0]!;
    }
}
