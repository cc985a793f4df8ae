using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary><see cref="LayeredWeights"/> in training. Several that differ by their seeds share the units of a layer; what they say is averaged.</summary>
internal sealed class LayeredTrainer(int bits, ulong seed)
{
    public const int Members = 4;
    public const int Units = RectifiedLayer.Units / Members;

    private const int Epochs = 10;
    private const float Step = 0.02f, Dropout = 0.5f;

    private readonly HashedTrainer _weights = new(bits, Step);
    private readonly LayerTrainer _layer = new(Step, seed, Units);
    private Random64 _random = new(seed);

    /// <summary>Shows all examples in turn, many times; what is written is the mean of the later states.</summary>
    public void Learn<TExample>(IReadOnlyList<TExample> examples, Action<TExample> learn)
    {
        TExample[] order = [.. examples];
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            _random.Shuffle<TExample>(order);
            foreach (TExample example in order) learn(example);
            if (2 * epoch <= Epochs) continue;
            _weights.Remember();
            _layer.Remember();
        }
    }

    /// <summary>Leaves out features by chance, so that no single one is relied on.</summary>
    public uint[] Drop(uint[] features) => [.. features.Where(_ => _random.NextSingle() >= Dropout)];

    /// <param name="features">What <see cref="Drop"/> left.</param>
    /// <param name="units">Takes what <see cref="Move"/> has to know; <see cref="Units"/> numbers.</param>
    public float Score(uint[] features, Span<float> units) => (_weights.Score(features) + _layer.Score(features, units)) / (1 - Dropout);

    public void Move(uint[] features, ReadOnlySpan<float> units, float gradient)
    {
        _weights.Move(features, gradient);
        _layer.Move(features, units, gradient);
    }

    /// <summary>Teaches some and writes them as one that gives the mean of what they say.</summary>
    public static void Write(ModelFile file, string section, int bits, ulong seed, Action<LayeredTrainer> teach)
    {
        LayeredTrainer[] members = [.. Enumerable.Range(0, Members).Select(member => new LayeredTrainer(bits, seed + (ulong)member))];
        foreach (LayeredTrainer member in members) teach(member);
        HashedTrainer.Write(file, section, [.. members.Select(member => member._weights)]);
        LayerTrainer.Write(file, section + ".layer", [.. members.Select(member => member._layer)]);
    }
}
