using System.Globalization;
using NewsNlp.Cli.Inputs;

namespace NewsNlp.Cli.Outputs;

/// <summary>One web page that shows every document with what was found in it marked.</summary>
internal sealed class HtmlOutput : IDocumentOutput
{
    public string Head => Written(writer => HtmlHighlights.WriteHead(writer, "NewsNlp"));

    public string Foot => Written(HtmlHighlights.WriteFoot);

    public string Render(InputItem item, NewsPage page, TextAlignment? alignment) => Written(writer => HtmlHighlights.WriteArticles(writer, page));

    public string RenderError(InputItem item, InputError error) => "";

    private static string Written(Action<TextWriter> write)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }
}
