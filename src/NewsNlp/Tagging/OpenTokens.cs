using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// The tokens of a stretch for which their words alone leave a doubt, and what the tags before them say of them. The tags before are not
/// known until those tokens are tagged, but most often they are what the words alone make of them: with these guesses all tokens' weights
/// are fetched together, so that the waits for memory overlap. Where a guess proves wrong, what it added is taken off again.
/// </summary>
internal sealed class OpenTokens
{
    private readonly uint[] _features = new uint[TagScratch.Stretch * ContextFeatures.Count];
    private readonly short[] _guessed = new short[TagLabels.Lanes];
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

    /// <summary>Adds to each token's scores what the words of its context say together, and what the guessed tags say.</summary>
    public void Sum(TagScratch scratch, SparseWeights weights)
    {
        weights.Find(_features.AsSpan(0, _count * ContextFeatures.Count));
        for (int i = 0; i < _count; i++) weights.AddPlaces(scratch.Scores(_tokens[i]), FeaturesOf(i));
    }

    /// <summary>True where the token is one of these; they are asked for in order.</summary>
    public bool TakeNext(int at)
    {
        if (_next == _count || _tokens[_next] != at) return false;
        _next++;
        return true;
    }

    /// <summary>Puts what the tags before the token taken last say in the place of what the guessed tags said.</summary>
    /// <param name="scores">Those of the token.</param>
    public void Correct(ReadOnlySpan<TagWord> words, TagHistory history, SparseWeights weights, Span<short> scores)
    {
        int taken = _next - 1;
        if (history == _guesses[taken]) return;
        Span<uint> features = FeaturesOf(taken)[..ContextFeatures.OfTags];
        _guessed.AsSpan().Clear();
        weights.AddPlaces(_guessed, features);
        LaneMath.Subtract(_guessed, scores);
        ContextFeatures.CollectTags(words, _tokens[taken] + WordFeatures.Middle, history, features);
        weights.AddTo(scores, features);
    }

    private Span<uint> FeaturesOf(int number) => _features.AsSpan(number * ContextFeatures.Count, ContextFeatures.Count);
}
