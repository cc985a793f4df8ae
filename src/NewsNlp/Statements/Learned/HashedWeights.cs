using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Weights of a linear model, one signed byte a row, found by the upper bits of a feature: rows are shared by chance, which costs little.</summary>
internal sealed class HashedWeights
{
    private readonly sbyte[] _weights;

    private HashedWeights(sbyte[] weights, int bits, float scale) => (_weights, Shift, Scale) = (weights, 32 - bits, scale);

    public int Shift { get; }

    /// <summary>Steps of the weights to one unit of log-odds.</summary>
    public float Scale { get; }

    public ref sbyte First => ref MemoryMarshal.GetArrayDataReference(_weights);

    /// <summary>The sum of the weights at places, which <see cref="ExpectingSink{TFeatures}"/> noted.</summary>
    public int Sum(ReadOnlySpan<uint> places)
    {
        int sum = 0;
        foreach (uint place in places) sum += _weights[place];
        return sum;
    }

    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static HashedWeights Read(ModelFile file, string section, int bits)
    {
        byte[] bytes = PackedBytes.Unpack(file, section, 1L << bits);
        float scale = file.Array<float>(section + ".scale", 1)[0];
        if (!(scale is > 0 and < 1e6f)) throw ModelFile.Error(file.Name, $"section '{section}.scale' is out of bounds");
        return new HashedWeights((sbyte[])(Array)bytes, bits, scale);
    }
}

/// <summary>Adds up the weights of the features it is given.</summary>
internal ref struct ScoreSink(HashedWeights weights) : IFeatureSink
{
    // As many as a feature's upper bits can tell apart, so that the look-up needs no check.
    private readonly ref sbyte _weights = ref weights.First;
    private readonly int _shift = weights.Shift;

    public int Sum { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature) => Sum += Unsafe.Add(ref _weights, feature >> _shift);
}

/// <summary>Has the weights of the features it is given fetched, and notes their places for <see cref="HashedWeights.Sum"/>.</summary>
/// <typeparam name="TFeatures">Whose weights these are: how many bits tell a place is then known when the code is made.</typeparam>
internal ref struct ExpectingSink<TFeatures>(HashedWeights weights, Span<uint> memory) : IFeatureSink where TFeatures : struct, ISpanFeatures
{
    private readonly ref sbyte _weights = ref weights.First;
    private FeatureBuffer _places = new(memory);

    public readonly int Count => _places.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        uint place = feature >> (32 - TFeatures.Bits);
        MemoryLines.Prefetch(ref Unsafe.Add(ref _weights, place));
        _places.Add(place);
    }
}
