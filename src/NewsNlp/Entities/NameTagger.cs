using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// Labels the tokens of one document after another; keeps its working memory. One for each thread. Each document is read twice: the
/// second time with the votes of the first.
/// </summary>
internal sealed class NameTagger(NamesModel model)
{
    // Sentences are labelled in stretches of at most this many tokens and documents in parts of about so many, so that memory does
    // not grow with hostile text.
    private const int MaxStretch = 400;
    private const int MaxPart = 16_000;

    private const int CacheSetBits = 11;

    private readonly int _lanes = model.Sequence.Lanes;
    private readonly NameText _text = new();
    private readonly NameVotes _votes = new();
    private readonly ViterbiScratch _viterbi = new();
    private readonly WordScoreCache<WordFacts> _cache = new(CacheSetBits, NameWordFeatures.Positions, model.Sequence.Lanes);
    private readonly List<(SentenceData Tokens, SentenceStyle Style)> _stretches = [];
    private readonly short[] _margins = new short[MaxStretch];
    private short[] _scores = [];
    private byte[] _labels = [];
    private int[] _places = [];
    private int _first;

    public void Tag(DocumentDraft draft)
    {
        ReadWords(draft);
        _text.Prepare(draft, model.Gazetteer);
        for (int s = 0; s < draft.Sentences.Count;)
        {
            s = TakePart(draft, s);
            ReadPart(draft);
        }
    }

    // Cuts the next sentences into stretches; returns the first sentence behind them.
    private int TakePart(DocumentDraft draft, int s)
    {
        _stretches.Clear();
        _first = draft.Sentences[s].FirstToken;
        int end = _first;
        for (; s < draft.Sentences.Count && end - _first < MaxPart; s++)
        {
            SentenceData sentence = draft.Sentences[s];
            end = sentence.EndToken;
            for (int first = sentence.FirstToken; first < end; first += MaxStretch)
                _stretches.Add((sentence with { FirstToken = first, EndToken = Math.Min(end, first + MaxStretch) }, _text.Style[s]));
        }
        int count = end - _first;
        if (_labels.Length < count) (_labels, _scores) = (new byte[Math.Max(count, 2 * _labels.Length)], new short[Math.Max(count, 2 * _labels.Length) * _lanes]);
        Array.Clear(_scores, 0, count * _lanes);
        return s;
    }

    private void ReadPart(DocumentDraft draft)
    {
        foreach ((SentenceData stretch, SentenceStyle style) in _stretches)
        {
            Score(draft, stretch, style);
            Viterbi.Decode(model.Sequence, ScoresOf(stretch), LabelsOf(stretch), _viterbi);
        }
        _votes.Count(_text, _first, _labels.AsSpan(0, _stretches[^1].Tokens.EndToken - _first));
        foreach ((SentenceData stretch, SentenceStyle _) in _stretches)
        {
            int names = draft.Names.Count;
            if (AddVotes(stretch) || LabelsOf(stretch).ContainsAnyExcept((byte)NameLabels.Outside)) Collect(draft, stretch);
            ElectionNames.Replace(draft, _text, stretch);
        }
    }

    private bool AddVotes(SentenceData stretch)
    {
        bool any = false;
        for (int token = stretch.FirstToken; token < stretch.EndToken; token++)
        {
            RowSink sink = new(model.Sequence.Weights, _scores.AsSpan((token - _first) * _lanes, _lanes));
            any |= _votes.Add(_text, token, _labels[token - _first], ref sink);
        }
        return any;
    }

    private void Collect(DocumentDraft draft, SentenceData stretch)
    {
        Span<byte> labels = LabelsOf(stretch);
        Viterbi.Decode(model.Sequence, ScoresOf(stretch), labels, _viterbi);
        if (!labels.ContainsAnyExcept((byte)NameLabels.Outside)) return;
        Span<short> margins = _margins.AsSpan(0, labels.Length);
        Margins.Find(model.Sequence, ScoresOf(stretch), labels, margins, _viterbi);
        NameSpans.Collect(labels, margins, model.Sequence.Scale, stretch.FirstToken, draft.Names);
    }

    private Span<short> ScoresOf(SentenceData stretch) =>
        _scores.AsSpan((stretch.FirstToken - _first) * _lanes, (stretch.EndToken - stretch.FirstToken) * _lanes);

    private Span<byte> LabelsOf(SentenceData stretch) => _labels.AsSpan(stretch.FirstToken - _first, stretch.EndToken - stretch.FirstToken);

    private void ReadWords(DocumentDraft draft)
    {
        _text.Reserve(draft);
        if (_places.Length < draft.TokenCount) _places = new int[Math.Max(draft.TokenCount, _places.Length * 2)];
        for (int token = 0; token < draft.TokenCount; token++)
        {
            int place = PlaceOf(draft.Form(token), FeatureHash.OfWord(draft.Form(token)));
            _places[token] = place;
            _text.Facts[token] = _cache.Facts(place);
        }
    }

    private int PlaceOf(ReadOnlySpan<char> form, ulong key)
    {
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

    private void Score(DocumentDraft draft, SentenceData stretch, SentenceStyle style)
    {
        for (int token = stretch.FirstToken; token < stretch.EndToken; token++)
        {
            AddWord(draft, token, stretch);
            RowSink sink = new(model.Sequence.Weights, _scores.AsSpan((token - _first) * _lanes, _lanes));
            NameContextFeatures.Add(_text, stretch, style, token, ref sink);
        }
    }

    private void AddWord(DocumentDraft draft, int token, SentenceData stretch)
    {
        ulong key = _text.Facts[token].Form;
        // Another word may have taken the place since.
        int place = _cache.Holds(_places[token], key) ? _places[token] : PlaceOf(draft.Form(token), key);
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            // At position −2 the word stands two before the token that it speaks of.
            int other = token - (position - NameWordFeatures.Middle);
            if (other >= stretch.FirstToken && other < stretch.EndToken)
                LaneMath.Add(_cache.Scores(place, position), _scores.AsSpan((other - _first) * _lanes, _lanes));
        }
    }
}
