using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using NewsNlp.Lexicon;

namespace NewsNlp.Html;

/// <summary>What an element makes of the text inside it; what is inside an element has its roles too.</summary>
[Flags]
internal enum HtmlRoles
{
    None = 0,
    Skipped = 1,
    Link = 2,
    Heading = 4,
    Headline = 8,
    Caption = 16,
    Main = 32,
    Byline = 64,
    Preformatted = 128,

    /// <summary>SVG and MathML, where the rules of HTML's own elements do not hold.</summary>
    Foreign = 256,
}

/// <summary>What HTML says about its elements, as far as reading text needs it.</summary>
internal sealed class HtmlElements
{
    private static readonly FrozenSet<string> Void =
        Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
        "head header hgroup hr html li main menu nav ol option p pre section select summary table tbody td tfoot th thead title tr ul");

    private static readonly FrozenSet<string> Dropped = Set(
        "aside audio button canvas dialog embed footer head iframe map math menu nav noembed noframes noscript object script select style svg template textarea title video");

    private static readonly FrozenSet<string> Containers = Set("div section ul ol p span table header figure");

    private readonly WordSet _furniture = LexiconFile.Words("html/furniture");
    private readonly WordSet _content = LexiconFile.Words("html/content");

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>How the tokenizer has to read what follows a start tag.</summary>
    public static HtmlParseMode ModeAfter(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    /// <summary>The roles that a start tag adds.</summary>
    /// <param name="everything">Nothing but scripts, styles and their like is to be left out.</param>
    public HtmlRoles RolesOf(HtmlTagToken tag, bool everything)
    {
        HtmlRoles roles = tag.Name switch
        {
            "a" => HtmlRoles.Link,
            "h1" => HtmlRoles.Heading | HtmlRoles.Headline,
            "h2" or "h3" or "h4" or "h5" or "h6" => HtmlRoles.Heading,
            "figcaption" or "caption" => HtmlRoles.Caption,
            "main" => HtmlRoles.Main,
            "pre" => HtmlRoles.Preformatted,
            "svg" or "math" => HtmlRoles.Foreign | HtmlRoles.Skipped,
            "script" or "style" or "head" or "title" or "template" => HtmlRoles.Skipped,
            _ => HtmlRoles.None,
        };
        if (!everything && IsDropped(tag)) roles |= HtmlRoles.Skipped;
        return IsByline(tag) ? roles | HtmlRoles.Byline : roles;
    }

    private bool IsDropped(HtmlTagToken tag)
    {
        if (Dropped.Contains(tag.Name)) return true;
        if (tag.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "search" or "banner") return true;
        return Containers.Contains(tag.Name) && (Names(tag, "class") | Names(tag, "id")) == NameKind.Furniture;
    }

    private static bool IsByline(HtmlTagToken tag) =>
        tag.GetAttribute("itemprop") == "author" || tag.GetAttribute("rel") == "author"
        || tag.GetAttribute("class").Contains("byline", StringComparison.OrdinalIgnoreCase);

    // The words of a class or id, parted at whatever is no letter and at capitals: "share-tools", "relatedLinks".
    private NameKind Names(HtmlTagToken tag, string attribute)
    {
        ReadOnlySpan<char> value = tag.GetAttribute(attribute);
        NameKind kinds = NameKind.None;
        int start = 0;
        for (int at = 0; at <= value.Length; at++)
        {
            bool ends = at == value.Length || !char.IsAsciiLetter(value[at]);
            bool begins = !ends && at > start && char.IsAsciiLetterUpper(value[at]) && char.IsAsciiLetterLower(value[at - 1]);
            if (!ends && !begins) continue;
            ReadOnlySpan<char> word = value[start..at];
            if (_furniture.Contains(word)) kinds |= NameKind.Furniture;
            if (_content.Contains(word)) kinds |= NameKind.Content;
            start = begins ? at : at + 1;
        }
        return kinds;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [Flags]
    private enum NameKind
    {
        None = 0,
        Furniture = 1,
        Content = 2,
    }
}
