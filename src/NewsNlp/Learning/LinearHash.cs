using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>
/// Features of models whose features are made by the million: each value times an odd number of its place, added up. That is a third of the work of
/// <see cref="FeatureHash"/>, and what several features share need be computed but once. Values are small numbers or hashes already. The upper bits
/// tell features apart; lower ones tell less. Part of the model format.
/// </summary>
internal static class LinearHash
{
    // Drawn by lot, thousands of times, and those taken with which small values of up to four places fill the upper 13, 16 and 19 bits best: as evenly as by
    // chance or better, where numbers taken blindly let half of them share places.
    private const uint Kind = 0x9E3779B1, First = 0x93E6C6DF, Second = 0x2EE7628B, Third = 0x790FDBE1, Fourth = 0x419F21E7;

    /// <summary>A feature: what <paramref name="kind"/> of thing (each template has its own number) and which value of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint value) => kind * Kind + value * First;

    /// <summary>A feature of two values; their order counts, here and below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint first, uint second) => Of(kind, first) + second * Second;

    /// <summary>A feature of three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint first, uint second, uint third) => Of(kind, first, second) + third * Third;

    /// <summary>A feature of four values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint kind, uint first, uint second, uint third, uint fourth) => Of(kind, first, second, third) + fourth * Fourth;
}
