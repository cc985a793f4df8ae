using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>
/// Tells of most features that a model does not have, some five in six, that it does not, without a fetch from the model's large arrays: a bit for
/// each of the 2^20 leading parts of a feature.
/// </summary>
internal sealed class FeatureSieve
{
    // 2^20 bits are an eighth of a megabyte, which stays in the second cache.
    private const int Bits = 20, Shift = 32 - Bits;

    private readonly ulong[] _present = new ulong[1 << (Bits - 6)];

    public void Add(uint feature) => _present[feature >> (Shift + 6)] |= 1UL << (int)(feature >> Shift);

    /// <summary>Has fetched what <see cref="Passes"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature) => MemoryLines.Prefetch(ref _present[feature >> (Shift + 6)]);

    /// <summary>0 where no feature that was added is like it, else 1: a number, so that who counts need not branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Passes(uint feature) => (int)(_present[feature >> (Shift + 6)] >> (int)(feature >> Shift)) & 1;
}
