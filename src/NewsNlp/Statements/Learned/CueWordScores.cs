using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Learning;

namespace NewsNlp.Statements.Learned;

/// <summary>
/// What the words of an article say one by one for and against a cue, at their own place and near it, summed up for each token. News
/// repeats its words, so that the sums of a word are mostly known from before.
/// </summary>
internal sealed class CueWordScores
{
    private const int CacheSetBits = 10, Lanes = 3;

    // So many words are looked up together.
    private const int Stretch = 32;

    private readonly WordScoreCache<ulong> _cache = new(CacheSetBits, CueFeatures.Positions, Lanes);
    private readonly short[] _outside = new short[CueFeatures.Positions * Lanes];
    private short[] _sums = [];
    private bool _ready;

    /// <summary>Sums up the article.</summary>
    public void Read(StatementTokens tokens, CueWeights weights)
    {
        if (!_ready) ReadOutside(weights);
        if (_sums.Length < tokens.Count * Lanes) _sums = new short[tokens.Count * Lanes * 2];
        _sums.AsSpan(0, tokens.Count * Lanes).Clear();
        for (int first = 0; first < tokens.Count; first += Stretch) Read(tokens, weights, first, Math.Min(first + Stretch, tokens.Count));
    }

    // Three times over the words, so that the waits for memory overlap.
    private void Read(StatementTokens tokens, CueWeights weights, int first, int end)
    {
        Span<int> places = stackalloc int[Stretch];
        for (int i = first; i < end; i++) _cache.ExpectPlace(tokens[i].Key);
        for (int i = first; i < end; i++) _cache.ExpectScores(places[i - first] = PlaceOf(tokens[i], weights));
        for (int i = first; i < end; i++)
        {
            // Another word may have taken the place since.
            int place = _cache.Holds(places[i - first], tokens[i].Key) ? places[i - first] : PlaceOf(tokens[i], weights);
            for (int position = 0; position < CueFeatures.Positions; position++)
            {
                // The word stands at a position as seen from the token that hears of it.
                int hearer = i - (position - CueFeatures.Middle), other = i + (position - CueFeatures.Middle);
                if (tokens.Near(hearer, i)) Add(_cache.Scores(place, position), hearer);
                if (!tokens.Near(other, i)) Add(_outside.AsSpan(position * Lanes, Lanes), i);
            }
        }
    }

    public CueScores this[int token] => new(_sums[token * Lanes], _sums[token * Lanes + 1], _sums[token * Lanes + 2]);

    private void Add(ReadOnlySpan<short> scores, int token)
    {
        for (int i = 0; i < Lanes; i++) _sums[token * Lanes + i] += scores[i];
    }

    private int PlaceOf(in TokenFacts word, CueWeights weights)
    {
        int place = _cache.Find(word.Key);
        if (place >= 0) return place;
        place = _cache.Claim(word.Key);
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int position = 0; position < CueFeatures.Positions; position++)
        {
            FeatureBuffer buffer = new(memory);
            CueFeatures.AddWord(word, position, ref buffer);
            Write(weights, buffer.Features, _cache.Scores(place, position));
        }
        return place;
    }

    private void ReadOutside(CueWeights weights)
    {
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int position = 0; position < CueFeatures.Positions; position++)
        {
            FeatureBuffer buffer = new(memory);
            CueFeatures.AddOutside(position, ref buffer);
            Write(weights, buffer.Features, _outside.AsSpan(position * Lanes, Lanes));
        }
        _ready = true;
    }

    private static void Write(CueWeights weights, Span<uint> features, Span<short> scores)
    {
        CueScores sum = default;
        weights.AddTo(ref sum, features);
        (scores[0], scores[1], scores[2]) = ((short)sum.Outside, (short)sum.Begin, (short)sum.Inside);
    }
}
