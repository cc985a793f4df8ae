using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html;

namespace NewsNlp.Html;

/// <summary>Character references: <c>&amp;amp;</c>, <c>&amp;#8220;</c>, and the old names that need no semicolon.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    // The longest name that may stand without its semicolon: &Aacute, &frac12.
    private const int LongestOpenName = 6;

    private static readonly IEntityProvider Provider = HtmlEntityProvider.Resolver;

    /// <summary>What the reference at <c>html[at] == '&amp;'</c> stands for; null where it is a mere ampersand.</summary>
    /// <param name="end">Behind the reference.</param>
    public static string? Decode(string html, int at, int limit, out int end)
    {
        end = at + 1;
        if (end >= limit) return null;
        return html[end] == '#' ? DecodeNumber(html, end + 1, limit, ref end) : DecodeName(html, end, limit, ref end);
    }

    private static string? DecodeNumber(string html, int at, int limit, ref int end)
    {
        bool hex = at < limit && html[at] is 'x' or 'X';
        if (hex) at++;
        int start = at, code = 0;
        while (at < limit && (hex ? char.IsAsciiHexDigit(html[at]) : char.IsAsciiDigit(html[at])))
        {
            int digit = int.Parse(html.AsSpan(at, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            code = Math.Min(0x110000, code * (hex ? 16 : 10) + digit);
            at++;
        }
        if (at == start) return null;
        end = at < limit && html[at] == ';' ? at + 1 : at;
        if (HtmlEntityProvider.IsInCharacterTable(code)) return HtmlEntityProvider.GetSymbolFromTable(code);
        return code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD" : char.ConvertFromUtf32(code);
    }

    private static string? DecodeName(string html, int start, int limit, ref int end)
    {
        int at = start;
        while (at < limit && at - start < LongestName && char.IsAsciiLetterOrDigit(html[at])) at++;
        if (at < limit && html[at] == ';' && Provider.GetSymbol(html[start..(at + 1)]) is { } closed)
        {
            end = at + 1;
            return closed;
        }
        for (int length = Math.Min(at - start, LongestOpenName); length >= 2; length--)
        {
            if (Provider.GetSymbol(html.Substring(start, length)) is not { } open) continue;
            end = start + length;
            return open;
        }
        return null;
    }
}
