namespace NewsNlp;

/// <summary>A web page read: its articles, with spans into the readable text, and the way back into the HTML.</summary>
/// <param name="Page">The readable text and the articles found in it.</param>
/// <param name="Alignment">Where spans of the readable text stand in the HTML as given.</param>
/// <example>
/// <code>
/// HtmlPage read = NewsPipeline.English.ReadHtml(html);
/// foreach (Statement s in read.Page.Articles[0].Statements) Console.WriteLine(read.Alignment.ToSource(s.Content[0]));
/// </code>
/// </example>
public sealed record HtmlPage(NewsPage Page, TextAlignment Alignment);
