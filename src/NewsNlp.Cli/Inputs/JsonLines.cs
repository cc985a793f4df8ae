using System.Globalization;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NewsNlp.Cli.Inputs;

/// <summary>Input lines of the contract: <c>{"id": …, "text": …, "published": …, "title": …, "html": …}</c>.</summary>
internal static class JsonLines
{
    /// <summary>One item a line; empty lines are passed over, a line that cannot be read is an item with an error.</summary>
    /// <param name="firstLine">A line that was read already; null where none was.</param>
    /// <param name="published">For lines that do not tell.</param>
    public static async IAsyncEnumerable<InputItem> ReadAsync(
        string? firstLine, StreamReader reader, DateOnly? published, [EnumeratorCancellation] CancellationToken cancellation)
    {
        int number = 0;
        if (firstLine is not null && Read(firstLine, ++number, published) is { } first) yield return first;
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            if (Read(line, ++number, published) is { } item) yield return item;
    }

    /// <summary>The document of one line; null for an empty line.</summary>
    public static InputItem? Read(string line, int number, DateOnly? published)
    {
        if (string.IsNullOrWhiteSpace(line)) return null;
        JObject fields;
        try
        {
            fields = Parse(line);
        }
        catch (JsonException error)
        {
            return InputItem.Failed(id: null, number, $"The line is no JSON object: {error.Message}");
        }
        return Document(fields, number, published);
    }

    private static InputItem Document(JObject fields, int number, DateOnly? published)
    {
        string? id = fields["id"] is JValue { Value: not null } value ? Convert.ToString(value.Value, CultureInfo.InvariantCulture) : null;
        if (fields["text"] is not JValue { Value: string text })
            return InputItem.Failed(id, number, "The line has no \"text\". Give the article as a string in \"text\".");
        if (!TryDate(fields["published"], out DateOnly? own))
            return InputItem.Failed(id, number, $"\"published\" is {fields["published"]?.ToString(Formatting.None)}. Write it as \"2025-06-04\".");
        bool html = fields["html"] is JValue { Value: true };
        return new InputItem(id, text, html ? InputKind.Html : InputKind.Text, own ?? published);
    }

    private static JObject Parse(string line)
    {
        // Dates stay strings: the reader's own guess at them would depend on the machine's time zone.
        using JsonTextReader json = new(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        JObject fields = JObject.Load(json);
        if (json.Read()) throw new JsonReaderException("something stands behind the object.");
        return fields;
    }

    // A time behind the day ("2025-06-04T10:15:00Z") is common in feeds; only the day counts.
    private static bool TryDate(JToken? token, out DateOnly? date)
    {
        date = null;
        if (token is null or { Type: JTokenType.Null }) return true;
        if (token is not JValue { Value: string text } || text.Length < 10 || (text.Length > 10 && text[10] is not ('T' or ' '))) return false;
        if (!DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly found)) return false;
        date = found;
        return true;
    }
}
