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

    /// <summary>So many moves there are.</summary>
    public const int Moves = 3;

    /// <summary>Outputs for the moves, and for the relations of left and of right arcs; more than there are of them.</summary>
    public const int MoveOutputs = ByteScorer.Block, RelationOutputs = 4 * ByteScorer.Block;

    private const int Side = Window / 2, Rows = 4;

    private readonly ParserModel _model;
    private readonly WordVectorCache _vectors;
    private readonly int _maxWords, _columns;
    private readonly byte[] _words, _hidden;
    private byte[] _tokens, _tokensBefore;

    // What may be summed up to a hidden layer: rows of the pairs of facts, of roles without a word, and of the words in their roles.
    // A row begins where a line of memory begins.
    private readonly short[] _table;
    private readonly int _firstRow;
    private readonly RoleRows[] _rolesOf = new RoleRows[StateFeatures.Roles];
    private readonly byte[] _tags;
    private readonly int[] _vectorPlaces;
    private readonly bool[] _isKnown;
    private readonly short[] _sums = new short[Rows * ByteMatrix.Panel];
    private readonly int[] _scores = new int[RelationOutputs];
    private readonly int[] _roleWords = new int[StateFeatures.Roles], _places = new int[StateFeatures.Pairs + StateFeatures.Roles];

    public ParserNetwork(ParserModel model, int maxWords)
    {
        (_model, _vectors, _maxWords) = (model, new WordVectorCache(model), maxWords);
        _columns = StateFeatures.ColumnOf(StateFeatures.Roles, model.HiddenWidth);
        // Rows are read by fours, also behind the last one.
        int rows = maxWords + 2 * Side + Rows - 1, noWordAt = model.Pairs.Length, rolesAt = noWordAt + model.NoWord.Length;
        _words = new byte[rows * model.WordWidth];
        _tokens = new byte[rows * model.TokenWidth];
        _tokensBefore = new byte[rows * model.TokenWidth];
        _table = MemoryLines.Allocate<short>(rolesAt + maxWords * _columns, out _firstRow);
        model.Pairs.CopyTo(Table);
        model.NoWord.CopyTo(Table[noWordAt..]);
        (_tags, _vectorPlaces, _isKnown) = (new byte[maxWords], new int[maxWords], new bool[StateFeatures.Roles * maxWords]);
        _hidden = new byte[model.HiddenWidth];
        for (int role = 0; role < StateFeatures.Roles; role++)
        {
            int column = StateFeatures.ColumnOf(role, model.HiddenWidth);
            _rolesOf[role] = new RoleRows(column, StateFeatures.WidthOf(role, model.HiddenWidth), noWordAt + column, rolesAt + column * maxWords);
        }
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
        ParserLanes.SumRows(Table, _places, StateFeatures.Pairs + StateFeatures.WideRoles, _hidden);
    }

    /// <summary>The best of the moves that the state allows.</summary>
    public ParserMove BestMove(ParserState state)
    {
        _model.Moves.Score(_hidden, _scores);
        int best = -1;
        for (int move = 0; move < Moves; move++)
            if (state.Allows((ParserMove)move) && (best < 0 || _scores[move] > _scores[best])) best = move;
        return (ParserMove)best;
    }

    /// <summary>The best relation for the arc that <paramref name="move"/> makes.</summary>
    public byte BestRelation(ParserMove move)
    {
        (move == ParserMove.Left ? _model.Left : _model.Right).Score(_hidden, _scores);
        return (byte)ByteScorer.Best(_scores);
    }

    /// <summary>What the last layer says of a word of the sentence last read and of its neighbours on both sides; <see cref="ParserModel.WindowBytes"/>.</summary>
    public ReadOnlySpan<byte> TokenWindow(int word) => _tokens.AsSpan(word * _model.TokenWidth, _model.WindowBytes);

    private void ReadWords(DocumentDraft draft, int first, int count)
    {
        int width = _model.WordWidth;
        ReadOnlySpan<ulong> keys = draft.Words.Slice(first, count);
        _words.AsSpan(0, Side * width).Fill(NetworkNumbers.WordOffset);
        foreach (ulong key in keys) _vectors.Expect(key);
        for (int i = 0; i < count; i++) _vectorPlaces[i] = _vectors.Find(keys[i]);
        for (int i = 0; i < count; i++)
        {
            ref readonly TokenData token = ref draft.TokenBuffer[first + i];
            _tags[i] = token.Tag;
            ParserLanes.SumVectors(
                _vectors.Of(keys[i], _vectorPlaces[i], draft.Form(first + i)), _model.Tags.AsSpan(token.Tag * width, width), _model.Parts.AsSpan((int)token.Pos * width, width),
                _model.Doubts.AsSpan(token.Doubt * width, width), _words.AsSpan((i + Side) * width, width));
        }
        _words.AsSpan((count + Side) * width, Side * width).Fill(NetworkNumbers.WordOffset);
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
                weights.MultiplyFour(_words.AsSpan(row * _model.WordWidth), _model.WordWidth, panel, _sums);
                for (int r = 0; r < Math.Min(Rows, count - row); r++) ByteLayers.Activate(Sums(r), bias.AsSpan(panel), [], Token(_tokens, row + r, panel));
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
                weights.MultiplyFour(_tokensBefore.AsSpan(row * width), width, panel, _sums);
                for (int r = 0; r < Math.Min(Rows, count - row); r++)
                    ByteLayers.Activate(Sums(r), bias.AsSpan(panel), Token(_tokensBefore, row + r, panel), Token(_tokens, row + r, panel));
            }
    }

    // All words in a role.
    private void ReadRole(int role, int count)
    {
        RoleRows rows = _rolesOf[role];
        for (int at = 0; at < rows.Width; at += ByteMatrix.Panel)
            for (int word = 0; word < count; word += Rows)
            {
                _model.Roles.MultiplyFour(_tokens.AsSpan((word + Side) * _model.TokenWidth), _model.TokenWidth, rows.Column + at, _sums);
                for (int i = 0; i < Math.Min(Rows, count - word); i++) AddTag(Sums(i), word + i, rows.Column + at, rows.Of(word + i) + at);
            }
    }

    // One word in a role that many words never come into. A child has its relation by then and keeps it.
    private void ReadRole(int role, int word, byte relation)
    {
        RoleRows rows = _rolesOf[role];
        ReadOnlySpan<byte> token = _tokens.AsSpan((word + Side) * _model.TokenWidth, _model.TokenWidth);
        for (int at = 0; at < rows.Width; at += ByteMatrix.Panel)
        {
            _model.Roles.MultiplyOne(token, rows.Column + at, _sums);
            AddTag(Sums(0), word, rows.Column + at, rows.Of(word) + at);
        }
        if (role >= StateFeatures.FirstChildRole) LaneMath.Add(_model.RelationRow(role, relation), Table.Slice(rows.Of(word), StateFeatures.NarrowWidth));
        _isKnown[role * _maxWords + word] = true;
    }

    private void AddTag(ReadOnlySpan<short> sums, int word, int column, int place) => ParserLanes.AddShifted(
        sums, _model.RoleTags.AsSpan(_tags[word] * _columns + column, ByteMatrix.Panel), Table.Slice(place, ByteMatrix.Panel));

    private int PlaceOf(int role, int word, ParserState state)
    {
        ref readonly RoleRows rows = ref _rolesOf[role];
        if (word < 0) return rows.NoWord;
        if (!_isKnown[role * _maxWords + word]) ReadRole(role, word, state.Relation(word));
        return rows.Of(word);
    }

    private Span<short> Table => _table.AsSpan(_firstRow);

    private Span<byte> Token(byte[] tokens, int word, int panel) => tokens.AsSpan((word + Side) * _model.TokenWidth + panel, ByteMatrix.Panel);

    private ReadOnlySpan<short> Sums(int row) => _sums.AsSpan(row * ByteMatrix.Panel, ByteMatrix.Panel);

    // Where a role's columns begin in the model, and its rows in the table: role by role, so that what is computed together lies together.
    private readonly record struct RoleRows(int Column, int Width, int NoWord, int First)
    {
        public int Of(int word) => First + word * Width;
    }
}
