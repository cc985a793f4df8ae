using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// From words to what each of them adds to the hidden layer in each role: word vectors, two layers that see neighbours, one product. Works
/// on the sentences of a batch together; row <c>FirstRow(s) + i</c> is word i of sentence s.
/// </summary>
internal sealed unsafe class TokenEncoder
{
    private const int Gap = ParserNetwork.Window / 2;

    private readonly NetworkSize _size;
    private readonly int _maxRows;
    private readonly FloatBuffer _roles, _roleGradients, _words, _wordGradients, _tokens, _tokenGradients, _transposed, _transposedWeights;
    private readonly bool[] _isWord;
    private readonly List<int> _firstRows = [];
    private IReadOnlyList<TreeSample> _batch = [];
    private int _rows;

    public TokenEncoder(NetworkSize size, int vocabulary, int maxRows, ref Random64 random)
    {
        (_size, _maxRows) = (size, maxRows);
        Words = new AdamRows(vocabulary, size.Word, 0, ref random);
        Endings = new AdamRows(WordFeatures.EndingRows, size.Word, 0.1f, ref random);
        Tags = new AdamRows(WordFeatures.TagRows, size.Word, 0.5f, ref random);
        Parts = new AdamRows(WordFeatures.PosRows, size.Word, 0.5f, ref random);
        Kinds = new AdamRows(WordFeatures.KindRows, size.Word, 0.3f, ref random);
        First = new WindowLayer(size.Word, size.Token, maxRows, ref random);
        Second = new WindowLayer(size.Token, size.Token, maxRows, ref random);
        RoleWeights = new AdamWeights(StateFeatures.Roles * size.Token, size.Hidden, MathF.Sqrt(0.5f / size.Token), ref random, ParserModel.WeightPlaces);
        RoleTags = new AdamWeights(WordFeatures.TagRows, size.AllRoles, 0.1f, ref random);
        _roles = new FloatBuffer(maxRows * size.AllRoles);
        _roleGradients = new FloatBuffer(maxRows * size.AllRoles);
        (_words, _wordGradients) = (new FloatBuffer(maxRows * size.Word), new FloatBuffer(maxRows * size.Word));
        (_tokens, _tokenGradients) = (new FloatBuffer(maxRows * size.Token), new FloatBuffer(maxRows * size.Token));
        (_transposed, _transposedWeights) = (new FloatBuffer(maxRows * size.Token), new FloatBuffer(size.Token * size.Hidden));
        _isWord = new bool[maxRows];
    }

    public AdamRows Words { get; }

    public AdamRows Endings { get; }

    public AdamRows Tags { get; }

    public AdamRows Parts { get; }

    public AdamRows Kinds { get; }

    public WindowLayer First { get; }

    public WindowLayer Second { get; }

    /// <summary>For each role a matrix from token to hidden layer.</summary>
    public AdamWeights RoleWeights { get; }

    public AdamWeights RoleTags { get; }

    public int FirstRow(int sentence) => _firstRows[sentence];

    /// <summary>Rows that so many sentences with so many words take.</summary>
    public static int RowsFor(int words, int sentences) => words + Gap * (sentences + 1);

    public void Forward(IReadOnlyList<TreeSample> batch)
    {
        _batch = batch;
        LayOut();
        First.Forward(_words, _isWord, _rows);
        Second.Forward(First.Output, _isWord, _rows);
        First.Output.Span[..(_rows * _size.Token)].CopyTo(_tokens.Span);
        FloatMath.AddTo(_tokens.At, Second.Output.At, _rows * _size.Token);
        ByteRounding.Cut(_tokens.At, _rows * _size.Token);
        for (int role = 0; role < StateFeatures.Roles; role++) ForwardRole(role);
    }

    /// <summary>What the word of a row adds to the hidden layer in a role.</summary>
    public float* RolePart(int row, int role) => _roles.At + PlaceOf(row, role);

    public float* RoleGradient(int row, int role) => _roleGradients.At + PlaceOf(row, role);

    /// <summary>Clears the gradients of the rows of the batch.</summary>
    public void ClearGradients()
    {
        for (int role = 0; role < StateFeatures.Roles; role++) new Span<float>(RoleGradient(0, role), _rows * _size.Hidden).Clear();
    }

    public void Backward()
    {
        int width = _size.Token;
        FloatMath.Transpose(_tokens.At, _rows, width, width, _transposed.At);
        _tokenGradients.Span[..(_rows * width)].Clear();
        for (int role = 0; role < StateFeatures.Roles; role++) BackwardRole(role);
        _tokenGradients.Span[..(_rows * width)].CopyTo(Second.OutputGradient.Span);
        Second.Backward(First.Output, _tokenGradients, _rows);
        _tokenGradients.Span[..(_rows * width)].CopyTo(First.OutputGradient.Span);
        _wordGradients.Span[..(_rows * _size.Word)].Clear();
        First.Backward(_words, _wordGradients, _rows);
        foreach ((int row, WordFeatures word, int wordRow) in Rows()) AddWordGradient(_wordGradients.At + row * _size.Word, word, wordRow);
    }

    public void Step(float rate)
    {
        foreach (AdamRows table in (AdamRows[])[Words, Endings, Tags, Parts, Kinds]) table.Step(rate);
        First.Step(rate);
        Second.Step(rate);
        RoleWeights.Step(rate);
        RoleTags.Step(rate);
    }

    private void ForwardRole(int role)
    {
        int hidden = _size.Hidden, width = _size.Token;
        new Span<float>(RolePart(0, role), _rows * hidden).Clear();
        foreach ((int row, WordFeatures word, _) in Rows()) FloatMath.AddTo(RolePart(row, role), RoleTags.Values + TagPlace(word, role), hidden);
        FloatMath.MultiplyAdd(_tokens.At, width, RoleWeights.Values + role * width * hidden, hidden, RolePart(0, role), hidden, _rows, width, hidden);
    }

    private void BackwardRole(int role)
    {
        int hidden = _size.Hidden, width = _size.Token, weights = role * width * hidden;
        foreach ((int row, WordFeatures word, _) in Rows()) FloatMath.AddTo(RoleTags.Gradients + TagPlace(word, role), RoleGradient(row, role), hidden);
        FloatMath.MultiplyAdd(_transposed.At, _rows, RoleGradient(0, role), hidden, RoleWeights.Gradients + weights, hidden, width, _rows, hidden);
        FloatMath.Transpose(RoleWeights.Values + weights, width, hidden, hidden, _transposedWeights.At);
        FloatMath.MultiplyAdd(RoleGradient(0, role), hidden, _transposedWeights.At, width, _tokenGradients.At, width, _rows, hidden, width);
    }

    // Role by role, so that the products of one role work on memory that lies together.
    private int PlaceOf(int row, int role) => (role * _maxRows + row) * _size.Hidden;

    private int TagPlace(WordFeatures word, int role) => word.Tag * _size.AllRoles + role * _size.Hidden;

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
    }

    private IEnumerable<(int Row, WordFeatures Word, int WordRow)> Rows()
    {
        for (int s = 0; s < _batch.Count; s++)
            for (int i = 0; i < _batch[s].Count; i++) yield return (_firstRows[s] + i, _batch[s].Words[i], _batch[s].WordRows[i]);
    }
}
