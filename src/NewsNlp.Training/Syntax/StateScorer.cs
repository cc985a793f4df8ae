using NewsNlp.Learning;
using NewsNlp.Syntax;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>From a state to the scores of moves and relations: the hidden layer and the output layer, with their gradients.</summary>
internal sealed unsafe class StateScorer
{
    /// <summary>Where the output layer has moves, and the relations of left and right arcs.</summary>
    public const int MovesAt = 0, LeftAt = ParserNetwork.MoveOutputs, RightAt = LeftAt + ParserNetwork.RelationOutputs, Outputs = RightAt + ParserNetwork.RelationOutputs;

    private readonly NetworkSize _size;
    private readonly TokenEncoder _encoder;
    private readonly FloatBuffer _hidden, _hiddenGradient;
    private readonly int[] _roles = new int[StateFeatures.Roles], _facts = new int[StateFeatures.Facts], _relations = new int[StateFeatures.Roles - StateFeatures.FirstChildRole];
    private int _firstRow;

    public StateScorer(NetworkSize size, TokenEncoder encoder, ref Random64 random)
    {
        (_size, _encoder) = (size, encoder);
        (_hidden, _hiddenGradient) = (new FloatBuffer(size.Hidden), new FloatBuffer(size.Hidden));
        NoWord = new AdamWeights(1, size.AllRoles, 0.1f, ref random);
        Relations = new AdamWeights(StateFeatures.Relations, StateFeatures.NarrowWidth, 0.1f, ref random);
        Facts = new AdamWeights(StateFeatures.FactRows, size.Hidden, 0.1f, ref random);
        Output = new AdamWeights(Outputs, size.Hidden, MathF.Sqrt(1f / size.Hidden), ref random, NetworkNumbers.WeightPlaces);
        OutputBias = new AdamWeights(1, Outputs, 0, ref random);
    }

    /// <summary>What each role adds to the hidden layer where it has no word.</summary>
    public AdamWeights NoWord { get; }

    /// <summary>What the relations of children add.</summary>
    public AdamWeights Relations { get; }

    public AdamWeights Facts { get; }

    public AdamWeights Output { get; }

    public AdamWeights OutputBias { get; }

    /// <summary>Computes the hidden layer of a state of the sentence whose words begin at <paramref name="firstRow"/>.</summary>
    public void Read(ParserState state, int firstRow)
    {
        _firstRow = firstRow;
        StateFeatures.FillRoles(state, _roles);
        StateFeatures.FillFacts(state, _roles, _facts);
        _hidden.Clear();
        for (int role = 0; role < _roles.Length; role++) FloatMath.AddTo(_hidden.At, RolePart(role), _size.WidthOf(role));
        for (int i = 0; i < _relations.Length; i++)
        {
            int role = StateFeatures.FirstChildRole + i;
            _relations[i] = StateFeatures.RelationRow(role, state.Relation(_roles[role])) * StateFeatures.NarrowWidth;
            FloatMath.AddTo(_hidden.At, Relations.Values + _relations[i], StateFeatures.NarrowWidth);
        }
        foreach (int fact in _facts) FloatMath.AddTo(_hidden.At, Facts.Values + fact * _size.Hidden, _size.Hidden);
        ByteRounding.Activate(_hidden.At, _size.Hidden);
        _hiddenGradient.Clear();
    }

    public void Score(int firstOutput, Span<float> scores)
    {
        for (int i = 0; i < scores.Length; i++)
            scores[i] = FloatMath.Dot(Output.Values + (firstOutput + i) * _size.Hidden, _hidden.At, _size.Hidden) + OutputBias.Values[firstOutput + i];
    }

    public void AddOutputGradient(int firstOutput, ReadOnlySpan<float> gradients)
    {
        for (int i = 0; i < gradients.Length; i++)
        {
            float gradient = gradients[i];
            if (MathF.Abs(gradient) < 1e-5f) continue;
            int at = (firstOutput + i) * _size.Hidden;
            FloatMath.AddScaled(_hiddenGradient.At, Output.Values + at, gradient, _size.Hidden);
            FloatMath.AddScaled(Output.Gradients + at, _hidden.At, gradient, _size.Hidden);
            OutputBias.Gradients[firstOutput + i] += gradient;
        }
    }

    /// <summary>Hands the gradient of the hidden layer of the state last read on to the words in their roles and to the facts.</summary>
    public void Backward()
    {
        ByteRounding.ClearWhereCut(_hidden.At, _hiddenGradient.At, _size.Hidden);
        for (int role = 0; role < _roles.Length; role++) FloatMath.AddTo(RoleGradient(role), _hiddenGradient.At, _size.WidthOf(role));
        foreach (int relation in _relations) FloatMath.AddTo(Relations.Gradients + relation, _hiddenGradient.At, StateFeatures.NarrowWidth);
        foreach (int fact in _facts) FloatMath.AddTo(Facts.Gradients + fact * _size.Hidden, _hiddenGradient.At, _size.Hidden);
    }

    public void Step(float rate)
    {
        foreach (AdamWeights weights in (AdamWeights[])[NoWord, Relations, Facts, Output, OutputBias]) weights.Step(rate);
    }

    private float* RolePart(int role) =>
        _roles[role] < 0 ? NoWord.Values + _size.ColumnOf(role) : _encoder.RolePart(_firstRow + _roles[role], role);

    private float* RoleGradient(int role) =>
        _roles[role] < 0 ? NoWord.Gradients + _size.ColumnOf(role) : _encoder.RoleGradient(_firstRow + _roles[role], role);
}
