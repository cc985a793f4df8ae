using System.Numerics;
using System.Runtime.Intrinsics;
using NewsNlp.Learning;

namespace NewsNlp.Training.Syntax;

/// <summary>
/// Rounds what goes from layer to layer to what the bytes of the run time can hold, so that training learns to do with them. Gradients pass
/// as if nothing were rounded.
/// </summary>
internal static unsafe class ByteRounding
{
    /// <summary>What an <see cref="Excess"/> of one counts beside a wrong move.</summary>
    public const float Pull = 0.1f;

    private const float Step = 1f / (1 << NetworkNumbers.BytePlaces), Most = byte.MaxValue * Step;

    // The largest sum of products that 16 bits hold.
    private const float Fits = (short.MaxValue + 1f) / (1 << NetworkNumbers.ProductPlaces);

    /// <summary>Nothing below zero, nothing above the largest byte, rounded.</summary>
    public static void Activate(float* values, int count) => Round(values, 0, Most, count);

    /// <summary>
    /// What sums of products have beyond three quarters of what 16 bits hold, above or below zero; pulled back by that much, they fit at run
    /// time, where what does not fit wraps around.
    /// </summary>
    public static void Excess(float* sums, float* excess, int count)
    {
        Vector512<float> free = Vector512.Create(Fits * 0.75f);
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> sum = Vector512.Load(sums + i);
            (sum - Vector512.Max(Vector512.Min(sum, free), -free)).Store(excess + i);
        }
    }

    /// <summary>How many of the sums whose <see cref="Excess"/> this is do not fit.</summary>
    public static int CountMisfits(float* excess, int count)
    {
        Vector512<float> least = Vector512.Create(Fits * 0.25f);
        int misfits = 0;
        for (int i = 0; i < count; i += 16)
            misfits += BitOperations.PopCount(Vector512.GreaterThanOrEqual(Vector512.Abs(Vector512.Load(excess + i)), least).ExtractMostSignificantBits());
        return misfits;
    }

    /// <summary>A word's vector, which may be below zero.</summary>
    public static void RoundVector(float* values, int count) => Round(values, -NetworkNumbers.WordOffset * Step, Most - NetworkNumbers.WordOffset * Step, count);

    /// <summary>Nothing above the largest byte.</summary>
    public static void Cut(float* values, int count)
    {
        for (int i = 0; i < count; i += 16) Vector512.Min(Vector512.Load(values + i), Vector512.Create(Most)).Store(values + i);
    }

    /// <summary>Clears the gradients of values that <see cref="Activate"/> cut off.</summary>
    public static void ClearWhereCut(float* values, float* gradients, int count)
    {
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> value = Vector512.Load(values + i);
            Vector512<float> isInside = Vector512.GreaterThan(value, Vector512<float>.Zero) & Vector512.LessThan(value, Vector512.Create(Most));
            (Vector512.Load(gradients + i) & isInside).Store(gradients + i);
        }
    }

    /// <summary>Whether <see cref="Activate"/> has cut off a value, so that no gradient passes.</summary>
    public static bool IsCut(float value) => value is <= 0 or >= Most;

    private static void Round(float* values, float least, float most, int count)
    {
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> value = Vector512.Min(Vector512.Max(Vector512.Load(values + i), Vector512.Create(least)), Vector512.Create(most));
            (Vector512.Round(value * (1 / Step)) * Step).Store(values + i);
        }
    }
}
