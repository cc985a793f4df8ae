using System.Globalization;

namespace NewsNlp.Accuracy.Dates;

/// <summary>The days that a TIMEX3 date covers: its first, and the one behind its last.</summary>
internal static class TimexRange
{
    public static (DateOnly Start, DateOnly End)? Of(string value)
    {
        if (value.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", out DateOnly day)) return (day, day.AddDays(1));
        if (value.Contains('X', StringComparison.Ordinal) || value.Length < 2 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return null;
        string plain = value.StartsWith("FY", StringComparison.Ordinal) ? value[2..] : value;
        if (!int.TryParse(plain.Split('-')[0].PadRight(4, '0'), CultureInfo.InvariantCulture, out int year) || year is < 1 or > 9000) return null;
        return plain.Length switch
        {
            2 => (new DateOnly(year, 1, 1), new DateOnly(year + 100, 1, 1)),
            3 => (new DateOnly(year, 1, 1), new DateOnly(year + 10, 1, 1)),
            4 => (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
            _ => OfPart(year, plain[5..]),
        };
    }

    private static (DateOnly Start, DateOnly End)? OfPart(int year, string part)
    {
        if (part.Length < 2 || !int.TryParse(part[0] is 'W' ? part[1..3] : part[0] is 'Q' or 'H' ? part[1..2] : part[..2], CultureInfo.InvariantCulture, out int number) || number < 1) return null;
        return part[0] switch
        {
            'W' when number <= 53 && part.EndsWith("WE", StringComparison.Ordinal) => Days(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Saturday)), 2),
            'W' when number <= 53 => Days(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)), 7),
            'Q' when number <= 4 => Months(new DateOnly(year, number * 3 - 2, 1), 3),
            'H' when number <= 2 => Months(new DateOnly(year, number * 6 - 5, 1), 6),
            >= '0' and <= '9' when number <= 12 => Months(new DateOnly(year, number, 1), 1),
            _ => null,
        };
    }

    private static (DateOnly Start, DateOnly End) Days(DateOnly start, int days) => (start, start.AddDays(days));

    private static (DateOnly Start, DateOnly End) Months(DateOnly start, int months) => (start, start.AddMonths(months));
}
