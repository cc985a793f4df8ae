using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>What the words of a document say of themselves and of their neighbours' labels: the scores that a cache remembers.</summary>
internal sealed class NameWords
{
    private const int CacheSetBits = 11;

    // So many words are looked up together.
    private const int Stretch = 32;

    // More than the features of one word in all positions.
    private const int MaxFeatures = 96;

    private readonly NamesModel _model;
    private readonly WordScoreCache<NameWord> _cache;
    private readonly uint[] _buffer = new uint[MaxFeatures];
    private readonly short[] _rivals;
    private int[] _places = [];
    private PositionLeads[] _leads = [];

    // How often a word of the document took another's place.
    private int _claims;

    // All words of the document are where they were found, so that none need be looked for again.
    private bool _held;

    public NameWords(NamesModel model)
    {
        _model = model;
        int lanes = model.Sequence.Lanes;
        _cache = new WordScoreCache<NameWord>(CacheSetBits, NameWordFeatures.Positions, lanes);
        _rivals = new short[lanes];
        _rivals.AsSpan().Fill(short.MinValue);
        _rivals.AsSpan(NameLabels.Outside + 1, model.Sequence.Labels.Length - 1).Fill(short.MaxValue);
    }

    /// <summary>Looks the document's words up and fills in their facts.</summary>
    public void Read(DocumentDraft draft, NameText text)
    {
        if (_places.Length < draft.TokenCount)
        {
            int size = Math.Max(draft.TokenCount, _places.Length * 2);
            (_places, _leads) = (new int[size], new PositionLeads[size]);
        }
        _claims = 0;
        for (int first = 0; first < draft.TokenCount; first += Stretch) Read(draft, text, first, Math.Min(first + Stretch, draft.TokenCount));
        _held = _claims == 0 || AreHeld(draft);
    }

    // Whether all words of the document are remembered where they were found.
    private bool AreHeld(DocumentDraft draft)
    {
        ReadOnlySpan<ulong> words = draft.Words;
        for (int token = 0; token < words.Length; token++)
            if (!_cache.Holds(_places[token], words[token])) return false;
        return true;
    }

    // Three times over the words, so that the waits for memory overlap.
    private void Read(DocumentDraft draft, NameText text, int first, int end)
    {
        ReadOnlySpan<ulong> words = draft.Words;
        for (int token = first; token < end; token++) _cache.ExpectPlace(words[token]);
        for (int token = first; token < end; token++)
        {
            int place = _places[token] = PlaceOf(draft.Form(token), words[token]);
            _cache.ExpectFacts(place);
        }
        for (int token = first; token < end; token++)
        {
            ref NameWord word = ref _cache.Facts(PlaceOf(draft, token));
            text.Facts[token] = word.Facts;
            _leads[token] = word.Leads;
        }
    }

    // Where a word is that was looked up; another may have taken its place since.
    private int PlaceOf(DocumentDraft draft, int token) =>
        _cache.Holds(_places[token], draft.Words[token]) ? _places[token] : _places[token] = PlaceOf(draft.Form(token), draft.Words[token]);

    /// <summary>The sum of the leads that the words around a token give "no name": never more than the lead of their summed scores.</summary>
    public int LeastLead(SentenceData stretch, int token)
    {
        int lead = 0, first = token - NameWordFeatures.Middle;
        if (first >= stretch.FirstToken && first + NameWordFeatures.Positions <= stretch.EndToken)
        {
            ReadOnlySpan<PositionLeads> leads = _leads.AsSpan(first, NameWordFeatures.Positions);
            return leads[0][0] + leads[1][1] + leads[2][2] + leads[3][3] + leads[4][4];
        }
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            int other = first + position;
            if (other >= stretch.FirstToken && other < stretch.EndToken) lead += _leads[other][position];
        }
        return lead;
    }

    /// <summary>Has fetched what <see cref="Score"/> adds up for a token.</summary>
    public void Expect(SentenceData stretch, int token)
    {
        int first = token - NameWordFeatures.Middle;
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            int other = first + position;
            if (other >= stretch.FirstToken && other < stretch.EndToken) _cache.ExpectScores(_places[other], position);
        }
    }

    /// <summary>Sets <paramref name="sums"/> to the scores that the words around a token give it.</summary>
    /// <returns>How far "no name" leads.</returns>
    public int Score(DocumentDraft draft, SentenceData stretch, int token, Span<short> sums)
    {
        int first = token - NameWordFeatures.Middle;
        if (_held && first >= stretch.FirstToken && first + NameWordFeatures.Positions <= stretch.EndToken)
        {
            ReadOnlySpan<int> places = _places.AsSpan(first, NameWordFeatures.Positions);
            LaneMath.SetToSum(
                _cache.Scores(places[0], 0), _cache.Scores(places[1], 1), _cache.Scores(places[2], 2), _cache.Scores(places[3], 3), _cache.Scores(places[4], 4), sums);
            return Lead(sums);
        }
        sums.Clear();
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            int other = first + position;
            if (other >= stretch.FirstToken && other < stretch.EndToken) LaneMath.Add(_cache.Scores(PlaceOf(draft, other), position), sums);
        }
        return Lead(sums);
    }

    private int PlaceOf(ReadOnlySpan<char> form, ulong key)
    {
        int place = _cache.Find(key);
        if (place >= 0) return place;
        place = _cache.Claim(key);
        _claims++;
        ref NameWord word = ref _cache.Facts(place);
        word.Facts = WordFacts.Of(form, _model.Clusters, _model.Gazetteer);
        BatchSink sink = new(_model.Sequence.Weights, _buffer);
        Span<int> ends = stackalloc int[NameWordFeatures.Positions], starts = stackalloc int[NameWordFeatures.Positions];
        for (int position = 0; position < NameWordFeatures.Positions; position++)
        {
            NameWordFeatures.Add(word.Facts, form, position, ref sink);
            (ends[position], starts[position]) = (sink.Count, position * _model.Sequence.Lanes);
        }
        sink.AddTo(_cache.Scores(place), ends, starts);
        for (int position = 0; position < NameWordFeatures.Positions; position++) word.Leads[position] = (short)Lead(_cache.Scores(place, position));
        return place;
    }

    private int Lead(ReadOnlySpan<short> scores)
    {
        ReadOnlySpan<Vector128<short>> blocks = MemoryMarshal.Cast<short, Vector128<short>>(scores), rivals = MemoryMarshal.Cast<short, Vector128<short>>(_rivals);
        Vector128<short> tops = Vector128.Min(blocks[0], rivals[0]);
        for (int i = 1; i < blocks.Length; i++) tops = Vector128.Max(tops, Vector128.Min(blocks[i], rivals[i]));
        return scores[NameLabels.Outside] - Viterbi.Largest(tops);
    }
}
