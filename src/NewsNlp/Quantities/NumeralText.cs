using System.Globalization;

namespace NewsNlp.Quantities;

/// <summary>Digits as written in any part of the English-speaking world: their extent and value.</summary>
internal static class NumeralText
{
    private const string VulgarSigns = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒";

    private static readonly double[] VulgarValues =
    [
        1 / 2.0, 1 / 3.0, 2 / 3.0, 1 / 4.0, 3 / 4.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1 / 6.0, 5 / 6.0, 1 / 8.0, 3 / 8.0, 5 / 8.0, 7 / 8.0, 1 / 7.0, 1 / 9.0, 1 / 10.0,
    ];

    // A double holds no more than 309 digits before the point.
    private const int LongestNumeral = 340;

    public static bool IsVulgar(char c) => c >= '¼' && VulgarSigns.Contains(c, StringComparison.Ordinal);

    /// <summary>Sets the atom's end, value and form.</summary>
    public static void Read(ReadOnlySpan<char> text, ref Atom atom)
    {
        int at = atom.Start;
        int digits = Digits(text, at);
        at += digits;
        if (digits > 1 && text[atom.Start] == '0') atom.Form |= NumeralForm.LeadingZero;
        if (digits is > 0 and <= 3) at = Grouped(text, at, digits, ref atom.Form);
        at = Fraction(text, at, ref atom.Form);
        atom.Value = Parse(text[atom.Start..at], atom.Form);
        at = Exponent(text, at, ref atom);
        if (at < text.Length && IsVulgar(text[at]))
        {
            atom.Value += VulgarValues[VulgarSigns.IndexOf(text[at], StringComparison.Ordinal)];
            atom.Form |= NumeralForm.Vulgar;
            at++;
        }
        atom.End = at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at - start;
    }

    // Groups of three, Indian groups of two before the last of three; one separator throughout.
    private static int Grouped(ReadOnlySpan<char> text, int at, int lead, ref NumeralForm form)
    {
        if (at >= text.Length || !IsSeparator(text[at])) return at;
        char separator = text[at];
        int next = at, groups = 0;
        bool indian = false;
        while (next < text.Length && text[next] == separator)
        {
            int length = Digits(text, next + 1);
            if (length == 2 && separator == ',' && lead <= 2) indian = true;
            else if (length != 3) break;
            groups++;
            next += 1 + length;
            if (length == 3 && indian) break;
        }
        if (groups == 0 || !Closed(text, next, separator, indian)) return at;
        if (separator == '.' && groups < 2) return at;
        form |= NumeralForm.Grouped;
        return next;
    }

    // 12,34 is no Indian number: the last group has three digits; and a year range such as 12,345,67 is none at all.
    private static bool Closed(ReadOnlySpan<char> text, int end, char separator, bool indian)
    {
        if (indian && (end < 4 || !char.IsAsciiDigit(text[end - 3]))) return false;
        return end >= text.Length || text[end] != separator || separator is ' ' or '\u00A0' or '\u202F' || Digits(text, end + 1) == 0;
    }

    private static bool IsSeparator(char c) => c is ',' or ' ' or '\u00A0' or '\u202F' or '\u2009' or '.' or '\'' or '’';

    private static int Fraction(ReadOnlySpan<char> text, int at, ref NumeralForm form)
    {
        int digits = at < text.Length && text[at] == '.' ? Digits(text, at + 1) : 0;
        if (digits == 0) return at;
        at += 1 + digits;
        form |= NumeralForm.Decimal;
        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            form |= NumeralForm.Dotted;
            at += 1 + Digits(text, at + 1);
        }
        return at;
    }

    // 1.5e9, 2E-3; at most three digits, as no double holds more.
    private static int Exponent(ReadOnlySpan<char> text, int at, ref Atom atom)
    {
        if (at + 1 >= text.Length || text[at] is not ('e' or 'E')) return at;
        int sign = text[at + 1] is '+' or '-' ? 1 : 0;
        int digits = Digits(text, at + 1 + sign);
        int end = at + 1 + sign + digits;
        if (digits is 0 or > 3 || (end < text.Length && char.IsLetter(text[end]))) return at;
        int power = int.Parse(text[(at + 1 + sign)..end], CultureInfo.InvariantCulture);
        atom.Value *= Math.Pow(10, text[at + 1] == '-' ? -power : power);
        atom.Form |= NumeralForm.Decimal;
        return end;
    }

    private static double Parse(ReadOnlySpan<char> numeral, NumeralForm form)
    {
        Span<char> clean = stackalloc char[LongestNumeral];
        int length = 0;
        bool pointsGroup = (form & NumeralForm.Grouped) != 0 && numeral.Count('.') > 1;
        foreach (char c in numeral)
        {
            if (!char.IsAsciiDigit(c) && (c != '.' || pointsGroup)) continue;
            if (length == clean.Length) return double.PositiveInfinity;
            clean[length++] = c;
        }
        if (length == 0) return 0;
        return double.TryParse(clean[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }
}
