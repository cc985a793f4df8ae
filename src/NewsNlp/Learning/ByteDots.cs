using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>
/// An output layer of a few columns: what <see cref="ByteScorer"/> computes, column by column, so that no lane is spent on columns that do not exist. The
/// same at every vector width.
/// </summary>
internal sealed class ByteDots
{
    /// <summary>The number of inner rows is a multiple of this.</summary>
    public const int Step = 64;

    private readonly int _inner;
    private readonly int[] _biases;

    // Column by column; each begins where a line of memory begins.
    private readonly sbyte[] _weights;
    private readonly int _first;

    /// <param name="weights">Inner rows of <paramref name="stride"/> columns, row by row; the first columns count.</param>
    /// <param name="biases">What the score of each column that counts starts with.</param>
    public ByteDots(ReadOnlySpan<sbyte> weights, int stride, ReadOnlySpan<int> biases)
    {
        _inner = weights.Length / stride;
        if (_inner % Step != 0 || biases.Length > stride || weights.Length != _inner * stride) throw new ArgumentException("The matrix has no fitting shape.", nameof(weights));
        _biases = biases.ToArray();
        _weights = MemoryLines.Allocate<sbyte>(_inner * biases.Length, out _first);
        for (int k = 0; k < _inner; k++)
            for (int column = 0; column < biases.Length; column++) _weights[_first + column * _inner + k] = weights[k * stride + column];
    }

    /// <param name="scores">Overwritten: one for each column.</param>
    public void Score(ReadOnlySpan<byte> input, Span<int> scores)
    {
        if (input.Length != _inner || scores.Length < _biases.Length) throw new ArgumentException("Input or scores are too short.", nameof(input));
        for (int column = 0; column < _biases.Length; column++)
        {
            ReadOnlySpan<sbyte> weights = _weights.AsSpan(_first + column * _inner, _inner);
            int sum = Avx512BW.IsSupported ? Sum512(input, weights) : Avx2.IsSupported ? Sum256(input, weights) : Sum128(input, weights);
            scores[column] = _biases[column] + sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum512(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> weights)
    {
        ref byte from = ref MemoryMarshal.GetReference(input);
        ref sbyte weight = ref MemoryMarshal.GetReference(weights);
        Vector512<int> sum = default;
        for (nuint k = 0; k < (nuint)input.Length; k += Step)
            sum += Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(Vector512.LoadUnsafe(ref from, k), Vector512.LoadUnsafe(ref weight, k)), Vector512<short>.One);
        return Vector512.Sum(sum);
    }

    internal static int Sum256(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> weights)
    {
        Vector256<int> sum = default;
        for (int k = 0; k < input.Length; k += 32)
            sum += Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(Vector256.Create(input.Slice(k, 32)), Vector256.Create(weights.Slice(k, 32))), Vector256<short>.One);
        return Vector256.Sum(sum);
    }

    internal static int Sum128(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> weights)
    {
        Vector128<int> sum = default;
        for (int k = 0; k < input.Length; k += 16)
            sum += BytePairs.AddNeighbours(BytePairs.MultiplyAdd(Vector128.Create(input.Slice(k, 16)), Vector128.Create(weights.Slice(k, 16))));
        return Vector128.Sum(sum);
    }
}
