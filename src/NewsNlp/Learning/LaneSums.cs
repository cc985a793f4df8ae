using System.Runtime.Intrinsics;

namespace NewsNlp.Learning;

/// <summary>How 16-bit lanes are added up.</summary>
internal interface ILaneSum
{
    static abstract Vector512<short> Add(Vector512<short> a, Vector512<short> b);

    static abstract Vector256<short> Add(Vector256<short> a, Vector256<short> b);

    static abstract Vector128<short> Add(Vector128<short> a, Vector128<short> b);
}

/// <summary>What does not fit wraps around.</summary>
internal readonly struct WrappingSum : ILaneSum
{
    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => a + b;

    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => a + b;

    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => a + b;
}

/// <summary>What does not fit is cut at the largest number that does.</summary>
internal readonly struct CutSum : ILaneSum
{
    public static Vector512<short> Add(Vector512<short> a, Vector512<short> b) => Vector512.AddSaturate(a, b);

    public static Vector256<short> Add(Vector256<short> a, Vector256<short> b) => Vector256.AddSaturate(a, b);

    public static Vector128<short> Add(Vector128<short> a, Vector128<short> b) => Vector128.AddSaturate(a, b);
}
