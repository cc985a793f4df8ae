using System.Text;
using CsCheck;
using NewsNlp.Html;
using NewsNlp.Tests.Invariants;
using Xunit;

namespace NewsNlp.Tests.Html;

/// <summary>What holds for the text of any markup, and for its way back.</summary>
public sealed class HtmlInvariantTests
{
    private static readonly string[] Parts =
    [
        "<p>", "</p>", "<b>", "</b>", "<a href='x'>", "</a>", "<div class=\"share\">", "</div>", "<script>", "</script>", "<!--", "-->", "<br>", "<article>", "</article>",
        "<h1>", "</h1>", "<style>", "<title>", "<svg>", "</svg>", "<![CDATA[", "]]>", "<?xml ?>", "<", ">", "</", "&", "&amp;", "&#", "&#x41;", "&#x110000;", "&copy", "&notit;",
        "&lt", ";", " ", "\r\n", "\t", "word", "Osei said.", "\uFEFF", "\0", "\uD800", "é", "“", "<pre>", "<plaintext>", "<table><td>", "<textarea>", "=\"", "'", "<main>", "<nav>",
    ];

    private static readonly Gen<string> Markup = Gen.OneOfConst(Parts).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Pieces_lead_back_to_what_they_stand_for() => Markup.Sample(CheckAlignment, iter: 5000, threads: 1);

    [Fact]
    public void Random_text_has_a_way_back() => Gen.String[0, 200].Sample(CheckAlignment, iter: 2000, threads: 1);

    [Fact]
    public void Articles_hold_what_documents_hold() => Markup.Sample(
        html =>
        {
            HtmlPage read = NewsPipeline.English.ReadHtml(html);
            foreach (NewsDocument article in read.Page.Articles) DocumentInvariants.Check(article);
        },
        iter: 200,
        threads: 1);

    public static TheoryData<string> Patterns => [.. Parts, "<b><i>", "<p><a>", "</p></b>", "<div><div></i>", "&a", "<a b=", "<br> "];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Time_grows_linearly(string pattern) => LinearTime.Check(html => HtmlTextReader.Read(html), pattern, 1 << 20);

    private static void CheckAlignment(string html)
    {
        HtmlText read = HtmlTextReader.Read(html);
        int last = 0;
        for (int at = 0; at < read.Text.Length; at++)
        {
            TextSpan source = read.Alignment.ToSource(new TextSpan(at, at + 1));
            Assert.True(source.Start >= last && source.End <= html.Length, $"{at} leads to {source}, behind {last}");
            last = source.Start;
            CheckCharacter(read.Text[at], source.In(html));
        }
        int end = 0;
        foreach (HtmlBlock block in read.Blocks)
        {
            Assert.True(block.Span.Start >= end && !block.Span.IsEmpty && block.Span.End <= read.Text.Length);
            end = block.Span.End;
        }
    }

    private static void CheckCharacter(char plain, string source)
    {
        if (source.Length == 1 && source[0] == plain) return;
        if (source.StartsWith('&'))
        {
            string decoded = HtmlEntities.Decode(source, 0, source.Length, out _) ?? "";
            Assert.True(decoded.Contains(plain) || (plain is ' ' or '\n' && string.IsNullOrWhiteSpace(decoded)), $"U+{(int)plain:X4} for '{source}'");
            return;
        }
        // White space stands for white space, for a line break's tag, or between paragraphs for nothing.
        Assert.True(plain is ' ' or '\n', $"U+{(int)plain:X4} for '{source}'");
    }
}
