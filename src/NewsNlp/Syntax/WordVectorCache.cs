using NewsNlp.Learning;

namespace NewsNlp.Syntax;

/// <summary>
/// What a word as written brings to its vector: that of the word, of its ending and of how it is written, added up. Remembered, since news
/// repeats its words and their vectors lie far apart in memory. One for each thread.
/// </summary>
internal sealed class WordVectorCache(ParserModel model)
{
    private const int CacheSetBits = 10;

    private readonly WordScoreCache<byte> _cache = new(CacheSetBits, positions: 1, model.WordWidth);

    /// <summary>The sum; good until the next word is asked for.</summary>
    public ReadOnlySpan<short> Of(ReadOnlySpan<char> form)
    {
        ulong key = FeatureHash.OfWord(form);
        int place = _cache.Find(key);
        if (place >= 0) return _cache.Scores(place);
        Span<short> sum = _cache.Scores(_cache.Claim(key));
        WordFeatures word = WordFeatures.Of(form, tag: 0, pos: default);
        LaneMath.AddRow(Row(model.Vectors, model.Words.RowOf(word.Word)), sum);
        LaneMath.AddRow(Row(model.Endings, word.Ending), sum);
        LaneMath.AddRow(Row(model.Kinds, word.Kind), sum);
        return sum;
    }

    private ReadOnlySpan<sbyte> Row(sbyte[] table, int row) => table.AsSpan(row * model.WordWidth, model.WordWidth);
}
