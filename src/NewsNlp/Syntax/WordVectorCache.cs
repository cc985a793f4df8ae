using NewsNlp.Learning;

namespace NewsNlp.Syntax;

/// <summary>
/// What a word as written brings to its vector: that of the word, of its ending and of how it is written, added up. Remembered, since news
/// repeats its words and their vectors lie far apart in memory. One for each thread.
/// </summary>
internal sealed class WordVectorCache(ParserModel model)
{
    private const int CacheSetBits = 11;

    private readonly WordScoreCache<byte> _cache = new(CacheSetBits, positions: 1, model.WordWidth);

    /// <summary>The first of three steps for many words, in which the waits for memory overlap: has fetched where a word may be.</summary>
    /// <param name="key"><see cref="FeatureHash.OfWord"/> of the word; likewise below.</param>
    public void Expect(ulong key) => _cache.ExpectPlace(key);

    /// <summary>The second step: the word's place, its sum fetched; -1 where it is not known.</summary>
    public int Find(ulong key)
    {
        int place = _cache.Find(key);
        if (place >= 0) _cache.ExpectScores(place);
        return place;
    }

    /// <summary>The sum; good until the next word is asked for.</summary>
    /// <param name="place">What <see cref="Find"/> gave; another word may have taken the place since.</param>
    public ReadOnlySpan<short> Of(ulong key, int place, ReadOnlySpan<char> form)
    {
        if (place < 0 || !_cache.Holds(place, key)) place = _cache.Find(key);
        return place >= 0 ? _cache.Scores(place) : Add(key, form);
    }

    private Span<short> Add(ulong key, ReadOnlySpan<char> form)
    {
        Span<short> sum = _cache.Scores(_cache.Claim(key));
        WordFeatures word = WordFeatures.Of(form, tag: 0, pos: default);
        LaneMath.AddRow(Row(model.Vectors, model.Words.RowOf(word.Word)), sum);
        LaneMath.AddRow(Row(model.Endings, word.Ending), sum);
        LaneMath.AddRow(Row(model.Kinds, word.Kind), sum);
        return sum;
    }

    private ReadOnlySpan<sbyte> Row(sbyte[] table, int row) => table.AsSpan(row * model.WordWidth, model.WordWidth);
}
