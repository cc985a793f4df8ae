using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Weights of a linear model, one signed byte a row, found by the upper bits of a feature: rows are shared by chance, which costs little.</summary>
internal sealed class HashedWeights(sbyte[] weights, int bits)
{
    public int Shift { get; } = 32 - bits;

    public int this[uint feature] => weights[feature >> Shift];

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static HashedWeights Read(ModelFile file, string section, int bits)
    {
        byte[] bytes = PackedBytes.Unpack(file, section, 1L << bits);
        return new HashedWeights((sbyte[])(Array)bytes, bits);
    }
}

/// <summary>Adds up the weights of the features it is given.</summary>
internal struct ScoreSink(HashedWeights weights) : IFeatureSink
{
    public int Sum { get; set; }

    public void Add(uint feature) => Sum += weights[feature];
}
