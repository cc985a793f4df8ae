using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NewsNlp.Learning;

/// <summary>Products of unsigned and signed bytes, neighbours added up; weights no larger than <see cref="ByteMatrix.MostWeight"/>.</summary>
internal static class BytePairs
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> MultiplyAdd(Vector128<byte> input, Vector128<sbyte> weights) =>
        Ssse3.IsSupported ? Ssse3.MultiplyAddAdjacent(input, weights) : MultiplyAddPlain(input, weights);

    /// <summary>The same from operations that every processor has.</summary>
    internal static Vector128<short> MultiplyAddPlain(Vector128<byte> input, Vector128<sbyte> weights)
    {
        Vector128<short> low = Vector128.WidenLower(input).AsInt16() * Vector128.WidenLower(weights);
        Vector128<short> high = Vector128.WidenUpper(input).AsInt16() * Vector128.WidenUpper(weights);
        return Vector128.Narrow(AddNeighbours(low), AddNeighbours(high));
    }

    public static Vector128<int> AddNeighbours(Vector128<short> numbers) => ((numbers.AsInt32() << 16) >> 16) + (numbers.AsInt32() >> 16);
}
