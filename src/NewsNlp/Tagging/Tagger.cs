using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Tagging;

/// <summary>
/// Tags a sentence from left to right: each token gets the label with the best sum of weights of its word, its neighbours and the
/// labels before it.
/// </summary>
internal sealed class Tagger(TagModel model)
{
    private readonly TagLabels _labels = model.Labels;
    private readonly WordFeatures _features = model.Features;
    private readonly SparseWeights _weights = model.Weights;

    public void Tag(DocumentDraft draft, SentenceData sentence, TagScratch scratch)
    {
        int length = sentence.EndToken - sentence.FirstToken;
        scratch.Reserve(length);
        SumWords(draft, sentence, scratch);
        TagHistory history = TagHistory.Start;
        Span<uint> features = stackalloc uint[ContextFeatures.Count];
        for (int i = 0; i < length; i++)
        {
            Span<short> scores = scratch.Scores.AsSpan((i + 2) * TagLabels.Lanes, TagLabels.Lanes);
            ContextFeatures.Collect(scratch.Words, i + 2, history, features);
            foreach (uint feature in features) _weights.AddTo(scores, feature);
            byte label = Best(scores);
            ref TokenData token = ref draft.TokenBuffer[sentence.FirstToken + i];
            token.Tag = _labels.Tag(label);
            token.Pos = _labels.Pos(label);
            history = history.Push(label, _labels.IsVerb(label), scratch.Words[i + 2].Lower);
        }
    }

    // Each word adds its cached sums to its own token and to the two on either side.
    private void SumWords(DocumentDraft draft, SentenceData sentence, TagScratch scratch)
    {
        int length = sentence.EndToken - sentence.FirstToken;
        SentenceStyle style = SentenceStyles.Of(draft, sentence);
        scratch.Scores.AsSpan(0, (length + 4) * TagLabels.Lanes).Clear();
        for (int i = 0; i < length + 4; i++)
        {
            bool outside = i < 2 || i >= length + 2;
            int place = outside ? Place(default, SentenceStyle.Normal, scratch.Cache) : Place(draft.Form(sentence.FirstToken + i - 2), style, scratch.Cache);
            scratch.Words[i] = scratch.Cache.Facts(place);
            // A word two places to the right of token t stands at position 4 of it, and so on.
            for (int position = 0; position < WordFeatures.Positions; position++)
            {
                int token = i - (position - WordFeatures.Middle);
                if (token >= 2 && token < length + 2)
                    LaneMath.Add(scratch.Cache.Scores(place, position), scratch.Scores.AsSpan(token * TagLabels.Lanes, TagLabels.Lanes));
            }
        }
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
