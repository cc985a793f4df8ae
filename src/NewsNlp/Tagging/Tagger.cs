using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// Tags a sentence from left to right: each token gets the label with the best sum of weights of its word, its neighbours and the
/// labels before it.
/// </summary>
internal sealed class Tagger(TagModel model)
{
    private const int Side = WordFeatures.Middle;

    private readonly TagLabels _labels = model.Labels;
    private readonly WordFeatures _features = model.Features;
    private readonly SparseWeights _weights = model.Weights;

    public void Tag(DocumentDraft draft, SentenceData sentence, TagScratch scratch)
    {
        int length = sentence.EndToken - sentence.FirstToken;
        scratch.Reserve(length + 2 * Side);
        SentenceStyle style = SentenceStyles.Of(draft, sentence);
        TagHistory history = TagHistory.Start;
        for (int token = -Side; token < Side; token++) scratch.Scores(token).Clear();
        for (int i = -Side; i < length + Side; i++)
        {
            // What stands Side places on begins to be summed here; what stands Side places back is complete.
            scratch.Scores(i + Side).Clear();
            bool inside = i >= 0 && i < length;
            AddWord(inside ? draft.Form(sentence.FirstToken + i) : default, style, i, scratch);
            int ready = i - Side;
            if (ready < 0) continue;
            byte label = Choose(scratch.Words, ready + Side, history, scratch.Scores(ready));
            ref TokenData token = ref draft.TokenBuffer[sentence.FirstToken + ready];
            token.Tag = _labels.Tag(label);
            token.Pos = _labels.Pos(label);
            history = history.Push(label, _labels.IsVerb(label), scratch.Words[ready + Side].Lower);
        }
    }

    // A word adds its cached sums to its own token and to those on either side.
    private void AddWord(ReadOnlySpan<char> word, SentenceStyle style, int at, TagScratch scratch)
    {
        WordScoreCache<TagWord> cache = scratch.Cache;
        int place = Place(word, style, cache);
        scratch.Words[at + Side] = cache.Facts(place);
        for (int position = 0; position < WordFeatures.Positions; position++)
            LaneMath.Add(cache.Scores(place, position), scratch.Scores(at - (position - WordFeatures.Middle)));
    }

    private byte Choose(TagWord[] words, int at, TagHistory history, Span<short> scores)
    {
        Span<uint> features = stackalloc uint[ContextFeatures.Count];
        ContextFeatures.Collect(words, at, history, features);
        foreach (uint feature in features) _weights.AddTo(scores, feature);
        return Best(scores);
    }

    /// <summary>The place of a word in the cache; of what lies outside the sentence where <paramref name="word"/> is empty.</summary>
    private int Place(ReadOnlySpan<char> word, SentenceStyle style, WordScoreCache<TagWord> cache)
    {
        ulong key = FeatureHash.OfWord(word) + (ulong)style * 0x9E3779B97F4A7C15;
        int place = cache.Find(key);
        if (place >= 0) return place;
        place = cache.Claim(key);
        TagWord facts = word.IsEmpty ? WordFeatures.Outside : _features.Describe(word, style);
        cache.Facts(place) = facts;
        for (int position = 0; position < WordFeatures.Positions; position++)
        {
            WeightSink sink = new(_weights, cache.Scores(place, position));
            _features.Collect(word, facts, style, position, ref sink);
        }
        return place;
    }

    private byte Best(ReadOnlySpan<short> scores)
    {
        int best = 0;
        for (int label = 1; label < _labels.Count; label++)
            if (scores[label] > scores[best]) best = label;
        return (byte)best;
    }

    private readonly ref struct WeightSink(SparseWeights weights, Span<short> scores) : IFeatureSink
    {
        private readonly Span<short> _scores = scores;

        public void Add(uint feature) => weights.AddTo(_scores, feature);
    }
}
