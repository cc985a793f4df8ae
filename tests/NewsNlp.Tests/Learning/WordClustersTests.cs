using NewsNlp.Learning;
using NewsNlp.Models;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class WordClustersTests
{
    private static readonly WordClusters English = WordClusters.Of(ModelSource.Embedded);

    [Theory]
    [InlineData("monday", "tuesday")]
    [InlineData("senator", "congressman")]
    [InlineData("said", "told")]
    [InlineData("million", "billion")]
    public void Words_of_like_company_share_a_coarse_cluster(string word, string other)
    {
        Assert.NotEqual(0, English.Fine(word));
        Assert.Equal(English.Coarse(English.Fine(word)), English.Coarse(English.Fine(other)));
    }

    [Theory]
    [InlineData("Monday", "MONDAY")]
    [InlineData("’s", "'s")]
    [InlineData("ÉTAT", "état")]
    public void Case_and_apostrophes_make_no_difference(string word, string other) => Assert.Equal(English.Fine(word), English.Fine(other));

    [Fact]
    public void Frequent_words_have_a_smaller_rank()
    {
        Assert.Equal(100, English.Rank("the"));
        Assert.InRange(English.Rank("Minister"), 100, 1000);
        Assert.InRange(English.Rank("bollard"), 20_000, 100_000);
        Assert.Equal(0, English.Rank("qzxvwkjq"));
        Assert.Equal(0, English.Rank(""));
    }

    [Fact]
    public void Unknown_words_have_cluster_0_at_every_size()
    {
        int fine = English.Fine("qzxvwkjq");
        Assert.Equal((0, 0, 0), (fine, English.Middle(fine), English.Coarse(fine)));
        Assert.Equal(0, English.Fine(""));
    }

    [Fact]
    public void Clusters_that_do_not_exist_are_refused()
    {
        byte[] parents = new byte[WordClusters.FineCount];
        Assert.Throws<InvalidModelException>(() => WordClusters.Read(WordClusters.Write(["word"], [WordClusters.FineCount], parents, parents)));
        Assert.Throws<InvalidModelException>(() => WordClusters.Read(WordClusters.Write(["word", "other"], [1], parents, parents)));
    }
}
