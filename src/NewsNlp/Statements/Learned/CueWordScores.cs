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
    // A lane more than there are labels, so that a token's sums are a power of two wide.
    private const int Lanes = 4;

    // What a word says to the five tokens that hear of it, from the second before it to the second behind it; filled up to whole vectors.
    private const int Row = 24;

    // A row and the key of its word fill a line of memory.
    private const int Line = MemoryLines.Bytes / sizeof(short), KeyInLine = Row / (sizeof(ulong) / sizeof(short));

    // So many words are looked up together.
    private const int Stretch = 32;

    // A line for each word that StatementWords remembers, at the same place.
    private readonly short[] _lines;
    private readonly int _firstLine;
    private readonly short[] _outside = new short[CueFeatures.Positions * Lanes];

    // Begins two tokens before the article and ends some behind it, so that whole rows can be added to its ends.
    private short[] _sums = [];
    private bool _ready;

    public CueWordScores() => _lines = MemoryLines.Allocate<short>(StatementWords.Places * Line, out _firstLine);

    /// <summary>Sums up the article.</summary>
    public void Read(StatementTokens tokens, CueWeights weights)
    {
        if (!_ready) ReadOutside(weights);
        int size = (tokens.Count + CueFeatures.Middle) * Lanes + Row;
        if (_sums.Length < size) _sums = new short[size * 2];
        _sums.AsSpan(0, size).Clear();
        for (int first = 0; first < tokens.Count; first += Stretch) Read(tokens, weights, first, Math.Min(first + Stretch, tokens.Count));
    }

    // Twice over the words, so that the waits for memory overlap.
    private void Read(StatementTokens tokens, CueWeights weights, int first, int end)
    {
        for (int i = first; i < end; i++) MemoryLines.Prefetch(ref _lines[_firstLine + tokens[i].CachePlace * Line]);
        for (int i = first; i < end; i++)
        {
            Span<short> row = RowOf(tokens[i], weights);
            if (tokens.Near(i - CueFeatures.Middle, i) && tokens.Near(i + CueFeatures.Middle, i)) LaneMath.Add128(row, _sums.AsSpan(i * Lanes, Row));
            else AddAtBorder(tokens, i, row);
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

    private Span<short> RowOf(in TokenFacts word, CueWeights weights)
    {
        Span<short> line = _lines.AsSpan(_firstLine + word.CachePlace * Line, Line);
        ref ulong key = ref MemoryMarshal.Cast<short, ulong>(line)[KeyInLine];
        // 0 is the key of a line that was never filled.
        if (key != word.Key || key == 0)
        {
            key = word.Key;
            Fill(line[..Row], word, weights);
        }
        return line[..Row];
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
