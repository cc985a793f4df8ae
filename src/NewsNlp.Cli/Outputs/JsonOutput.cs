using System.Globalization;
using NewsNlp.Cli.Inputs;
using Newtonsoft.Json;

namespace NewsNlp.Cli.Outputs;

/// <summary>The JSON contract, one line a document or indented.</summary>
internal sealed class JsonOutput(bool indented, bool tokens) : IDocumentOutput
{
    public string Render(InputItem item, NewsPage page, TextAlignment? alignment) =>
        NewsJson.Serialize(page, new NewsJsonOptions { Id = item.Id, Tokens = tokens, Indented = indented, Alignment = alignment }) + "\n";

    public string RenderError(InputItem item, InputError error)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using JsonTextWriter json = new(text);
        if (indented) json.Formatting = Formatting.Indented;
        json.WriteStartObject();
        json.WritePropertyName("version");
        json.WriteValue(1);
        json.WritePropertyName("id");
        json.WriteValue(item.Id);
        json.WritePropertyName("error");
        json.WriteStartObject();
        json.WritePropertyName("line");
        json.WriteValue(error.Line);
        json.WritePropertyName("message");
        json.WriteValue(error.Message);
        json.WriteEndObject();
        json.WriteEndObject();
        return text + "\n";
    }
}
