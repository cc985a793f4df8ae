using System.Globalization;

namespace NewsNlp.Quantities;

/// <summary>Reads the value of a run of digits with separators.</summary>
internal static class DigitReader
{
    /// <summary>More digits than this name no quantity anybody counts; their value is left open.</summary>
    private const int MaxDigits = 300;

    /// <summary>The value; false where the separators fit no way of grouping (<c>1.2.3</c>, <c>12,5,7</c>).</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, out double value, out bool plain)
    {
        value = double.PositiveInfinity;
        plain = !digits.ContainsAny(',', '.');
        if (digits.Length > MaxDigits) return true;
        Span<char> clean = stackalloc char[MaxDigits];
        int length = Normalize(digits, clean);
        return length > 0 && double.TryParse(clean[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // Leaves digits and at most one decimal point; 0 where the grouping is broken.
    private static int Normalize(ReadOnlySpan<char> digits, Span<char> clean)
    {
        int points = digits.Count('.'), commas = digits.Count(',');
        // 1.234.567,8: points group and a comma is the decimal mark, as on the continent.
        bool continental = points > 1 && commas <= 1 && Grouped(digits, '.', ',');
        char group = continental ? '.' : ',', mark = continental ? ',' : '.';
        if (!continental && points > 1) return 0;
        if (commas == 1 && points == 0 && digits.Length - digits.IndexOf(',') - 1 != 3) (group, mark) = ('.', ',');
        else if (digits.Contains(group) && !Grouped(digits, group, mark)) return 0;
        int length = 0;
        foreach (char c in digits)
            if (c != group) clean[length++] = c == mark ? '.' : c;
        return length;
    }

    // Groups of three behind the first, or of two with a last one of three as in India (12,34,567).
    private static bool Grouped(ReadOnlySpan<char> digits, char group, char mark)
    {
        int end = digits.IndexOf(mark) is var at and >= 0 ? at : digits.Length;
        ReadOnlySpan<char> whole = digits[..end];
        int last = whole.LastIndexOf(group);
        if (last < 0 || whole.Length - last - 1 != 3) return false;
        int first = whole.IndexOf(group);
        if (first is 0 or > 3) return false;
        int size = 0, run = 0;
        foreach (char c in whole[(first + 1)..])
        {
            if (c != group)
            {
                run++;
                continue;
            }
            if (run is < 2 or > 3 || (size != 0 && run != size)) return false;
            size = run;
            run = 0;
        }
        return true;
    }
}
