using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace NewsNlp.Output;

/// <summary>Writes a string so that a reader gets the same code units back, lone surrogates included.</summary>
internal static class JsonText
{
    public static void WriteValue(JsonTextWriter json, string? value)
    {
        int lone = value is null ? -1 : IndexOfLoneSurrogate(value);
        if (lone < 0) json.WriteValue(value);
        else json.WriteRawValue(Escape(value!));
    }

    // UTF-8 has no form for half a character: an encoder would replace it, and the text would no longer be the slice it claims to be.
    private static int IndexOfLoneSurrogate(string value)
    {
        int at = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < value.Length; at++)
        {
            if (!char.IsSurrogate(value[at])) continue;
            if (at + 1 == value.Length || !char.IsSurrogatePair(value[at], value[at + 1])) return at;
            at++;
        }
        return -1;
    }

    private static string Escape(string value)
    {
        StringBuilder escaped = new("\"");
        foreach (char c in value)
        {
            if (c is '"' or '\\') escaped.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else escaped.Append(c);
        }
        return escaped.Append('"').ToString();
    }
}
