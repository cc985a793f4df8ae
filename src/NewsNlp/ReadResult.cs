namespace NewsNlp;

/// <summary>What became of one article of a stream: a document, or the error that kept it from becoming one.</summary>
public sealed class ReadResult
{
    internal ReadResult(NewsArticle article, NewsDocument? document, Exception? error)
    {
        Article = article;
        Document = document;
        Error = error;
    }

    /// <summary>The article as it came in.</summary>
    public NewsArticle Article { get; }

    /// <summary>The article read; null exactly where <see cref="Error"/> is not.</summary>
    public NewsDocument? Document { get; }

    /// <summary>Why the article could not be read, for example because its text is null; null where it could.</summary>
    public Exception? Error { get; }
}
