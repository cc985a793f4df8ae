using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Syntax;

/// <summary>
/// The parser's scorer: a small feed-forward network in whole numbers. For each word of a sentence it computes, once, what the word adds to
/// the hidden layer in each role (top of the stack, next word, ...); a state then costs a few sums and one small output layer.
/// </summary>
/// <remarks>Belongs to one thread at a time. Whole numbers make the answer the same at every vector width.</remarks>
internal sealed class ParserNetwork
{
    /// <summary>A word is seen with two neighbours on each side, in each of two layers.</summary>
    public const int Window = 5;

    /// <summary>Where the output layer has moves, and the relations of left and right arcs.</summary>
    public const int MovesAt = 0, LeftAt = IntegerMatrix.Panel, RightAt = 2 * IntegerMatrix.Panel, Outputs = 3 * IntegerMatrix.Panel;

    private const int Side = Window / 2, Rows = 4;

    private static readonly short[] Empty = new short[IntegerMatrix.Panel];

    private readonly ParserModel _model;
    private readonly int _maxWords, _roleWidth;
    private readonly short[] _words, _first, _tokens, _roles, _hidden;
    private readonly int[] _sums = new int[Rows * IntegerMatrix.Panel], _scores = new int[IntegerMatrix.Panel];
    private readonly int[] _roleWords = new int[StateFeatures.Roles], _facts = new int[StateFeatures.Facts];

    public ParserNetwork(ParserModel model, int maxWords)
    {
        (_model, _maxWords) = (model, maxWords);
        _roleWidth = StateFeatures.Roles * model.HiddenWidth;
        int rows = maxWords + 2 * Side;
        _words = new short[rows * model.WordWidth];
        _first = new short[rows * model.TokenWidth];
        _tokens = new short[maxWords * model.TokenWidth];
        _roles = new short[maxWords * _roleWidth];
        _hidden = new short[model.HiddenWidth];
    }

    /// <summary>Takes in the sentence of the tokens <c>[first, first + count)</c>.</summary>
    public void ReadSentence(DocumentDraft draft, int first, int count)
    {
        _words.AsSpan(0, Side * _model.WordWidth).Clear();
        for (int i = 0; i < count; i++) ReadWord(WordFeatures.Of(draft, first + i), _words.AsSpan((i + Side) * _model.WordWidth, _model.WordWidth));
        _words.AsSpan((count + Side) * _model.WordWidth, Side * _model.WordWidth).Clear();
        ReadNeighbours(count);
        ReadNeighboursAgain(count);
        ReadRoles(draft, first, count);
    }

    /// <summary>Computes the hidden layer of a state of the sentence last read.</summary>
    public void ReadState(ParserState state)
    {
        StateFeatures.FillRoles(state, _roleWords);
        StateFeatures.FillFacts(state, _roleWords, _facts);
        int width = _model.HiddenWidth;
        for (int at = 0; at < width; at += IntegerMatrix.Panel) SumPanel(at, width);
    }

    /// <summary>The best of the moves that the state allows.</summary>
    public ParserMove BestMove(ParserState state)
    {
        int best = -1, bestScore = 0, width = _model.HiddenWidth;
        for (int move = 0; move < 3; move++)
        {
            if (!state.Allows((ParserMove)move)) continue;
            int score = IntegerMatrix.Dot(_hidden, _model.Moves.AsSpan(move * width, width)) + _model.Biases[MovesAt + move];
            if (best < 0 || score > bestScore) (best, bestScore) = (move, score);
        }
        return (ParserMove)best;
    }

    /// <summary>The best relation for the arc that <paramref name="move"/> makes.</summary>
    public byte BestRelation(ParserMove move)
    {
        if (move == ParserMove.Left) Score(_model.Left, LeftAt);
        else Score(_model.Right, RightAt);
        int best = Relations.Root + 1;
        for (int i = best + 1; i < Relations.Names.Length; i++) if (_scores[i] > _scores[best]) best = i;
        return (byte)best;
    }

    private void ReadWord(WordFeatures word, Span<short> vector)
    {
        vector.Clear();
        int width = _model.WordWidth;
        LaneMath.AddRow(_model.Vectors.AsSpan(_model.Words.RowOf(word.Word) * width, width), vector);
        LaneMath.AddRow(_model.Endings.AsSpan(word.Ending * width, width), vector);
        LaneMath.AddRow(_model.Tags.AsSpan(word.Tag * width, width), vector);
        LaneMath.AddRow(_model.Parts.AsSpan(word.Pos * width, width), vector);
        LaneMath.AddRow(_model.Kinds.AsSpan(word.Kind * width, width), vector);
    }

    private void ReadNeighbours(int count)
    {
        const int Shift = ParserModel.WordPlaces + ParserModel.WeightPlaces - ParserModel.LayerPlaces;
        int width = _model.TokenWidth;
        _first.AsSpan(0, Side * width).Clear();
        _first.AsSpan((count + Side) * width, Side * width).Clear();
        for (int panel = 0; panel < width; panel += IntegerMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.First.Multiply(_words.AsSpan(row * _model.WordWidth), _model.WordWidth, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                    Activate(Sums(r), _model.FirstBias.AsSpan(panel), Shift, Empty, _first.AsSpan((row + r + Side) * width + panel, IntegerMatrix.Panel));
            }
    }

    private void ReadNeighboursAgain(int count)
    {
        const int Shift = ParserModel.WeightPlaces;
        int width = _model.TokenWidth;
        for (int panel = 0; panel < width; panel += IntegerMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.Second.Multiply(_first.AsSpan(row * width), width, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                    Activate(
                        Sums(r), _model.SecondBias.AsSpan(panel), Shift, _first.AsSpan((row + r + Side) * width + panel, IntegerMatrix.Panel),
                        _tokens.AsSpan((row + r) * width + panel, IntegerMatrix.Panel));
            }
    }

    private void ReadRoles(DocumentDraft draft, int first, int count)
    {
        int width = _model.TokenWidth;
        for (int panel = 0; panel < _roleWidth; panel += IntegerMatrix.Panel)
        {
            int role = panel / _model.HiddenWidth;
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.Roles.Multiply(_tokens.AsSpan(row * width), width, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                {
                    int tag = draft.TokenBuffer[first + row + r].Tag;
                    AddShifted(
                        Sums(r), _model.RoleTags.AsSpan(tag * _roleWidth + panel, IntegerMatrix.Panel),
                        _roles.AsSpan(PlaceOf(row + r, role) + panel - role * _model.HiddenWidth, IntegerMatrix.Panel));
                }
            }
        }
    }

    // Role by role, so that what is computed together lies together.
    private int PlaceOf(int word, int role) => (role * _maxWords + word) * _model.HiddenWidth;

    private ReadOnlySpan<int> Sums(int row) => _sums.AsSpan(row * IntegerMatrix.Panel, IntegerMatrix.Panel);

    // output = before + max(0, sum / 2^shift + bias), cut at the largest value.
    private static void Activate(ReadOnlySpan<int> sums, ReadOnlySpan<short> bias, int shift, ReadOnlySpan<short> before, Span<short> output)
    {
        Vector256<int> half = Vector256.Create(1 << (shift - 1));
        Vector256<short> most = Vector256.Create((short)ParserModel.MaxLayer);
        for (int i = 0; i < IntegerMatrix.Panel; i += 16)
        {
            Vector256<int> low = (Vector256.Create(sums.Slice(i, 8)) + half) >> shift, high = (Vector256.Create(sums.Slice(i + 8, 8)) + half) >> shift;
            Vector256<short> value = Vector256.AddSaturate(Vector256.NarrowWithSaturation(low, high), Vector256.Create(bias.Slice(i, 16)));
            value = Vector256.AddSaturate(Vector256.Max(value, Vector256<short>.Zero), Vector256.Create(before.Slice(i, 16)));
            Vector256.Min(value, most).CopyTo(output[i..]);
        }
    }

    private static void AddShifted(ReadOnlySpan<int> sums, ReadOnlySpan<short> addend, Span<short> output)
    {
        const int Shift = ParserModel.LayerPlaces + ParserModel.WeightPlaces - ParserModel.HiddenPlaces;
        Vector256<int> half = Vector256.Create(1 << (Shift - 1));
        for (int i = 0; i < IntegerMatrix.Panel; i += 16)
        {
            Vector256<int> low = (Vector256.Create(sums.Slice(i, 8)) + half) >> Shift, high = (Vector256.Create(sums.Slice(i + 8, 8)) + half) >> Shift;
            (Vector256.NarrowWithSaturation(low, high) + Vector256.Create(addend.Slice(i, 16))).CopyTo(output[i..]);
        }
    }

    // One panel of the hidden layer stays in registers while the rows of all roles and facts are added.
    private void SumPanel(int at, int width)
    {
        Vector256<short> s0 = default, s1 = default, s2 = default, s3 = default;
        ref short roles = ref MemoryMarshal.GetArrayDataReference(_roles), facts = ref MemoryMarshal.GetArrayDataReference(_model.Facts);
        for (int role = 0; role < StateFeatures.Roles; role++)
        {
            int word = _roleWords[role];
            ref short row = ref word < 0
                ? ref Unsafe.Add(ref facts, (StateFeatures.Rows + role) * width + at)
                : ref Unsafe.Add(ref roles, PlaceOf(word, role) + at);
            AddRow(ref row, ref s0, ref s1, ref s2, ref s3);
        }
        foreach (int fact in _facts) AddRow(ref Unsafe.Add(ref facts, fact * width + at), ref s0, ref s1, ref s2, ref s3);
        ref short hidden = ref _hidden[at];
        Cut(s0).StoreUnsafe(ref hidden);
        Cut(s1).StoreUnsafe(ref hidden, 16);
        Cut(s2).StoreUnsafe(ref hidden, 32);
        Cut(s3).StoreUnsafe(ref hidden, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref short row, ref Vector256<short> s0, ref Vector256<short> s1, ref Vector256<short> s2, ref Vector256<short> s3)
    {
        s0 += Vector256.LoadUnsafe(ref row);
        s1 += Vector256.LoadUnsafe(ref row, 16);
        s2 += Vector256.LoadUnsafe(ref row, 32);
        s3 += Vector256.LoadUnsafe(ref row, 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Cut(Vector256<short> sums) =>
        Vector256.Min(Vector256.Max(sums, Vector256<short>.Zero), Vector256.Create((short)ParserModel.MaxHidden));

    private void Score(IntegerMatrix weights, int firstOutput)
    {
        weights.Multiply(_hidden, _hidden.Length, 1, 0, _scores);
        for (int i = 0; i < _scores.Length; i++) _scores[i] += _model.Biases[firstOutput + i];
    }
}
