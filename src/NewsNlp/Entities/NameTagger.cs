using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>Labels the tokens of one document after another; keeps its working memory. One for each thread.</summary>
internal sealed class NameTagger(NamesModel model)
{
    /// <summary>Sentences are labelled in stretches of at most this many tokens, so that memory does not grow with hostile text.</summary>
    private const int MaxStretch = 400;

    private const int CacheSetBits = 11;

    private readonly int _lanes = model.Sequence.Lanes;
    private readonly NameText _text = new();
    private readonly ViterbiScratch _viterbi = new();
    private readonly WordScoreCache<WordFacts> _cache = new(CacheSetBits, NameWordFeatures.Positions, model.Sequence.Lanes);
    private readonly short[] _scores = new short[(MaxStretch + NameWordFeatures.Positions) * model.Sequence.Lanes];
    private readonly byte[] _labels = new byte[MaxStretch];
    private readonly short[] _margins = new short[MaxStretch];
    private int[] _places = [];

    public void Tag(DocumentDraft draft)
    {
        ReadWords(draft);
        _text.Prepare(draft, model.Gazetteer);
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            for (int first = sentence.FirstToken; first < sentence.EndToken; first += MaxStretch)
            {
                SentenceData stretch = sentence with { FirstToken = first, EndToken = Math.Min(sentence.EndToken, first + MaxStretch) };
                Label(draft, stretch, _text.Style[s]);
                Collect(draft, stretch);
            }
        }
    }

    private void Collect(DocumentDraft draft, SentenceData stretch)
    {
        int count = stretch.EndToken - stretch.FirstToken;
        Span<byte> labels = _labels.AsSpan(0, count);
        if (!labels.ContainsAnyExcept((byte)NameLabels.Outside)) return;
        Span<short> margins = _margins.AsSpan(0, count);
        Margins.Find(model.Sequence, _scores.AsSpan(0, count * _lanes), labels, margins, _viterbi);
        NameSpans.Collect(labels, margins, model.Sequence.Scale, stretch.FirstToken, draft.Names);
    }

    private void ReadWords(DocumentDraft draft)
    {
        _text.Reserve(draft);
        if (_places.Length < draft.TokenCount) _places = new int[Math.Max(draft.TokenCount, _places.Length * 2)];
        for (int token = 0; token < draft.TokenCount; token++)
        {
            int place = PlaceOf(draft.Form(token));
            _places[token] = place;
            _text.Facts[token] = _cache.Facts(place);
        }
    }

    private int PlaceOf(ReadOnlySpan<char> form)
    {
        ulong key = FeatureHash.OfWord(form);
        int place = _cache.Find(key);
        if (place >= 0) return place;
        place = _cache.Claim(key);
        WordFacts facts = _cache.Facts(place) = WordFacts.Of(form, model.Clusters, model.Gazetteer);
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            RowSink sink = new(model.Sequence.Weights, _cache.Scores(place, position));
            NameWordFeatures.Add(facts, form, position, ref sink);
        }
        return place;
    }

    private void Label(DocumentDraft draft, SentenceData stretch, SentenceStyle style)
    {
        int count = stretch.EndToken - stretch.FirstToken;
        Span<short> scores = _scores.AsSpan(0, count * _lanes);
        scores.Clear();
        for (int i = 0; i < count; i++)
        {
            AddWord(draft, stretch.FirstToken + i, i, count);
            RowSink sink = new(model.Sequence.Weights, scores.Slice(i * _lanes, _lanes));
            NameContextFeatures.Add(_text, stretch, style, stretch.FirstToken + i, ref sink);
        }
        Viterbi.Decode(model.Sequence, scores, _labels.AsSpan(0, count), _viterbi);
    }

    private void AddWord(DocumentDraft draft, int token, int index, int count)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        ulong key = FeatureHash.OfWord(form);
        // Another word may have taken the place since.
        int place = _cache.Holds(_places[token], key) ? _places[token] : PlaceOf(form);
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            // At position −2 the word stands two before the token that it speaks of.
            int other = index - (position - NameWordFeatures.Middle);
            if ((uint)other < (uint)count) LaneMath.Add(_cache.Scores(place, position), _scores.AsSpan(other * _lanes, _lanes));
        }
    }
}
