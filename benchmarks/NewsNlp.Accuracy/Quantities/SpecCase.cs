namespace NewsNlp.Accuracy.Quantities;

/// <summary>One example of a gold set: a text and the values that are to be found in it.</summary>
/// <param name="Text">The example.</param>
/// <param name="Values">What is to be found; an upper end is a value of its own.</param>
/// <param name="Type">Only quantities that this accepts count as found where nothing is expected.</param>
internal sealed record SpecCase(string Text, IReadOnlyList<double> Values, Func<Quantity, bool> Type)
{
    /// <summary>Why the example is left out of the count; null where it counts.</summary>
    public string? Difference { get; init; }

    /// <summary>The unit of the values where the set converts to one of its own; else null.</summary>
    public string? Unit { get; init; }

    /// <summary>Every value is found; where none is expected, nothing of the type is.</summary>
    public bool Passes(NewsDocument document)
    {
        List<double> found = [];
        foreach (Quantity quantity in document.Quantities)
        {
            if (!Type(quantity)) continue;
            double ratio = LengthsAndWeights.Ratio(quantity.Unit, Unit);
            if (quantity.Value is { } value) found.AddRange([value * ratio, -value * ratio]);
            // quantulum3 gives a range as its middle.
            if (quantity.Upper is { } upper) found.AddRange([upper * ratio, (upper + (quantity.Value ?? upper)) / 2 * ratio]);
        }
        return Values.Count == 0 ? found.Count == 0 : Values.All(value => found.Any(other => IsSame(value, other)));
    }

    private static bool IsSame(double gold, double found)
    {
        // Cents and pence are hundredths of the currency here, amounts of their own there.
        double scale = Math.Max(1e-9, Math.Abs(gold) * 1e-3);
        return Math.Abs(gold - found) <= scale || Math.Abs(gold - (found * 100)) <= scale;
    }
}
