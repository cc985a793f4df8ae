namespace NewsNlp.Benchmarks;

/// <summary>Frozen texts of our own: the sample articles of the repository.</summary>
internal static class BenchmarkTexts
{
    private static readonly Lazy<string[]> LazyArticles = new(() => [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)]);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The articles, each as a file has it.</summary>
    public static IReadOnlyList<string> Articles => LazyArticles.Value;

    /// <summary>Words of all articles together, counted at white space.</summary>
    public static int Words => Articles.Sum(text => CountWords(text));

    /// <summary>The yardstick: the least that a reader of words can do. Every throughput is told as a ratio to it.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = !char.IsWhiteSpace(c);
            if (letter && !inside) words++;
            inside = letter;
        }
        return words;
    }
}
