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

    /// <summary>Outputs for the moves, and for the relations of left and of right arcs; more than there are of them.</summary>
    public const int MoveOutputs = ByteScorer.Block, RelationOutputs = 4 * ByteScorer.Block;

    private const int Side = Window / 2, Rows = 4;

    private readonly ParserModel _model;
    private readonly int _maxWords, _roleWidth, _rolesAt;
    private readonly byte[] _words, _first, _tokens, _hidden;

    // What may be summed up to a hidden layer: the rows of the facts, then those of the words in their roles, role by role.
    private readonly short[] _table;
    private readonly short[] _sums = new short[Rows * ByteMatrix.Panel];
    private readonly int[] _scores = new int[RelationOutputs];
    private readonly int[] _roleWords = new int[StateFeatures.Roles], _facts = new int[StateFeatures.Facts], _places = new int[StateFeatures.Roles + StateFeatures.Facts];

    public ParserNetwork(ParserModel model, int maxWords)
    {
        (_model, _maxWords) = (model, maxWords);
        _roleWidth = StateFeatures.Roles * model.HiddenWidth;
        _rolesAt = model.Facts.Length;
        int rows = maxWords + 2 * Side;
        _words = new byte[rows * model.WordWidth];
        _first = new byte[rows * model.TokenWidth];
        _tokens = new byte[maxWords * model.TokenWidth];
        _table = new short[_rolesAt + maxWords * _roleWidth];
        model.Facts.CopyTo(_table, 0);
        _hidden = new byte[model.HiddenWidth];
    }

    /// <summary>Takes in the sentence of the tokens <c>[first, first + count)</c>.</summary>
    public void ReadSentence(DocumentDraft draft, int first, int count)
    {
        ReadWords(draft, first, count);
        ReadNeighbours(count);
        ReadNeighboursAgain(count);
        for (int role = 0; role < StateFeatures.Roles; role++) ReadRole(draft, first, count, role);
    }

    /// <summary>Computes the hidden layer of a state of the sentence last read.</summary>
    public void ReadState(ParserState state)
    {
        StateFeatures.FillRoles(state, _roleWords);
        StateFeatures.FillFacts(state, _roleWords, _facts);
        int width = _model.HiddenWidth;
        for (int role = 0; role < StateFeatures.Roles; role++)
            _places[role] = _roleWords[role] < 0 ? (StateFeatures.Rows + role) * width : PlaceOf(_roleWords[role], role);
        for (int i = 0; i < StateFeatures.Facts; i++) _places[StateFeatures.Roles + i] = _facts[i] * width;
        ParserLanes.SumRows(_table, _places, _hidden);
    }

    /// <summary>The best of the moves that the state allows.</summary>
    public ParserMove BestMove(ParserState state)
    {
        _model.Moves.Score(_hidden, _scores);
        int best = -1;
        for (int move = 0; move < 3; move++)
            if (state.Allows((ParserMove)move) && (best < 0 || _scores[move] > _scores[best])) best = move;
        return (ParserMove)best;
    }

    /// <summary>The best relation for the arc that <paramref name="move"/> makes.</summary>
    public byte BestRelation(ParserMove move)
    {
        (move == ParserMove.Left ? _model.Left : _model.Right).Score(_hidden, _scores);
        int best = Relations.Root + 1;
        for (int i = best + 1; i < Relations.Names.Length; i++) if (_scores[i] > _scores[best]) best = i;
        return (byte)best;
    }

    private void ReadWords(DocumentDraft draft, int first, int count)
    {
        int width = _model.WordWidth;
        _words.AsSpan(0, Side * width).Fill(ParserModel.WordOffset);
        for (int i = 0; i < count; i++) ReadWord(WordFeatures.Of(draft, first + i), _words.AsSpan((i + Side) * width, width));
        _words.AsSpan((count + Side) * width, Side * width).Fill(ParserModel.WordOffset);
    }

    private void ReadWord(WordFeatures word, Span<byte> vector)
    {
        int width = _model.WordWidth;
        ParserLanes.SumVectors(
            _model.Vectors.AsSpan(_model.Words.RowOf(word.Word) * width, width), _model.Endings.AsSpan(word.Ending * width, width),
            _model.Tags.AsSpan(word.Tag * width, width), _model.Parts.AsSpan(word.Pos * width, width), _model.Kinds.AsSpan(word.Kind * width, width), vector);
    }

    private void ReadNeighbours(int count)
    {
        int width = _model.TokenWidth;
        _first.AsSpan(0, Side * width).Clear();
        _first.AsSpan((count + Side) * width, Side * width).Clear();
        for (int panel = 0; panel < width; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.First.Multiply(_words.AsSpan(row * _model.WordWidth), _model.WordWidth, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                    ParserLanes.Activate(Sums(r), _model.FirstBias.AsSpan(panel), _first.AsSpan((row + r + Side) * width + panel, ByteMatrix.Panel));
            }
    }

    // The second layer adds to the first.
    private void ReadNeighboursAgain(int count)
    {
        int width = _model.TokenWidth;
        for (int panel = 0; panel < width; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.Second.Multiply(_first.AsSpan(row * width), width, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                {
                    Span<byte> token = _tokens.AsSpan((row + r) * width + panel, ByteMatrix.Panel);
                    ParserLanes.Activate(Sums(r), _model.SecondBias.AsSpan(panel), token);
                    ParserLanes.AddCut(_first.AsSpan((row + r + Side) * width + panel, ByteMatrix.Panel), token);
                }
            }
    }

    private void ReadRole(DocumentDraft draft, int first, int count, int role)
    {
        int width = _model.TokenWidth;
        for (int panel = 0; panel < _model.HiddenWidth; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row), column = role * _model.HiddenWidth + panel;
                _model.Roles.Multiply(_tokens.AsSpan(row * width), width, rows, column, _sums);
                for (int r = 0; r < rows; r++)
                {
                    int tag = draft.TokenBuffer[first + row + r].Tag;
                    ParserLanes.AddShifted(
                        Sums(r), _model.RoleTags.AsSpan(tag * _roleWidth + column, ByteMatrix.Panel),
                        _table.AsSpan(PlaceOf(row + r, role) + panel, ByteMatrix.Panel));
                }
            }
    }

    private int PlaceOf(int word, int role) => _rolesAt + (role * _maxWords + word) * _model.HiddenWidth;

    private ReadOnlySpan<short> Sums(int row) => _sums.AsSpan(row * ByteMatrix.Panel, ByteMatrix.Panel);
}
