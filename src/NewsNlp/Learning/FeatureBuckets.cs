using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>
/// Where the weights of each feature of a model lie. A look-up is one line of memory, a bucket of eight features and their places, which are compared
/// all at once: which of them it is, nobody could foresee.
/// </summary>
internal sealed class FeatureBuckets
{
    /// <summary>Features of a bucket; their places follow them.</summary>
    private const int Ways = 8;
    private const int Size = 2 * Ways;

    // It does not move, and begins to be used where a line of memory begins: a bucket is then one line, not parts of two.
    private readonly uint[] _buckets;
    private readonly int _first;
    private readonly int _count;

    /// <param name="features">How many will be inserted.</param>
    public FeatureBuckets(int features)
    {
        // Every second place is taken: of ten buckets nine and a half have one left, so that a search rarely goes on in the next one. Their number is
        // no power of two, which would take up to twice the memory.
        _count = features * 2 / Ways + 2;
        _buckets = MemoryLines.Allocate<uint>(_count * Size, out _first);
    }

    /// <param name="feature">None that was inserted before.</param>
    /// <param name="place">Not 0.</param>
    public void Insert(uint feature, uint place)
    {
        int bucket = BucketOf(feature);
        while (_buckets[bucket + Size - 1] != 0) bucket = Next(bucket);
        int way = _buckets.AsSpan(bucket + Ways, Ways).IndexOf(0u);
        _buckets[bucket + way] = feature;
        _buckets[bucket + Ways + way] = place;
    }

    /// <summary>Has fetched what <see cref="Find"/> will look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(uint feature) => MemoryLines.Prefetch(ref _buckets[BucketOf(feature)]);

    /// <summary>The feature's place; 0 where it has none. A bucket that is full goes on in the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint feature)
    {
        for (int bucket = BucketOf(feature); ; bucket = Next(bucket))
        {
            ref uint first = ref _buckets[bucket];
            uint equal = Matches(ref first, feature);
            uint place = Unsafe.Add(ref first, Ways + (BitOperations.TrailingZeroCount(equal) & (Ways - 1)));
            if (equal == 0 & Unsafe.Add(ref first, Size - 1) != 0) continue;
            return equal == 0 ? 0 : place;
        }
    }

    // A bit for each feature of the bucket that is the one sought. A free place holds feature 0, which may be sought too: its place is 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Matches(ref uint bucket, uint feature) =>
        Vector256.IsHardwareAccelerated ? Matches256(ref bucket, feature) : Matches128(ref bucket, feature);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Matches256(ref uint bucket, uint feature) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref bucket), Vector256.Create(feature)).ExtractMostSignificantBits();

    internal static uint Matches128(ref uint bucket, uint feature)
    {
        uint low = Vector128.Equals(Vector128.LoadUnsafe(ref bucket), Vector128.Create(feature)).ExtractMostSignificantBits();
        return low | Vector128.Equals(Vector128.LoadUnsafe(ref bucket, 4), Vector128.Create(feature)).ExtractMostSignificantBits() << 4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BucketOf(uint feature) => _first + (int)((ulong)feature * (uint)_count >> 32) * Size;

    private int Next(int bucket) => bucket + Size == _first + _count * Size ? _first : bucket + Size;
}
