using CsCheck;
using NewsNlp.Coreference;
using Xunit;

namespace NewsNlp.Tests.Coreference;

public sealed class WordIndexTests
{
    private const int Limit = 16;

    [Fact]
    public void A_word_that_was_never_added_has_no_mentions() => Assert.True(new WordIndex().Of(7).IsEmpty);

    [Fact]
    public void The_latest_mentions_of_each_word_are_known_in_order() => Gen.Select(Gen.ULong[0, 5], Gen.Int[0, 1000]).Array[0, 200].Sample(added =>
    {
        WordIndex index = new();
        Dictionary<ulong, List<int>> all = [];
        foreach ((ulong word, int mention) in added)
        {
            index.Add(word, mention);
            if (!all.TryGetValue(word, out List<int>? mentions)) all[word] = mentions = [];
            mentions.Add(mention);
            Assert.Equal(mentions.TakeLast(Limit), index.Of(word).ToArray());
        }
        foreach ((ulong word, List<int> mentions) in all) Assert.Equal(mentions.TakeLast(Limit), index.Of(word).ToArray());
    });
}
