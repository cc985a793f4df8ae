using NewsNlp.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class WordScoreCacheTests
{
    [Fact]
    public void Remembers_a_word_until_its_place_is_taken()
    {
        WordScoreCache<int> cache = new(setBits: 2, positions: 2, lanes: 16);
        Random random = new(1);
        Dictionary<ulong, int> facts = [];
        int found = 0;
        for (int i = 0; i < 2000; i++)
        {
            ulong key = (ulong)random.Next(24) * 0x9E3779B97F4A7C15;
            int place = cache.Find(key);
            if (place < 0)
            {
                place = cache.Claim(key);
                Assert.All(cache.Scores(place, 0).ToArray(), score => Assert.Equal(0, score));
                cache.Facts(place) = facts[key] = i;
                cache.Scores(place, 1).Fill((short)i);
            }
            else found++;
            Assert.True(cache.Holds(place, key));
            Assert.Equal(facts[key], cache.Facts(place));
            Assert.Equal((short)facts[key], cache.Scores(place, 1)[15]);
        }
        Assert.InRange(found, 500, 1999);
    }
}
