using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NewsNlp.Training.Learning;

/// <summary>The matrix products of training, on one core. Matrices are row-major; widths are multiples of <see cref="Panel"/>.</summary>
internal static unsafe class FloatMath
{
    /// <summary>Columns that are worked on together: what fits the registers for four rows at a time.</summary>
    public const int Panel = 64;

    private const int Lanes = 16;

    // Columns for which registers of half the size do.
    private const int Strip = 16;

    /// <summary><c>C += A · B</c>: rows × inner times inner × columns. The strides are in numbers; rows of A may overlap.</summary>
    public static void MultiplyAdd(float* a, int strideA, float* b, int strideB, float* c, int strideC, int rows, int inner, int columns)
    {
        if (Vector512.IsHardwareAccelerated) MultiplyAdd512(a, strideA, b, strideB, c, strideC, rows, inner, columns);
        else MultiplyAdd256(a, strideA, b, strideB, c, strideC, rows, inner, columns);
    }

    private static void MultiplyAdd512(float* a, int strideA, float* b, int strideB, float* c, int strideC, int rows, int inner, int columns)
    {
        for (int column = 0; column < columns; column += Panel)
        {
            int row = 0;
            for (; row + 4 <= rows; row += 4) FourRows(a + row * strideA, strideA, b + column, strideB, c + row * strideC + column, strideC, inner);
            for (; row < rows; row++) OneRow(a + row * strideA, b + column, strideB, c + row * strideC + column, inner);
        }
    }

    // The same sums in the same order. A strip of B is copied first, since its rows lie too far apart to stay near the processor.
    private static void MultiplyAdd256(float* a, int strideA, float* b, int strideB, float* c, int strideC, int rows, int inner, int columns)
    {
        float[] copy = ArrayPool<float>.Shared.Rent(inner * Strip);
        fixed (float* strip = copy)
        {
            for (int column = 0; column < columns; column += Strip)
            {
                for (int k = 0; k < inner; k++) new Span<float>(b + k * strideB + column, Strip).CopyTo(new Span<float>(strip + k * Strip, Strip));
                int row = 0;
                for (; row + 4 <= rows; row += 4) FourRows256(a + row * strideA, strideA, strip, c + row * strideC + column, strideC, inner);
                for (; row < rows; row++) OneRow256(a + row * strideA, strip, c + row * strideC + column, inner);
            }
        }
        ArrayPool<float>.Shared.Return(copy);
    }

    public static void Transpose(float* from, int rows, int columns, int stride, float* to)
    {
        const int Tile = 16;
        for (int r = 0; r < rows; r += Tile)
            for (int c = 0; c < columns; c += Tile)
                for (int j = c; j < Math.Min(c + Tile, columns); j++)
                    for (int i = r; i < Math.Min(r + Tile, rows); i++) to[j * rows + i] = from[i * stride + j];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(float* sums, float* addend, int count)
    {
        for (int i = 0; i < count; i += Lanes) (Vector512.Load(sums + i) + Vector512.Load(addend + i)).Store(sums + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float* sums, float* addend, float scale, int count)
    {
        Vector512<float> factor = Vector512.Create(scale);
        for (int i = 0; i < count; i += Lanes) Vector512.FusedMultiplyAdd(Vector512.Load(addend + i), factor, Vector512.Load(sums + i)).Store(sums + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* a, float* b, int count)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        for (int i = 0; i < count; i += Lanes) sum = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), sum);
        return Vector512.Sum(sum);
    }

    private static void FourRows(float* a, int strideA, float* b, int strideB, float* c, int strideC, int inner)
    {
        float* a1 = a + strideA, a2 = a1 + strideA, a3 = a2 + strideA;
        float* c1 = c + strideC, c2 = c1 + strideC, c3 = c2 + strideC;
        Vector512<float> s00 = Vector512.Load(c), s01 = Vector512.Load(c + 16), s02 = Vector512.Load(c + 32), s03 = Vector512.Load(c + 48);
        Vector512<float> s10 = Vector512.Load(c1), s11 = Vector512.Load(c1 + 16), s12 = Vector512.Load(c1 + 32), s13 = Vector512.Load(c1 + 48);
        Vector512<float> s20 = Vector512.Load(c2), s21 = Vector512.Load(c2 + 16), s22 = Vector512.Load(c2 + 32), s23 = Vector512.Load(c2 + 48);
        Vector512<float> s30 = Vector512.Load(c3), s31 = Vector512.Load(c3 + 16), s32 = Vector512.Load(c3 + 32), s33 = Vector512.Load(c3 + 48);
        for (int k = 0; k < inner; k++, b += strideB)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            Vector512<float> x = Vector512.Create(a[k]);
            s00 = Vector512.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector512.FusedMultiplyAdd(x, b1, s01);
            s02 = Vector512.FusedMultiplyAdd(x, b2, s02);
            s03 = Vector512.FusedMultiplyAdd(x, b3, s03);
            x = Vector512.Create(a1[k]);
            s10 = Vector512.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector512.FusedMultiplyAdd(x, b1, s11);
            s12 = Vector512.FusedMultiplyAdd(x, b2, s12);
            s13 = Vector512.FusedMultiplyAdd(x, b3, s13);
            x = Vector512.Create(a2[k]);
            s20 = Vector512.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector512.FusedMultiplyAdd(x, b1, s21);
            s22 = Vector512.FusedMultiplyAdd(x, b2, s22);
            s23 = Vector512.FusedMultiplyAdd(x, b3, s23);
            x = Vector512.Create(a3[k]);
            s30 = Vector512.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector512.FusedMultiplyAdd(x, b1, s31);
            s32 = Vector512.FusedMultiplyAdd(x, b2, s32);
            s33 = Vector512.FusedMultiplyAdd(x, b3, s33);
        }
        Store(c, s00, s01, s02, s03);
        Store(c1, s10, s11, s12, s13);
        Store(c2, s20, s21, s22, s23);
        Store(c3, s30, s31, s32, s33);
    }

    private static void OneRow(float* a, float* b, int strideB, float* c, int inner)
    {
        Vector512<float> s0 = Vector512.Load(c), s1 = Vector512.Load(c + 16), s2 = Vector512.Load(c + 32), s3 = Vector512.Load(c + 48);
        for (int k = 0; k < inner; k++, b += strideB)
        {
            Vector512<float> x = Vector512.Create(a[k]);
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 32), s2);
            s3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 48), s3);
        }
        Store(c, s0, s1, s2, s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        v0.Store(c);
        v1.Store(c + 16);
        v2.Store(c + 32);
        v3.Store(c + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows256(float* a, int strideA, float* strip, float* c, int strideC, int inner)
    {
        float* a1 = a + strideA, a2 = a1 + strideA, a3 = a2 + strideA;
        float* c1 = c + strideC, c2 = c1 + strideC, c3 = c2 + strideC;
        Vector256<float> s00 = Vector256.Load(c), s01 = Vector256.Load(c + 8), s10 = Vector256.Load(c1), s11 = Vector256.Load(c1 + 8);
        Vector256<float> s20 = Vector256.Load(c2), s21 = Vector256.Load(c2 + 8), s30 = Vector256.Load(c3), s31 = Vector256.Load(c3 + 8);
        for (int k = 0; k < inner; k++, strip += Strip)
        {
            Vector256<float> b0 = Vector256.Load(strip), b1 = Vector256.Load(strip + 8);
            Vector256<float> x = Vector256.Create(a[k]);
            s00 = Vector256.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(x, b1, s01);
            x = Vector256.Create(a1[k]);
            s10 = Vector256.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(x, b1, s11);
            x = Vector256.Create(a2[k]);
            s20 = Vector256.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(x, b1, s21);
            x = Vector256.Create(a3[k]);
            s30 = Vector256.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(x, b1, s31);
        }
        Store(c, s00, s01);
        Store(c1, s10, s11);
        Store(c2, s20, s21);
        Store(c3, s30, s31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow256(float* a, float* strip, float* c, int inner)
    {
        Vector256<float> s0 = Vector256.Load(c), s1 = Vector256.Load(c + 8);
        for (int k = 0; k < inner; k++, strip += Strip)
        {
            Vector256<float> x = Vector256.Create(a[k]);
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(strip), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(strip + 8), s1);
        }
        Store(c, s0, s1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<float> low, Vector256<float> high)
    {
        low.Store(c);
        high.Store(c + 8);
    }
}
