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
    private const int CacheSetBits = 11;

    // A lane more than there are labels, so that a token's sums are a power of two wide.
    private const int Lanes = 4;

    // What a word says to the five tokens that hear of it, from the second before it to the second behind it; filled up to whole vectors.
    private const int Row = 24;

    // So many words are looked up together.
    private const int Stretch = 32;

    private readonly WordScoreCache<ulong> _cache = new(CacheSetBits, positions: 1, Row);
    private readonly short[] _outside = new short[CueFeatures.Positions * Lanes];

    // Begins two tokens before the article and ends some behind it, so that whole rows can be added to its ends.
    private short[] _sums = [];
    private bool _ready;

    /// <summary>Sums up the article.</summary>
    public void Read(StatementTokens tokens, CueWeights weights)
    {
        if (!_ready) ReadOutside(weights);
        int size = (tokens.Count + CueFeatures.Middle) * Lanes + Row;
        if (_sums.Length < size) _sums = new short[size * 2];
        _sums.AsSpan(0, size).Clear();
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
            if (tokens.Near(i - CueFeatures.Middle, i) && tokens.Near(i + CueFeatures.Middle, i)) LaneMath.Add128(_cache.Scores(place), _sums.AsSpan(i * Lanes, Row));
            else AddAtBorder(tokens, i, _cache.Scores(place));
        }
    }

    // Near the border of a block some who would hear of the word lie beyond it, and the word hears of the border.
    private void AddAtBorder(StatementTokens tokens, int token, ReadOnlySpan<short> row)
    {
        for (int position = 0; position < CueFeatures.Positions; position++)
        {
            int hearer = token + CueFeatures.Middle - position, other = token + position - CueFeatures.Middle;
            if (tokens.Near(hearer, token)) LaneMath.AddScalar(row.Slice(PlaceInRow(position), Lanes), SumsOf(hearer));
            if (!tokens.Near(other, token)) LaneMath.AddScalar(_outside.AsSpan(position * Lanes, Lanes), SumsOf(token));
        }
    }

    public CueScores this[int token]
    {
        get
        {
            ReadOnlySpan<short> sums = SumsOf(token);
            return new CueScores(sums[CueTagger.Outside], sums[CueTagger.Begin], sums[CueTagger.Inside]);
        }
    }

    private Span<short> SumsOf(int token) => _sums.AsSpan((token + CueFeatures.Middle) * Lanes, Lanes);

    // The word stands at a position as seen from the token that hears of it: the last position is that of the first token.
    private static int PlaceInRow(int position) => (CueFeatures.Positions - 1 - position) * Lanes;

    private int PlaceOf(in TokenFacts word, CueWeights weights)
    {
        int place = _cache.Find(word.Key);
        if (place >= 0) return place;
        place = _cache.Claim(word.Key);
        Fill(_cache.Scores(place), word, weights);
        return place;
    }

    // Three times over the positions, so that the waits for memory overlap.
    private static void Fill(Span<short> row, in TokenFacts word, CueWeights weights)
    {
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        Span<int> ends = stackalloc int[CueFeatures.Positions], counts = stackalloc int[CueFeatures.Positions];
        CueSink sink = new(weights, memory);
        for (int position = 0; position < CueFeatures.Positions; position++)
        {
            CueFeatures.AddWord(word, position, ref sink);
            ends[position] = sink.Features.Length;
        }
        for (int position = 0, first = 0; position < CueFeatures.Positions; first = ends[position++])
            counts[position] = weights.Sift(memory[first..ends[position]]);
        for (int position = 0, first = 0; position < CueFeatures.Positions; first = ends[position++])
            Write(weights.Sum(memory.Slice(first, counts[position])), row[PlaceInRow(position)..]);
    }

    private void ReadOutside(CueWeights weights)
    {
        Span<uint> memory = stackalloc uint[FeatureBuffer.Size];
        for (int position = 0; position < CueFeatures.Positions; position++)
        {
            CueSink sink = new(weights, memory);
            CueFeatures.AddOutside(position, ref sink);
            Write(weights.Sum(memory[..weights.Sift(sink.Features)]), _outside.AsSpan(position * Lanes, Lanes));
        }
        _ready = true;
    }

    private static void Write(CueScores sum, Span<short> scores) =>
        (scores[CueTagger.Outside], scores[CueTagger.Begin], scores[CueTagger.Inside]) = ((short)sum.Outside, (short)sum.Begin, (short)sum.Inside);
}
