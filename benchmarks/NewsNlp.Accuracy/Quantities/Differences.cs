namespace NewsNlp.Accuracy.Quantities;

/// <summary>Where a gold set follows another convention than this library, and so cannot be counted against it.</summary>
internal static class Differences
{
    private static readonly string[] TimeUnits = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"];

    /// <summary>The reason, or null where the example counts.</summary>
    public static string? Of(string text, IReadOnlyList<string> parts, IReadOnlyList<double> values, string set)
    {
        return null;
    }
}
