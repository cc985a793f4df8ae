using NewsNlp.Learning;
using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// From words to what each of them adds to the hidden layer in each role: word vectors, layers that see neighbours, one product. Works on
/// the sentences of a batch together; row <c>FirstRow(s) + i</c> is word i of sentence s.
/// </summary>
internal sealed unsafe class TokenEncoder
{
    private const int Gap = ParserNetwork.Window / 2;

    private readonly NetworkSize _size;
    private readonly int _maxRows;
    private readonly FloatBuffer _roles, _roleGradients, _excess, _words, _wordGradients, _tokenGradients, _transposed, _transposedWeights;
    private readonly FloatBuffer[] _levels;
    private readonly TagTeacher _tagTeacher;
    private readonly bool[] _isWord;
    private readonly List<int> _firstRows = [];
    private IReadOnlyList<TreeSample> _batch = [];
    private int _rows;

    /// <param name="tagWeight">See <see cref="TagTeacher"/>.</param>
    public TokenEncoder(NetworkSize size, int vocabulary, int maxRows, float tagWeight, ref Random64 random)
    {
        (_size, _maxRows) = (size, maxRows);
        Words = new AdamRows(vocabulary, size.Word, 0, ref random);
        Endings = new AdamRows(WordFeatures.EndingRows, size.Word, 0.1f, ref random);
        Tags = new AdamRows(WordFeatures.TagRows, size.Word, 0.5f, ref random);
        Parts = new AdamRows(WordFeatures.PosRows, size.Word, 0.5f, ref random);
        Kinds = new AdamRows(WordFeatures.KindRows, size.Word, 0.3f, ref random);
        Doubts = new AdamRows(WordFeatures.DoubtRows, size.Word, 0, ref random);
        Layers = new WindowLayer[size.Layers];
        for (int i = 0; i < size.Layers; i++) Layers[i] = new WindowLayer(i == 0 ? size.Word : size.Token, size.Token, maxRows, ref random);
        _levels = [.. Layers.Select((layer, i) => i == 0 ? layer.Output : new FloatBuffer(maxRows * size.Token))];
        RoleWeights = new AdamWeights(size.Token, size.AllRoles, MathF.Sqrt(0.5f / size.Token), ref random, NetworkNumbers.WeightPlaces);
        RoleTags = new AdamWeights(WordFeatures.TagRows, size.AllRoles, 0.1f, ref random);
        _tagTeacher = new TagTeacher(size.Token, maxRows, tagWeight, ref random);
        _roles = new FloatBuffer(maxRows * size.AllRoles);
        _roleGradients = new FloatBuffer(maxRows * size.AllRoles);
        _excess = new FloatBuffer(maxRows * size.Hidden);
        (_words, _wordGradients) = (new FloatBuffer(maxRows * size.Word), new FloatBuffer(maxRows * size.Word));
        _tokenGradients = new FloatBuffer(maxRows * size.Token);
        (_transposed, _transposedWeights) = (new FloatBuffer(maxRows * size.Token), new FloatBuffer(size.Token * size.Hidden));
        _isWord = new bool[maxRows];
    }

    public AdamRows Words { get; }

    public AdamRows Endings { get; }

    public AdamRows Tags { get; }

    public AdamRows Parts { get; }

    public AdamRows Kinds { get; }

    public AdamRows Doubts { get; }

    /// <summary>The first sees words; each other one sees the one before and adds to it.</summary>
    public WindowLayer[] Layers { get; }

    /// <summary>For each role a matrix from token to hidden layer.</summary>
    public AdamWeights RoleWeights { get; }

    public AdamWeights RoleTags { get; }

    /// <summary>Sums of the layers so far that 16 bits do not hold.</summary>
    public long Misfits => Layers.Sum(layer => layer.Misfits);

    public int FirstRow(int sentence) => _firstRows[sentence];

    /// <summary>Rows that so many sentences with so many words take.</summary>
    public static int RowsFor(int words, int sentences) => words + Gap * (sentences + 1);

    public void Forward(IReadOnlyList<TreeSample> batch)
    {
        _batch = batch;
        LayOut();
        Layers[0].Forward(_words, _isWord, _rows);
        for (int i = 1; i < Layers.Length; i++) ForwardLayer(i);
        for (int role = 0; role < StateFeatures.Roles; role++) ForwardRole(role);
    }

    /// <summary>What the word of a row adds to the hidden layer in a role.</summary>
    public float* RolePart(int row, int role) => _roles.At + PlaceOf(row, role);

    public float* RoleGradient(int row, int role) => _roleGradients.At + PlaceOf(row, role);

    /// <summary>Clears the gradients of the rows of the batch.</summary>
    public void ClearGradients()
    {
        for (int role = 0; role < StateFeatures.Roles; role++) new Span<float>(RoleGradient(0, role), _rows * _size.WidthOf(role)).Clear();
    }

    public void Backward()
    {
        int width = _size.Token;
        FloatMath.Transpose(Tokens.At, _rows, width, width, _transposed.At);
        _tokenGradients.Span[..(_rows * width)].Clear();
        for (int role = 0; role < StateFeatures.Roles; role++) BackwardRole(role);
        _tagTeacher.Learn(_batch, _firstRows, Tokens, _transposed, _tokenGradients, _rows);
        _wordGradients.Span[..(_rows * _size.Word)].Clear();
        for (int i = Layers.Length - 1; i >= 0; i--)
        {
            _tokenGradients.Span[..(_rows * width)].CopyTo(Layers[i].OutputGradient.Span);
            if (i > 0) Layers[i].Backward(_levels[i - 1], _tokenGradients, _rows);
            else Layers[i].Backward(_words, _wordGradients, _rows);
        }
        foreach ((int row, WordFeatures word, int wordRow) in Rows()) AddWordGradient(_wordGradients.At + row * _size.Word, word, wordRow);
    }

    public void Step(float rate)
    {
        foreach (AdamRows table in (AdamRows[])[Words, Endings, Tags, Parts, Kinds, Doubts]) table.Step(rate);
        foreach (WindowLayer layer in Layers) layer.Step(rate);
        RoleWeights.Step(rate);
        RoleTags.Step(rate);
        _tagTeacher.Step(rate);
    }

    private FloatBuffer Tokens => _levels[^1];

    private void ForwardLayer(int layer)
    {
        int count = _rows * _size.Token;
        Layers[layer].Forward(_levels[layer - 1], _isWord, _rows);
        _levels[layer - 1].Span[..count].CopyTo(_levels[layer].Span);
        FloatMath.AddTo(_levels[layer].At, Layers[layer].Output.At, count);
        ByteRounding.Cut(_levels[layer].At, count);
    }

    private void ForwardRole(int role)
    {
        int hidden = _size.WidthOf(role), width = _size.Token;
        foreach ((int row, WordFeatures word, _) in Rows()) new Span<float>(RoleTags.Values + TagPlace(word, role), hidden).CopyTo(new Span<float>(RolePart(row, role), hidden));
        FloatMath.MultiplyAdd(Tokens.At, width, RoleWeights.Values + WeightsOf(role), hidden, RolePart(0, role), hidden, _rows, width, hidden);
    }

    private void BackwardRole(int role)
    {
        int hidden = _size.WidthOf(role), width = _size.Token, weights = WeightsOf(role);
        // What the tag adds, which comes later at run time, is in these sums too: a little that the room left takes up.
        ByteRounding.Excess(RolePart(0, role), _excess.At, _rows * hidden);
        FloatMath.AddScaled(RoleGradient(0, role), _excess.At, ByteRounding.Pull, _rows * hidden);
        foreach ((int row, WordFeatures word, _) in Rows()) FloatMath.AddTo(RoleTags.Gradients + TagPlace(word, role), RoleGradient(row, role), hidden);
        FloatMath.MultiplyAdd(_transposed.At, _rows, RoleGradient(0, role), hidden, RoleWeights.Gradients + weights, hidden, width, _rows, hidden);
        FloatMath.Transpose(RoleWeights.Values + weights, width, hidden, hidden, _transposedWeights.At);
        FloatMath.MultiplyAdd(RoleGradient(0, role), hidden, _transposedWeights.At, width, _tokenGradients.At, width, _rows, hidden, width);
    }

    // Role by role, so that the products of one role work on memory that lies together.
    private int PlaceOf(int row, int role) => _size.ColumnOf(role) * _maxRows + row * _size.WidthOf(role);

    private int WeightsOf(int role) => _size.ColumnOf(role) * _size.Token;

    private int TagPlace(WordFeatures word, int role) => word.Tag * _size.AllRoles + _size.ColumnOf(role);

    private void LayOut()
    {
        _firstRows.Clear();
        _rows = Gap;
        foreach (TreeSample sample in _batch)
        {
            _firstRows.Add(_rows);
            _rows += sample.Count + Gap;
        }
        if (_rows > _maxRows) throw new InvalidOperationException("A batch is larger than the encoder was made for.");
        _words.Span[..(_rows * _size.Word)].Clear();
        _isWord.AsSpan().Clear();
        foreach ((int row, WordFeatures word, int wordRow) in Rows())
        {
            _isWord[row] = true;
            float* vector = _words.At + row * _size.Word;
            FloatMath.AddTo(vector, Words.Row(wordRow), _size.Word);
            FloatMath.AddTo(vector, Endings.Row(word.Ending), _size.Word);
            FloatMath.AddTo(vector, Tags.Row(word.Tag), _size.Word);
            FloatMath.AddTo(vector, Parts.Row(word.Pos), _size.Word);
            FloatMath.AddTo(vector, Kinds.Row(word.Kind), _size.Word);
            FloatMath.AddTo(vector, Doubts.Row(word.Doubt), _size.Word);
            ByteRounding.RoundVector(vector, _size.Word);
        }
    }

    private void AddWordGradient(float* gradient, WordFeatures word, int wordRow)
    {
        Words.AddGradient(wordRow, gradient);
        Endings.AddGradient(word.Ending, gradient);
        Tags.AddGradient(word.Tag, gradient);
        Parts.AddGradient(word.Pos, gradient);
        Kinds.AddGradient(word.Kind, gradient);
        Doubts.AddGradient(word.Doubt, gradient);
    }

    private IEnumerable<(int Row, WordFeatures Word, int WordRow)> Rows()
    {
        for (int s = 0; s < _batch.Count; s++)
            for (int i = 0; i < _batch[s].Count; i++) yield return (_firstRows[s] + i, _batch[s].Words[i], _batch[s].WordRows[i]);
    }
}
