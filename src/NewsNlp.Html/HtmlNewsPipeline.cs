using NewsNlp.Html;

namespace NewsNlp;

/// <summary>HTML as input of a <see cref="NewsPipeline"/>.</summary>
public static class HtmlNewsPipeline
{
    /// <summary>
    /// Reads a web page: takes its readable text (navigation, asides, controls and scripts left out), finds its articles by its markup and
    /// reads each. Any string will do, never an exception; plain text is a page of one paragraph.
    /// </summary>
    /// <param name="pipeline">Reads the articles.</param>
    /// <param name="html">The page as given; never changed.</param>
    /// <param name="options">What is known beyond the page. Where it has no day of publication, the page's own data tell it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pipeline"/> or <paramref name="html"/> is null.</exception>
    public static HtmlPage ReadHtml(this NewsPipeline pipeline, string html, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(html);
        HtmlText text = HtmlTextReader.Read(html);
        NewsDocument[] articles = [.. HtmlLayouts.Find(text, pipeline.Articles).Select(layout => pipeline.ReadLayout(text.Text, layout, options))];
        return new HtmlPage(new NewsPage(text.Text, articles), text.Alignment);
    }
}
