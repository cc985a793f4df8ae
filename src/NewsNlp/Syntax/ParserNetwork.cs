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
    /// <summary>A word is seen with two neighbours on each side, in each layer.</summary>
    public const int Window = 5;

    /// <summary>Outputs for the moves, and for the relations of left and of right arcs; more than there are of them.</summary>
    public const int MoveOutputs = ByteScorer.Block, RelationOutputs = 4 * ByteScorer.Block;

    private const int Side = Window / 2, Rows = 4;

    private readonly ParserModel _model;
    private readonly int _maxWords, _columns, _noWordAt, _rolesAt;
    private readonly byte[] _words, _hidden;
    private byte[] _tokens, _tokensBefore;

    // What may be summed up to a hidden layer: rows of the pairs of facts, of roles without a word, and of the words in their roles.
    private readonly short[] _table;
    private readonly byte[] _tags;
    private readonly bool[] _isKnown;
    private readonly short[] _sums = new short[Rows * ByteMatrix.Panel];
    private readonly int[] _scores = new int[RelationOutputs];
    private readonly int[] _roleWords = new int[StateFeatures.Roles], _places = new int[StateFeatures.Pairs + StateFeatures.Roles];

    public ParserNetwork(ParserModel model, int maxWords)
    {
        (_model, _maxWords) = (model, maxWords);
        _columns = StateFeatures.ColumnOf(StateFeatures.Roles, model.HiddenWidth);
        (_noWordAt, _rolesAt) = (model.Pairs.Length, model.Pairs.Length + model.NoWord.Length);
        int rows = maxWords + 2 * Side;
        _words = new byte[rows * model.WordWidth];
        _tokens = new byte[rows * model.TokenWidth];
        _tokensBefore = new byte[rows * model.TokenWidth];
        _table = new short[_rolesAt + maxWords * _columns];
        model.Pairs.CopyTo(_table, 0);
        model.NoWord.CopyTo(_table, _noWordAt);
        (_tags, _isKnown) = (new byte[maxWords], new bool[StateFeatures.Roles * maxWords]);
        _hidden = new byte[model.HiddenWidth];
    }

    /// <summary>Takes in the sentence of the tokens <c>[first, first + count)</c>.</summary>
    public void ReadSentence(DocumentDraft draft, int first, int count)
    {
        ReadWords(draft, first, count);
        ClearEnds(count);
        ReadFirstLayer(count);
        for (int layer = 1; layer < _model.Layers.Length; layer++) ReadLayer(layer, count);
        foreach (int role in StateFeatures.UsualRoles) ReadRole(role, count);
        for (int role = 0; role < StateFeatures.Roles; role++) _isKnown.AsSpan(role * _maxWords, count).Fill(StateFeatures.UsualRoles.Contains(role));
    }

    /// <summary>Computes the hidden layer of a state of the sentence last read.</summary>
    public void ReadState(ParserState state)
    {
        StateFeatures.FillRoles(state, _roleWords);
        StateFeatures.FillPairs(state, _roleWords, _places);
        for (int i = 0; i < StateFeatures.Pairs; i++) _places[i] *= _model.HiddenWidth;
        for (int role = 0; role < StateFeatures.Roles; role++) _places[StateFeatures.Pairs + role] = PlaceOf(role, _roleWords[role], state);
        ParserLanes.SumRows(_table, _places, StateFeatures.Pairs + StateFeatures.WideRoles, _hidden);
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
        for (int i = 0; i < count; i++)
        {
            WordFeatures word = WordFeatures.Of(draft, first + i);
            _tags[i] = word.Tag;
            ReadWord(word, _words.AsSpan((i + Side) * width, width));
        }
        _words.AsSpan((count + Side) * width, Side * width).Fill(ParserModel.WordOffset);
    }

    private void ReadWord(WordFeatures word, Span<byte> vector)
    {
        int width = _model.WordWidth;
        ParserLanes.SumVectors(
            _model.Vectors.AsSpan(_model.Words.RowOf(word.Word) * width, width), _model.Endings.AsSpan(word.Ending * width, width),
            _model.Tags.AsSpan(word.Tag * width, width), _model.Parts.AsSpan(word.Pos * width, width), _model.Kinds.AsSpan(word.Kind * width, width), vector);
    }

    // The places before and after the sentence; whichever of the two arrays a layer reads.
    private void ClearEnds(int count)
    {
        int side = Side * _model.TokenWidth, end = side + count * _model.TokenWidth;
        foreach (byte[] tokens in (ReadOnlySpan<byte[]>)[_tokens, _tokensBefore])
        {
            tokens.AsSpan(0, side).Clear();
            tokens.AsSpan(end, side).Clear();
        }
    }

    private void ReadFirstLayer(int count)
    {
        (ByteMatrix weights, short[] bias) = _model.Layers[0];
        for (int panel = 0; panel < _model.TokenWidth; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                weights.Multiply(_words.AsSpan(row * _model.WordWidth), _model.WordWidth, rows, panel, _sums);
                for (int r = 0; r < rows; r++) ParserLanes.Activate(Sums(r), bias.AsSpan(panel), Token(_tokens, row + r, panel));
            }
    }

    private void ReadLayer(int layer, int count)
    {
        (_tokens, _tokensBefore) = (_tokensBefore, _tokens);
        (ByteMatrix weights, short[] bias) = _model.Layers[layer];
        int width = _model.TokenWidth;
        for (int panel = 0; panel < width; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                weights.Multiply(_tokensBefore.AsSpan(row * width), width, rows, panel, _sums);
                for (int r = 0; r < rows; r++)
                {
                    Span<byte> token = Token(_tokens, row + r, panel);
                    ParserLanes.Activate(Sums(r), bias.AsSpan(panel), token);
                    ParserLanes.AddCut(Token(_tokensBefore, row + r, panel), token);
                }
            }
    }

    // All words in a role.
    private void ReadRole(int role, int count)
    {
        int width = _model.TokenWidth, column = StateFeatures.ColumnOf(role, _model.HiddenWidth), end = column + StateFeatures.WidthOf(role, _model.HiddenWidth);
        for (int panel = column; panel < end; panel += ByteMatrix.Panel)
            for (int row = 0; row < count; row += Rows)
            {
                int rows = Math.Min(Rows, count - row);
                _model.Roles.Multiply(_tokens.AsSpan((row + Side) * width), width, rows, panel, _sums);
                for (int r = 0; r < rows; r++) AddTag(Sums(r), row + r, panel, PlaceOf(role, row + r) + panel - column);
            }
    }

    // One word in a role that many words never come into. A child has its relation by then and keeps it.
    private void ReadRole(int role, int word, byte relation)
    {
        int width = _model.TokenWidth, column = StateFeatures.ColumnOf(role, _model.HiddenWidth), end = column + StateFeatures.WidthOf(role, _model.HiddenWidth);
        int place = PlaceOf(role, word);
        for (int panel = column; panel < end; panel += ByteMatrix.Panel)
        {
            _model.Roles.Multiply(_tokens.AsSpan((word + Side) * width), width, 1, panel, _sums);
            AddTag(Sums(0), word, panel, place + panel - column);
        }
        if (role >= StateFeatures.FirstChildRole) LaneMath.Add(_model.RelationRow(role, relation), _table.AsSpan(place, StateFeatures.NarrowWidth));
        _isKnown[role * _maxWords + word] = true;
    }

    private void AddTag(ReadOnlySpan<short> sums, int word, int panel, int place) => ParserLanes.AddShifted(
        sums, _model.RoleTags.AsSpan(_tags[word] * _columns + panel, ByteMatrix.Panel), _table.AsSpan(place, ByteMatrix.Panel));

    private int PlaceOf(int role, int word, ParserState state)
    {
        if (word < 0) return _noWordAt + StateFeatures.ColumnOf(role, _model.HiddenWidth);
        if (!_isKnown[role * _maxWords + word]) ReadRole(role, word, state.Relation(word));
        return PlaceOf(role, word);
    }

    // Role by role, so that what is computed together lies together.
    private int PlaceOf(int role, int word) =>
        _rolesAt + StateFeatures.ColumnOf(role, _model.HiddenWidth) * _maxWords + word * StateFeatures.WidthOf(role, _model.HiddenWidth);

    private Span<byte> Token(byte[] tokens, int word, int panel) => tokens.AsSpan((word + Side) * _model.TokenWidth + panel, ByteMatrix.Panel);

    private ReadOnlySpan<short> Sums(int row) => _sums.AsSpan(row * ByteMatrix.Panel, ByteMatrix.Panel);
}
