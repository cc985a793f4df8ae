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

    // Block by block; in a block, for each four inner rows, the four numbers of a column side by side.
    private readonly sbyte[] _packed;

    /// <param name="weights">Inner rows × columns, row by row.</param>
    /// <param name="biases">What the score of each column starts with.</param>
    public ByteScorer(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> biases)
    {
        int columns = biases.Length;
        _inner = weights.Length / columns;
        if (_inner % 4 != 0 || columns % Block != 0 || weights.Length != _inner * columns) throw new ArgumentException("The matrix has no fitting shape.", nameof(weights));
        (_biases, _packed) = (biases.ToArray(), new sbyte[weights.Length]);
        for (int k = 0; k < _inner; k++)
            for (int column = 0; column < columns; column++)
                _packed[column / Block * Block * _inner + k / 4 * QuadStep + column % Block * 4 + k % 4] = weights[k * columns + column];
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

    internal void Score512(ReadOnlySpan<byte> input, Span<int> scores)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_packed);
        for (int block = 0; block < _biases.Length; block += Block)
        {
            Vector512<int> sum = Vector512.Create<int>(_biases.AsSpan(block, Block));
            for (int k = 0; k < _inner; k += 4, weights = ref Unsafe.Add(ref weights, QuadStep))
            {
                Vector512<byte> four = Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref from, k))).AsByte();
                sum += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(four, Vector512.LoadUnsafe(ref weights)), Vector512<short>.One);
            }
            sum.CopyTo(scores[block..]);
        }
    }

    internal void Score256(ReadOnlySpan<byte> input, Span<int> scores)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_packed);
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
            int at = column / Block * Block * _inner + column % Block * 4;
            for (int k = 0; k < _inner; k += 4, at += QuadStep)
            {
                Vector128<byte> four = Vector128.Create(MemoryMarshal.Read<int>(input.Slice(k, 4))).AsByte();
                sum += BytePairs.AddNeighbours(BytePairs.MultiplyAdd(four, Vector128.Create<sbyte>(_packed.AsSpan(at, 16))));
            }
            sum.CopyTo(scores[column..]);
        }
    }
}
