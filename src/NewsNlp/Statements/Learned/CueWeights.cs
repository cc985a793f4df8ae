using System.Runtime.CompilerServices;
using NewsNlp.Learning;
using NewsNlp.Models;

namespace NewsNlp.Statements.Learned;

/// <summary>Scores of one token for the three labels of <see cref="CueTagger"/>.</summary>
internal record struct CueScores(int Outside, int Begin, int Inside)
{
    public static CueScores operator +(CueScores a, CueScores b) => new(a.Outside + b.Outside, a.Begin + b.Begin, a.Inside + b.Inside);
}

/// <summary>
/// The weights of the cue tagger: a feature's number and its weights share one slot, so that a look-up is one fetch.
/// </summary>
/// <remarks>
/// Open addressing. Most features of a text are not in the table: a <see cref="FeatureSieve"/> holds them back. Nearly all the time goes into
/// waiting for memory. Hence three steps, best taken for several tokens at a time so that the waits overlap: <see cref="CueSink"/> notes features,
/// <see cref="Sift"/> leaves those that may be known, <see cref="Sum"/> adds up their weights.
/// </remarks>
internal sealed class CueWeights
{
    private const int Bias = 128;

    private readonly FeatureSieve _sieve = new();
    private readonly ulong[] _slots;
    private readonly int _shift;

    private CueWeights(uint[] features, byte[] weights)
    {
        int bits = 4;
        while ((1 << bits) * 5L < features.Length * 8L) bits++;
        _slots = new ulong[1 << bits];
        _shift = 32 - bits;
        for (int i = 0; i < features.Length; i++)
            Insert(features[i], Biased(weights[i]) | Biased(weights[features.Length + i]) << 8 | Biased(weights[2 * features.Length + i]) << 16);
    }

    /// <summary>Has fetched what <see cref="Sift"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature) => _sieve.Expect(feature);

    /// <summary>Moves the features that training may have kept to the front and has their weights fetched; gives how many these are.</summary>
    public int Sift(Span<uint> features)
    {
        int count = 0;
        foreach (uint feature in features)
        {
            // Without a branch: nobody can foresee the bit.
            features[count] = feature;
            count += _sieve.Passes(feature);
        }
        foreach (uint feature in features[..count]) MemoryLines.Prefetch(ref _slots[feature >> _shift]);
        return count;
    }

    /// <summary>The weights of all features together; nothing for those that training did not keep.</summary>
    /// <param name="features">What <see cref="Sift"/> left.</param>
    public CueScores Sum(ReadOnlySpan<uint> features)
    {
        int found = 0, outside = 0, begin = 0, inside = 0;
        foreach (uint feature in features)
        {
            ulong slot = Find(feature);
            if (slot == 0) continue;
            found++;
            outside += (byte)(slot >> 32);
            begin += (byte)(slot >> 40);
            inside += (byte)(slot >> 48);
        }
        found *= Bias;
        return new CueScores(outside - found, begin - found, inside - found);
    }

    /// <summary>Reads what <see cref="SequenceModel.Write"/> wrote of a model with three labels.</summary>
    /// <exception cref="InvalidModelException">A section is missing or broken.</exception>
    public static CueWeights Read(ModelFile file, string prefix)
    {
        uint[] features = file.Array<uint>(prefix + ".features");
        for (int i = 1; i < features.Length; i++)
            if (features[i] <= features[i - 1]) throw ModelFile.Error(file.Name, $"section '{prefix}.features' is not in order");
        return new CueWeights(features, PackedBytes.Unpack(file, prefix + ".rows", features.Length * 3L));
    }

    private void Insert(uint feature, ulong weights)
    {
        _sieve.Add(feature);
        int at = (int)(feature >> _shift);
        while (_slots[at] != 0) at = (at + 1) & (_slots.Length - 1);
        _slots[at] = feature | weights << 32;
    }

    // From -127 on, so that no slot in use is 0.
    private static ulong Biased(byte weight) => (byte)(Math.Max((sbyte)weight, (sbyte)-127) + Bias);

    // 0 where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Find(uint feature)
    {
        ulong[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = (int)(feature >> _shift); ; at = (at + 1) & mask)
        {
            ulong slot = slots[at & mask];
            if (slot == 0 || (uint)slot == feature) return slot;
        }
    }
}

/// <summary>Keeps features in memory that the caller gives, for <see cref="CueWeights.Sift"/>, and has fetched meanwhile what that looks at.</summary>
internal ref struct CueSink(CueWeights weights, Span<uint> memory) : IFeatureSink
{
    private FeatureBuffer _buffer = new(memory);

    public readonly Span<uint> Features => _buffer.Features;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        weights.Expect(feature);
        _buffer.Add(feature);
    }
}
