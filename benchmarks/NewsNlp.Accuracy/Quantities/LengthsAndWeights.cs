namespace NewsNlp.Accuracy.Quantities;

/// <summary>
/// How many metres or grams a unit holds, for gold that gives its answer in another unit than the text: the International System, and the
/// international yard and pound of 1959.
/// </summary>
internal static class LengthsAndWeights
{
    private static readonly Dictionary<string, double> Factors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["millimetre"] = 0.001,
        ["centimetre"] = 0.01,
        ["metre"] = 1,
        ["m"] = 1,
        ["kilometre"] = 1000,
        ["inch"] = 0.0254,
        ["foot"] = 0.3048,
        ["yard"] = 0.9144,
        ["mile"] = 1609.344,
        ["milligram"] = 0.001,
        ["gram"] = 1,
        ["kilogram"] = 1000,
        ["ounce"] = 28.349523125,
        ["pound"] = 453.59237,
    };

    /// <summary>What turns a value in <paramref name="unit"/> into one in <paramref name="gold"/>; 1 where either is unknown.</summary>
    public static double Ratio(string? unit, string? gold) =>
        unit is not null && gold is not null && Factors.TryGetValue(unit, out double from) && Factors.TryGetValue(gold, out double to) ? from / to : 1;
}
