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

    /// <summary>Three units of log-odds: at this lead, measured on the dev sets, context no longer pays.</summary>
    private const int SureLead = 3 * TagModel.Scale;

    private readonly TagLabels _labels = model.Labels;
    private readonly WordFeatures _features = model.Features;
    private readonly SparseWeights _weights = model.Weights;

    public void Tag(DocumentDraft draft, TagScratch scratch)
    {
        scratch.Settings.Open(draft);
        for (int sentence = 0; sentence < draft.Sentences.Count; sentence++) Tag(draft, sentence, scratch);
    }

    private void Tag(DocumentDraft draft, int number, TagScratch scratch)
    {
        SentenceData sentence = draft.Sentences[number];
        int length = sentence.EndToken - sentence.FirstToken;
        scratch.Reserve(length + 2 * Side);
        TagHistory history = TagHistory.Start;
        for (int token = -Side; token < Side; token++) scratch.Scores(token).Clear();
        for (int i = -Side; i < length + Side; i++)
        {
            // What stands Side places on begins to be summed here; what stands Side places back is complete.
            scratch.Scores(i + Side).Clear();
            if (i < 0 || i >= length) AddWord(default, default, i, scratch);
            else AddWord(draft.Form(sentence.FirstToken + i), scratch.Settings.Of(draft, number, sentence.FirstToken + i), i, scratch);
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
    private void AddWord(ReadOnlySpan<char> word, WordSetting setting, int at, TagScratch scratch)
    {
        WordScoreCache<TagWord> cache = scratch.Cache;
        int place = Place(word, setting, cache);
        scratch.Words[at + Side] = cache.Facts(place);
        for (int position = 0; position < WordFeatures.Positions; position++)
            LaneMath.Add(cache.Scores(place, position), scratch.Scores(at - (position - WordFeatures.Middle)));
    }

    private byte Choose(TagWord[] words, int at, TagHistory history, Span<short> scores)
    {
        scores[_labels.Count..].Fill(short.MinValue / 2);
        (int best, int lead) = LaneTop.Of(scores);
        // Two tokens in three are decided by the words alone; the context, which costs most, then changes nothing worth its price.
        if (lead >= SureLead) return (byte)best;
        Span<uint> features = stackalloc uint[ContextFeatures.Count];
        ContextFeatures.Collect(words, at, history, features);
        _weights.AddTo(scores, features);
        return (byte)LaneTop.Of(scores).Best;
    }

    /// <summary>The place of a word in the cache; of what lies outside the sentence where <paramref name="word"/> is empty.</summary>
    private int Place(ReadOnlySpan<char> word, WordSetting setting, WordScoreCache<TagWord> cache)
    {
        ulong key = FeatureHash.OfWord(word) + setting.Bits * 0x9E3779B97F4A7C15;
        int place = cache.Find(key);
        if (place >= 0) return place;
        place = cache.Claim(key);
        TagWord facts = word.IsEmpty ? WordFeatures.Outside : _features.Describe(word, setting);
        cache.Facts(place) = facts;
        Span<uint> features = stackalloc uint[WordFeatures.MaxAtPosition];
        for (int position = 0; position < WordFeatures.Positions; position++)
        {
            SpanSink sink = new(features);
            _features.Collect(word, facts, setting, position, ref sink);
            _weights.AddTo(cache.Scores(place, position), features[..sink.Count]);
        }
        return place;
    }

    private ref struct SpanSink(Span<uint> features) : IFeatureSink
    {
        private readonly Span<uint> _features = features;

        public int Count { get; private set; }

        public void Add(uint feature) => _features[Count++] = feature;
    }
}
