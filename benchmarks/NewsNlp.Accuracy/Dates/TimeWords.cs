namespace NewsNlp.Accuracy.Dates;

/// <summary>Words of expressions that count so many units away from a day.</summary>
internal static class TimeWords
{
    public static string[] Shifts { get; } = ["ago", "later", "earlier", "from now", "from today"];
}
