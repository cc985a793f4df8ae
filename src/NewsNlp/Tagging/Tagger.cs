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
    internal const int SureLead = 3 * TagModel.Scale;

    private readonly TagLabels _labels = model.Labels;
    private readonly WordFeatures _features = model.Features;
    private readonly SparseWeights _weights = model.Weights;

    public void Tag(DocumentDraft draft, TagScratch scratch)
    {
        scratch.Settings.Open(draft);
        for (int number = 0; number < draft.Sentences.Count; number++)
        {
            SentenceData sentence = draft.Sentences[number];
            TagHistory history = TagHistory.Start;
            for (int first = sentence.FirstToken; first < sentence.EndToken; first += TagScratch.Stretch)
            {
                int count = Math.Min(sentence.EndToken - first, TagScratch.Stretch);
                bool remembered = ReadWords(draft, number, first, count, scratch);
                SumWords(draft, number, first, count, history, remembered, scratch);
                history = Choose(draft.TokenBuffer.AsSpan(first, count), history, scratch);
            }
        }
    }

    // Looks up the words of the stretch, two before and some behind, and has what is remembered of them fetched. False where one was not remembered:
    // it may have taken another's place. Each word is looked at three times, so that the waits for memory overlap.
    private bool ReadWords(DocumentDraft draft, int sentence, int first, int count, TagScratch scratch)
    {
        WordScoreCache<TagWord> cache = scratch.Cache;
        // Behind the end of the sentence nothing is looked for any more.
        int words = Side + count + Math.Clamp(draft.Sentences[sentence].EndToken - first - count + 1, Side, ContextFeatures.Ahead);
        for (int i = 0; i < words; i++)
        {
            ulong word = WordAt(draft, sentence, first + i - Side, scratch.Settings, out WordSetting setting);
            scratch.Keys[i] = word + setting.Bits * 0x9E3779B97F4A7C15;
            cache.ExpectPlace(scratch.Keys[i]);
        }
        bool remembered = true;
        for (int i = 0; i < words; i++)
        {
            int place = scratch.Places[i] = cache.Find(scratch.Keys[i]);
            if (place < 0) remembered = false;
            else cache.Expect(place);
        }
        for (int i = 0; i < words; i++) scratch.Facts[i] = cache.Facts(remembered ? scratch.Places[i] : Place(draft, sentence, first, i, scratch));
        return remembered;
    }

    // Sums up what the words say, and settles the tokens of which they leave no doubt: two in three. Their context, which costs most, changes
    // nothing worth its price.
    private void SumWords(DocumentDraft draft, int sentence, int first, int count, TagHistory guess, bool remembered, TagScratch scratch)
    {
        scratch.Open.Clear();
        for (int at = 0; at < count; at++)
        {
            Span<short> scores = scratch.Scores(at);
            if (remembered) SumRemembered(scratch, at, scores);
            else Sum(draft, sentence, first, at, scratch, scores);
            scores[_labels.Count..].Fill(short.MinValue / 2);
            (int best, int lead) = LaneTop.Of(scores);
            scratch.Labels[at] = (byte)best;
            if (lead < SureLead) scratch.Open.Add(at, scratch.Facts, guess, _weights);
            guess = Push(guess, (byte)best, scratch.Facts[at + Side]);
        }
        scratch.Open.Sum(scratch, _weights);
    }

    private static void SumRemembered(TagScratch scratch, int at, Span<short> scores)
    {
        WordScoreCache<TagWord> cache = scratch.Cache;
        ReadOnlySpan<int> places = scratch.Places.AsSpan(at, WordFeatures.Positions);
        LaneMath.SetToSum(
            cache.Scores(places[0], 0), cache.Scores(places[1], 1), cache.Scores(places[2], 2), cache.Scores(places[3], 3), cache.Scores(places[4], 4), scores);
    }

    private void Sum(DocumentDraft draft, int sentence, int first, int at, TagScratch scratch, Span<short> scores)
    {
        scores.Clear();
        for (int position = 0; position < WordFeatures.Positions; position++)
            LaneMath.Add(scratch.Cache.Scores(Place(draft, sentence, first, at + position, scratch), position), scores);
    }

    private TagHistory Choose(Span<TokenData> tokens, TagHistory history, TagScratch scratch)
    {
        for (int at = 0; at < tokens.Length; at++)
        {
            byte label = scratch.Labels[at];
            (tokens[at].SecondTag, tokens[at].Lead) = (0, 0);
            if (scratch.Open.TakeNext(at))
            {
                Span<short> scores = scratch.Scores(at);
                scratch.Open.Correct(scratch.Facts, history, _weights, scores);
                (int best, int lead) = LaneTop.Of(scores);
                label = (byte)best;
                if (lead < TagDoubt.Little) (tokens[at].SecondTag, tokens[at].Lead) = (SecondTag(scores, best), (byte)lead);
            }
            tokens[at].Tag = _labels.Tag(label);
            tokens[at].Pos = _labels.Pos(label);
            history = Push(history, label, scratch.Facts[at + Side]);
        }
        return history;
    }

    private byte SecondTag(Span<short> scores, int best)
    {
        scores[best] = short.MinValue;
        return _labels.Tag(LaneTop.Of(scores).Best);
    }

    private TagHistory Push(TagHistory history, byte label, in TagWord word) => history.Push(label, _labels.IsVerb(label), word.Lower);

    // The word's hash; that of no word outside the sentence.
    private static ulong WordAt(DocumentDraft draft, int sentence, int token, WordSettings settings, out WordSetting setting)
    {
        bool inside = IsInside(draft, sentence, token);
        setting = inside ? settings.Of(draft, sentence, token) : default;
        return inside ? draft.Words[token] : 0;
    }

    private static bool IsInside(DocumentDraft draft, int sentence, int token) =>
        token >= draft.Sentences[sentence].FirstToken && token < draft.Sentences[sentence].EndToken;

    // Where the cache has a word of the stretch; another may have taken its place since it was read.
    private int Place(DocumentDraft draft, int sentence, int first, int i, TagScratch scratch)
    {
        ulong key = scratch.Keys[i];
        if (scratch.Places[i] >= 0 && scratch.Cache.Holds(scratch.Places[i], key)) return scratch.Places[i];
        int place = scratch.Cache.Find(key);
        if (place < 0) place = Remember(draft, sentence, first + i - Side, key, scratch);
        return scratch.Places[i] = place;
    }

    private int Remember(DocumentDraft draft, int sentence, int token, ulong key, TagScratch scratch)
    {
        WordScoreCache<TagWord> cache = scratch.Cache;
        bool inside = IsInside(draft, sentence, token);
        WordSetting setting = inside ? scratch.Settings.Of(draft, sentence, token) : default;
        ReadOnlySpan<char> word = inside ? draft.Form(token) : default;
        int place = cache.Claim(key);
        TagWord facts = word.IsEmpty ? WordFeatures.Outside : _features.Describe(word, setting);
        cache.Facts(place) = facts;
        SpanSink sink = new(stackalloc uint[WordFeatures.MaxAtPosition * WordFeatures.Positions]);
        Span<int> ends = stackalloc int[WordFeatures.Positions];
        for (int position = 0; position < WordFeatures.Positions; position++)
        {
            _features.Collect(word, facts, setting, position, ref sink);
            ends[position] = sink.Count;
        }
        _weights.Expect(sink.Features);
        _weights.Find(sink.Features);
        for (int position = 0, start = 0; position < WordFeatures.Positions; start = ends[position++])
            _weights.AddPlaces(cache.Scores(place, position), sink.Features[start..ends[position]]);
        return place;
    }

    private ref struct SpanSink(Span<uint> features) : IFeatureSink
    {
        private readonly Span<uint> _features = features;

        public int Count { get; private set; }

        public readonly Span<uint> Features => _features[..Count];

        public void Add(uint feature) => _features[Count++] = feature;
    }
}
