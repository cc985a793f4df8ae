namespace NewsNlp.Benchmarks;

/// <summary>Frozen texts of our own: the sample articles of the repository, unless another folder is read.</summary>
internal static class BenchmarkTexts
{
    /// <summary>The articles, each as a file has it.</summary>
    public static IReadOnlyList<string> Articles { get; private set; } = ReadFolder(Path.Combine(AppContext.BaseDirectory, "samples"));

    /// <summary>Words of all articles together, counted at white space.</summary>
    public static int Words => Articles.Sum(text => CountWords(text));

    /// <summary>Takes the text files of a folder in place of the samples.</summary>
    public static void Use(string folder) => Articles = ReadFolder(folder);

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

    private static string[] ReadFolder(string folder) => [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}
