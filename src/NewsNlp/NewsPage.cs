namespace NewsNlp;

/// <summary>A page read: its articles in text order, what stands between them left out.</summary>
/// <param name="Text">The string handed in, unchanged.</param>
/// <param name="Articles">Each with spans into <paramref name="Text"/>; empty where the page holds no article.</param>
public sealed record NewsPage(string Text, IReadOnlyList<NewsDocument> Articles);
