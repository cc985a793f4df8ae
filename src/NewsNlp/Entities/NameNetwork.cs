using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Entities;

/// <summary>
/// What words, seen with the words about them, are taken for by a small network in whole numbers, where candidates are in doubt. It has seen far less of a word
/// than the sequence model, but its context in vectors, so that its word beside the other's tells more than either.
/// </summary>
/// <remarks>Belongs to one thread at a time. Whole numbers make the answer the same at every vector width.</remarks>
internal sealed class NameNetwork(NameNetworkModel model)
{
    /// <summary>A loss is told in so many steps to one unit of log-odds, and none is larger than <see cref="MostLoss"/>.</summary>
    public const int Steps = NameCandidate.Steps, MostLoss = 8 * Steps;

    private const int Side = NameNetworkModel.Side, Rows = 4, Panel = ByteMatrix.Panel, Lanes = NameNetworkModel.Scores;
    private const int LossShift = NetworkNumbers.ProductPlaces - 4;

    private const int CacheSetBits = 9;

    private readonly int _reach = Side * (1 + model.Later.Length);
    private readonly WordScoreCache<byte> _cache = new(CacheSetBits, NameNetworkModel.Window, model.Width);
    private readonly byte[] _word = new byte[NameNetworkModel.WordWidth];
    private readonly short[] _sums = new short[Rows * Panel];
    private readonly short[] _half = new short[NameNetworkModel.HalfWidth];
    private readonly int[] _scores = new int[Lanes];
    private readonly ushort[] _facts = new ushort[NameNetworkFeatures.Most];
    private short[] _firstSums = [];
    private byte[] _tokens = [], _tokensBefore = [], _losses = [];
    private int _first;

    /// <summary>What the network knows a word by.</summary>
    public static uint WordOf(in WordFacts facts) => WordOf(facts.Normal);

    public static uint WordOf(ReadOnlySpan<char> form) => WordOf(FeatureHash.OfNormal(form));

    private static uint WordOf(ulong normal) => (uint)(normal >> 32);

    /// <summary>The tokens to come are <c>[first, first + count)</c>.</summary>
    public void Begin(int first, int count)
    {
        _first = first;
        if (_losses.Length < count * Lanes) _losses = new byte[Math.Max(count * Lanes, 2 * _losses.Length)];
    }

    /// <summary>For each label how far the network puts it behind its best one; only of tokens in and beside candidates that were in doubt.</summary>
    public ReadOnlySpan<byte> LossesOf(int token) => _losses.AsSpan((token - _first) * Lanes, ClassLabels.Count);

    /// <summary>Reads all tokens of a stretch in and beside candidates that are in doubt.</summary>
    /// <param name="candidates">Those of the stretch, by first token.</param>
    public void Read(DocumentDraft draft, NameText text, SentenceData stretch, ReadOnlySpan<NameCandidate> candidates)
    {
        int first = -1, end = -1;
        foreach (ref readonly NameCandidate candidate in candidates)
        {
            if (NameVerdict.IsPlain(candidate)) continue;
            if (first >= 0 && candidate.First - 1 > end)
            {
                Read(draft, text, stretch, first, end);
                first = -1;
            }
            if (first < 0) first = Math.Max(stretch.FirstToken, candidate.First - 1);
            end = Math.Max(end, Math.Min(stretch.EndToken, candidate.End + 1));
        }
        if (first >= 0) Read(draft, text, stretch, first, end);
    }

    // What a token is taken for depends on the tokens within reach; what these depend on beyond that is not needed.
    private void Read(DocumentDraft draft, NameText text, SentenceData stretch, int first, int end)
    {
        int from = Math.Max(stretch.FirstToken, first - _reach), to = Math.Min(stretch.EndToken, end + _reach), count = to - from;
        Reserve(count);
        for (int layer = 0; layer <= model.Later.Length; layer++)
        {
            int needed = _reach - Side * (layer + 1), firstRow = Math.Max(from, first - needed) - from, endRow = Math.Min(to, end + needed) - from;
            if (layer == 0) ReadFirstLayer(draft, text, from, count, firstRow, endRow);
            else ReadLayer(model.Later[layer - 1], firstRow, endRow);
            _tokens.AsSpan(0, Side * model.Width).Clear();
            _tokens.AsSpan((count + Side) * model.Width, Side * model.Width).Clear();
        }
        for (int token = first; token < end; token++) ReadLosses(token, token - from);
    }

    private void Reserve(int count)
    {
        // Rows are read by fours, also behind the last one.
        int rows = count + 2 * Side + Rows - 1;
        if (_tokens.Length >= rows * model.Width) return;
        (_tokens, _tokensBefore) = (new byte[2 * rows * model.Width], new byte[2 * rows * model.Width]);
        _firstSums = new short[2 * rows * model.Width];
    }

    // Rows [first, end) of the count that begin at a token: each word adds to the rows about it what it means at its place in their windows.
    private void ReadFirstLayer(DocumentDraft draft, NameText text, int from, int count, int first, int end)
    {
        int width = model.Width;
        _firstSums.AsSpan(first * width, (end - first) * width).Clear();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<short> word = WordAt(draft, text, from + i);
            for (int place = 0; place < NameNetworkModel.Window; place++)
            {
                int row = i + Side - place;
                if (row >= first && row < end) LaneMath.Add(word.Slice(place * width, width), _firstSums.AsSpan(row * width, width));
            }
        }
        for (int row = first; row < end; row++)
            for (int panel = 0; panel < width; panel += Panel)
                ByteLayers.Activate(_firstSums.AsSpan(row * width + panel, Panel), model.FirstBias.AsSpan(panel), [], Token(_tokens, row, panel));
    }

    // What a token's word, tag and facts add at each place of a window; remembered, since news repeats its words.
    private Span<short> WordAt(DocumentDraft draft, NameText text, int token)
    {
        ulong key = FeatureHash.Pair(draft.Words[token], NameNetworkFeatures.OfPlace(draft, text, token));
        int place = _cache.Find(key);
        if (place >= 0) return _cache.Scores(place);
        Span<short> scores = _cache.Scores(_cache.Claim(key));
        ReadWord(draft, text, token);
        for (int at = 0; at < NameNetworkModel.Window; at++)
        {
            Span<short> sums = scores.Slice(at * model.Width, model.Width);
            for (int panel = 0; panel < model.Width; panel += Panel) model.First[at].Weights.MultiplyOne(_word, panel, sums[panel..]);
            LaneMath.Add(model.First[at].Offset, sums);
        }
        return scores;
    }

    private void ReadWord(DocumentDraft draft, NameText text, int token)
    {
        const int Half = NameNetworkModel.HalfWidth;
        _half.AsSpan().Clear();
        LaneMath.AddRow(model.Vectors.AsSpan(model.Words.RowOf(WordOf(text.Facts[token])) * Half, Half), _half);
        ByteLayers.AddOffset(_half, _word.AsSpan(0, Half));
        _half.AsSpan().Clear();
        int facts = NameNetworkFeatures.Fill(draft, text, token, _facts);
        foreach (ushort fact in _facts.AsSpan(0, facts)) LaneMath.AddRow(model.Facts.AsSpan(fact * Half, Half), _half);
        ByteLayers.AddOffset(_half, _word.AsSpan(Half));
    }

    private void ReadLayer((ByteMatrix Weights, short[] Bias) layer, int first, int end)
    {
        (_tokens, _tokensBefore) = (_tokensBefore, _tokens);
        for (int panel = 0; panel < model.Width; panel += Panel)
            for (int row = first; row < end; row += Rows)
            {
                layer.Weights.MultiplyFour(_tokensBefore.AsSpan(row * model.Width), model.Width, panel, _sums);
                for (int r = 0; r < Math.Min(Rows, end - row); r++)
                    ByteLayers.Activate(_sums.AsSpan(r * Panel, Panel), layer.Bias.AsSpan(panel), Token(_tokensBefore, row + r, panel), Token(_tokens, row + r, panel));
            }
    }

    private void ReadLosses(int token, int row)
    {
        model.Output.Score(_tokens.AsSpan((row + Side) * model.Width, model.Width), _scores);
        int most = int.MinValue;
        for (int label = 0; label < ClassLabels.Count; label++) most = Math.Max(most, _scores[label]);
        Span<byte> losses = _losses.AsSpan((token - _first) * Lanes, ClassLabels.Count);
        for (int label = 0; label < losses.Length; label++) losses[label] = (byte)Math.Min(MostLoss, (most - _scores[label]) >> LossShift);
    }

    private Span<byte> Token(byte[] tokens, int row, int panel) => tokens.AsSpan((row + Side) * model.Width + panel, Panel);
}
