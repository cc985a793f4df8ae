using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>A cue that was found in an article which its finder did not learn from, as <see cref="KeepFeatures"/> see it.</summary>
/// <param name="Share">How much of it gold has: this very cue, content, source.</param>
internal sealed record FoundExample(uint[] Features, float Share);

/// <summary>Learns which cues to keep: logistic regression, a weight for each feature and a layer of units above them.</summary>
internal sealed class KeepLearner(int member)
{
    /// <summary>So many learners that differ by their seeds share the units of a layer; what they say is averaged.</summary>
    public const int Members = 4;

    private const int Epochs = 10;
    private const float Step = 0.02f, Dropout = 0.5f;
    private const ulong FirstUnits = 21, FirstOrder = 3;

    private readonly HashedTrainer _weights = new(StatementModel.KeepBits, Step);
    private readonly LayerTrainer _layer = new(Step, FirstUnits + (ulong)member, RectifiedLayer.Units / Members);
    private readonly float[] _units = new float[RectifiedLayer.Units / Members];
    private Random64 _random = new(FirstOrder + (ulong)member);

    public void Learn(IReadOnlyList<FoundExample> found)
    {
        FoundExample[] order = [.. found];
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            _random.Shuffle<FoundExample>(order);
            foreach (FoundExample example in order) Learn(example);
            if (2 * epoch <= Epochs) continue;
            _weights.Remember();
            _layer.Remember();
        }
    }

    public static void Write(ModelFile file, IReadOnlyList<KeepLearner> members)
    {
        HashedTrainer.Write(file, "keep", [.. members.Select(member => member._weights)]);
        LayerTrainer.Write(file, "keep.layer", [.. members.Select(member => member._layer)]);
    }

    private void Learn(FoundExample example)
    {
        uint[] features = [.. example.Features.Where(_ => _random.NextSingle() >= Dropout)];
        double odds = (_weights.Score(features) + _layer.Score(features, _units)) / (1 - Dropout);
        float gradient = (float)(example.Share - 1 / (1 + Math.Exp(-odds)));
        _weights.Move(features, gradient);
        _layer.Move(features, _units, gradient);
    }
}
