using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>An output layer: a row of unsigned bytes times a matrix of signed bytes, into 32-bit scores; the same at every vector width.</summary>
internal sealed class ByteScorer
{
    /// <summary>The number of columns is a multiple of this.</summary>
    public const int Block = 16;

    private const int QuadStep = Block * 4;

    private readonly int _inner;
    private readonly int[] _biases;

    // Block by block; in a block, for each four inner rows, the four numbers of a column side by side: a line of memory.
    private readonly sbyte[] _packed;
    private readonly int _first;

    /// <param name="weights">Inner rows × columns, row by row.</param>
    /// <param name="biases">What the score of each column starts with.</param>
    public ByteScorer(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> biases)
    {
        int columns = biases.Length;
        _inner = weights.Length / columns;
        if (_inner % 4 != 0 || columns % Block != 0 || weights.Length != _inner * columns) throw new ArgumentException("The matrix has no fitting shape.", nameof(weights));
        _biases = biases.ToArray();
        _packed = MemoryLines.Allocate<sbyte>(weights.Length, out _first);
        for (int k = 0; k < _inner; k++)
            for (int column = 0; column < columns; column++)
                _packed[_first + column / Block * Block * _inner + k / 4 * QuadStep + column % Block * 4 + k % 4] = weights[k * columns + column];
    }

    /// <summary>The first of the best scores; their number is a multiple of <see cref="Block"/> and at most 64, and each is below 2^24, above and below zero.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        // A score and its place in one number: of equal scores the first has the larger one.
        const int PlaceBits = 6;
        if (scores.Length > 1 << PlaceBits || scores.Length % Block != 0) throw new ArgumentException("So many scores have no place.", nameof(scores));
        Vector256<int> best = Vector256.Create(int.MinValue), places = Vector256.Create((1 << PlaceBits) - 1) - Vector256<int>.Indices;
        for (int i = 0; i < scores.Length; i += 8, places -= Vector256.Create(8))
            best = Vector256.Max(best, (Vector256.Create(scores.Slice(i, 8)) << PlaceBits) | places);
        Vector128<int> four = Vector128.Max(best.GetLower(), best.GetUpper());
        int most = Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
        return (1 << PlaceBits) - 1 - (most & ((1 << PlaceBits) - 1));
    }

    /// <param name="scores">Overwritten: one for each column.</param>
    public void Score(ReadOnlySpan<byte> input, Span<int> scores)
    {
        if (input.Length != _inner || scores.Length < _biases.Length) throw new ArgumentException("Input or scores are too short.", nameof(input));
        if (Avx512BW.IsSupported) Score512(input, scores);
        else if (Avx2.IsSupported) Score256(input, scores);
        else Score128(input, scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Score512(ReadOnlySpan<byte> input, Span<int> scores)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        int block = 0;
        for (; block + 4 * Block <= _biases.Length; block += 4 * Block) FourBlocks512(ref from, block, scores);
        for (; block < _biases.Length; block += Block)
        {
            ref sbyte weights = ref _packed[_first + block * _inner];
            Vector512<int> sum = Vector512.Create<int>(_biases.AsSpan(block, Block));
            for (int k = 0; k < _inner; k += 4) sum += Products512(Four512(ref from, k), ref Unsafe.Add(ref weights, k * Block));
            sum.CopyTo(scores[block..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourBlocks512(ref byte from, int block, Span<int> scores)
    {
        ref sbyte weights = ref _packed[_first + block * _inner];
        int size = Block * _inner;
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (int k = 0; k < _inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
        {
            Vector512<byte> four = Four512(ref from, k);
            s0 += Products512(four, ref weights);
            s1 += Products512(four, ref Unsafe.Add(ref weights, size));
            s2 += Products512(four, ref Unsafe.Add(ref weights, 2 * size));
            s3 += Products512(four, ref Unsafe.Add(ref weights, 3 * size));
        }
        ReadOnlySpan<int> biases = _biases.AsSpan(block, 4 * Block);
        (s0 + Vector512.Create(biases[..Block])).CopyTo(scores[block..]);
        (s1 + Vector512.Create(biases[Block..])).CopyTo(scores[(block + Block)..]);
        (s2 + Vector512.Create(biases[(2 * Block)..])).CopyTo(scores[(block + 2 * Block)..]);
        (s3 + Vector512.Create(biases[(3 * Block)..])).CopyTo(scores[(block + 3 * Block)..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Four512(ref byte from, int k) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref from, k))).AsByte();

    // Four products to a lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products512(Vector512<byte> four, ref sbyte weights) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights)), Vector512<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Score256(ReadOnlySpan<byte> input, Span<int> scores)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weights = ref _packed[_first];
        for (int block = 0; block < _biases.Length; block += Block)
        {
            Vector256<int> low = Vector256.Create<int>(_biases.AsSpan(block, 8)), high = Vector256.Create<int>(_biases.AsSpan(block + 8, 8));
            for (int k = 0; k < _inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
            {
                Vector256<byte> four = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref from, k))).AsByte();
                low += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights)), Vector256<short>.One);
                high += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(four, Vector256.LoadUnsafe(ref weights, 32)), Vector256<short>.One);
            }
            low.CopyTo(scores[block..]);
            high.CopyTo(scores[(block + 8)..]);
        }
    }

    internal void Score128(ReadOnlySpan<byte> input, Span<int> scores)
    {
        for (int column = 0; column < _biases.Length; column += 4)
        {
            Vector128<int> sum = Vector128.Create<int>(_biases.AsSpan(column, 4));
            int at = _first + column / Block * Block * _inner + column % Block * 4;
            for (int k = 0; k < _inner; k += 4, at += QuadStep)
            {
                Vector128<byte> four = Vector128.Create(MemoryMarshal.Read<int>(input.Slice(k, 4))).AsByte();
                sum += BytePairs.AddNeighbours(BytePairs.MultiplyAdd(four, Vector128.Create<sbyte>(_packed.AsSpan(at, 16))));
            }
            sum.CopyTo(scores[column..]);
        }
    }
}
