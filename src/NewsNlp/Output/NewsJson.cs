using System.Globalization;
using Newtonsoft.Json;

namespace NewsNlp;

/// <summary>What <see cref="NewsJson"/> writes beyond the defaults.</summary>
public sealed record NewsJsonOptions
{
    /// <summary>One line, without tokens and without an id.</summary>
    public static NewsJsonOptions Default { get; } = new();

    /// <summary>The caller's own name for the input; left out where null.</summary>
    public string? Id { get; init; }

    /// <summary>Whether each article lists its tokens; default: no, for they are most of the bytes.</summary>
    public bool Tokens { get; init; }

    /// <summary>Whether the object is spread over indented lines; default: no, one line.</summary>
    public bool Indented { get; init; }

    /// <summary>
    /// Where the text that was read stands in the caller's own string, such as a web page's HTML: offsets and texts are then those of
    /// <see cref="TextAlignment.Source"/>. Default: null, the text that was read is the caller's own.
    /// </summary>
    public TextAlignment? Alignment { get; init; }
}

/// <summary>Writes documents as JSON, version 1 of the contract that <c>newsnlp extract</c> keeps.</summary>
/// <remarks>Offsets are UTF-16 code units of the string that was read; each <c>text</c> is that string between <c>start</c> and <c>end</c>.</remarks>
public static class NewsJson
{
    /// <summary>One article as a JSON object.</summary>
    public static string Serialize(NewsDocument document, NewsJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Serialize(new NewsPage(document.Text, [document]), options);
    }

    /// <summary>A page with all its articles as one JSON object.</summary>
    public static string Serialize(NewsPage page, NewsJsonOptions? options = null)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        Write(writer, page, options);
        return writer.ToString();
    }

    /// <summary>Writes a page with all its articles as one JSON object; the writer stays open.</summary>
    public static void Write(TextWriter writer, NewsPage page, NewsJsonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(page);
        options ??= NewsJsonOptions.Default;
        using JsonTextWriter json = new(writer) { CloseOutput = false, Culture = CultureInfo.InvariantCulture };
        if (options.Indented) json.Formatting = Formatting.Indented;
        new Output.PageJsonWriter(json, page, options).Write();
    }
}
