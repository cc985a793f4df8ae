using NewsNlp.Drafts;
using NewsNlp.Pages;

namespace NewsNlp;

/// <summary>
/// Reads English news. Immutable and safe to call from any number of threads; make one and share it.
/// </summary>
/// <example>
/// <code>
/// NewsDocument doc = NewsPipeline.English.Read(text, new ReadOptions { Published = new DateOnly(2025, 6, 4) });
/// foreach (Statement s in doc.Statements) Console.WriteLine($"{s.Speaker?.Name}: {s.Text}");
/// </code>
/// </example>
public sealed class NewsPipeline
{
    private static readonly Lazy<NewsPipeline> LazyEnglish = new(() => CreateBuilder().AddAll().Build());

    private readonly ArticleReader _reader = new();
    private readonly NamedStep[] _steps;

    internal NewsPipeline(NamedStep[] steps, Layers layers)
    {
        _steps = steps;
        Layers = layers;
    }

    /// <summary>Every layer, with the models inside the package; built at the first use and shared.</summary>
    public static NewsPipeline English => LazyEnglish.Value;

    /// <summary>A builder without any step.</summary>
    public static NewsPipelineBuilder CreateBuilder() => new();

    /// <summary>The layers that this pipeline makes.</summary>
    public Layers Layers { get; }

    /// <summary>The steps in running order, for those who time them one by one.</summary>
    internal IReadOnlyList<NamedStep> Steps => _steps;

    /// <summary>Finds articles and their parts; for readers of other formats.</summary>
    internal ArticleReader Articles => _reader;

    /// <summary>Reads an article whose parts are known already.</summary>
    internal NewsDocument ReadLayout(string text, ArticleLayout layout, ReadOptions? options) => Run(text, layout, options);

    /// <summary>Reads one article. Any string will do: what is no news gives a document with little in it, never an exception.</summary>
    /// <param name="text">The article; spans of the result point into it.</param>
    /// <param name="options">What is known beyond the text; nothing where null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public NewsDocument Read(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Run(text, _reader.ReadArticle(text), options);
    }

    /// <summary>Reads a page as scraped: finds its articles, leaves navigation and other boilerplate out and reads each article.</summary>
    /// <param name="text">The page; spans of all articles point into it.</param>
    /// <param name="options">What is known beyond the text; nothing where null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public NewsPage ReadPage(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NewsPage(text, [.. _reader.ReadPage(text).Select(layout => Run(text, layout, options))]);
    }

    /// <summary>
    /// Reads a stream of articles, several at a time, and gives the results in the order of the input. An article that cannot be read
    /// is a result with an <see cref="ReadResult.Error"/>; the stream goes on. Memory is bounded by <see cref="BatchOptions.Threads"/>.
    /// </summary>
    /// <param name="articles">The stream; read no further ahead than twice the number of threads.</param>
    /// <param name="options">How many at a time; one for each processor where null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IAsyncEnumerable<ReadResult> ReadAllAsync(
        IAsyncEnumerable<NewsArticle> articles, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return OrderedWork.RunAsync(articles, ReadOne, (options ?? BatchOptions.Default).Threads, cancellationToken);
    }

    /// <summary>True where <see cref="ReadPage"/> serves a text better than <see cref="Read"/>.</summary>
    internal bool LooksLikePage(string text) => _reader.LooksLikePage(text);

    private ReadResult ReadOne(NewsArticle article)
    {
        try
        {
            return new ReadResult(article, Read(article.Text, new ReadOptions { Published = article.Published }), error: null);
        }
        catch (Exception error)
        {
            return new ReadResult(article, document: null, error);
        }
    }

    private NewsDocument Run(string text, ArticleLayout layout, ReadOptions? options)
    {
        DocumentDraft draft = new(text, layout, options?.Published);
        foreach (NamedStep step in _steps) step.Step.Run(draft);
        return new NewsDocument(draft, Layers);
    }
}
