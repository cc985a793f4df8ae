using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>
/// Features of models whose features are made by the million: each value times an odd number of its place, added up. That is a third of the work of
/// <see cref="FeatureHash"/>, and what several features share need be computed but once. Values are small numbers or hashes already. The upper bits
/// tell features apart; lower ones tell less. Part of the model format.
/// </summary>
internal static class LinearHash
{
    private const uint Kind = 0x9E3779B1, First = 0x85EBCA77, Second = 0xC2B2AE3D, Third = 0x27D4EB2F, Fourth = 0x165667B1;

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
