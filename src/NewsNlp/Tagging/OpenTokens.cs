using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// The tokens of a stretch for which their words alone leave a doubt, and what the tags before them say of them. The tags before are not
/// known until those tokens are tagged, but most often they are what the words alone make of them: with these guesses all tokens' weights
/// are fetched together, so that the waits for memory overlap. Where a guess proves wrong, its sum is thrown away and made anew.
/// </summary>
internal sealed class OpenTokens
{
    private readonly uint[] _features = new uint[TagScratch.Stretch * ContextFeatures.Count];
    private readonly short[] _sums = new short[TagScratch.Stretch * TagLabels.Lanes];
    private readonly TagHistory[] _guesses = new TagHistory[TagScratch.Stretch];
    private readonly byte[] _tokens = new byte[TagScratch.Stretch];
    private int _count;
    private int _next;

    public void Clear() => (_count, _next) = (0, 0);

    /// <param name="at">The token's number in the stretch; ascending.</param>
    /// <param name="words">As <see cref="ContextFeatures.Collect"/> wants them.</param>
    /// <param name="guess">The tags that stand before the token, as far as one can guess.</param>
    public void Add(int at, ReadOnlySpan<TagWord> words, TagHistory guess, SparseWeights weights)
    {
        (_tokens[_count], _guesses[_count]) = ((byte)at, guess);
        Span<uint> features = FeaturesOf(_count++);
        ContextFeatures.Collect(words, at + WordFeatures.Middle, guess, features);
        weights.Expect(features);
    }

    /// <summary>Adds to each token's scores what the words of its context say together, and sums up what the guessed tags say.</summary>
    public void Sum(TagScratch scratch, SparseWeights weights)
    {
        weights.Find(_features.AsSpan(0, _count * ContextFeatures.Count));
        for (int i = 0; i < _count; i++)
        {
            Span<uint> places = FeaturesOf(i);
            SumOf(i).Clear();
            weights.AddPlaces(SumOf(i), places[..ContextFeatures.OfTags]);
            weights.AddPlaces(scratch.Scores(_tokens[i]), places[ContextFeatures.OfTags..]);
        }
    }

    /// <summary>True where the token is one of these; they are asked for in order.</summary>
    public bool TakeNext(int at)
    {
        if (_next == _count || _tokens[_next] != at) return false;
        _next++;
        return true;
    }

    /// <summary>What the tags before the token taken last say of it.</summary>
    public ReadOnlySpan<short> TagScores(ReadOnlySpan<TagWord> words, TagHistory history, SparseWeights weights)
    {
        int taken = _next - 1;
        Span<short> sum = SumOf(taken);
        if (history == _guesses[taken]) return sum;
        Span<uint> features = FeaturesOf(taken)[..ContextFeatures.OfTags];
        ContextFeatures.CollectTags(words, _tokens[taken] + WordFeatures.Middle, history, features);
        sum.Clear();
        weights.AddTo(sum, features);
        return sum;
    }

    private Span<uint> FeaturesOf(int number) => _features.AsSpan(number * ContextFeatures.Count, ContextFeatures.Count);

    private Span<short> SumOf(int number) => _sums.AsSpan(number * TagLabels.Lanes, TagLabels.Lanes);
}
