using System.Runtime.InteropServices;

namespace NewsNlp.Benchmarks;

/// <summary>Frozen texts of our own: the sample articles of the repository, unless another folder is read.</summary>
internal static class BenchmarkTexts
{
    /// <summary>The articles, each as a file has it.</summary>
    public static IReadOnlyList<string> Articles { get; private set; } = ReadFolder(Path.Combine(AppContext.BaseDirectory, "samples"));

    /// <summary>Words of all articles together, counted at white space.</summary>
    public static int Words => Articles.Sum(text => CountWords(text));

    private static readonly Dictionary<string, int> Counts = new(StringComparer.Ordinal);

    /// <summary>Takes the text files of a folder in place of the samples.</summary>
    public static void Use(string folder) => Articles = ReadFolder(folder);

    /// <summary>
    /// The yardstick: counts how often each word occurs, the least that a reader of words can do with its own eyes and a table. Every throughput is told as a
    /// ratio to it. Where others take part of the processor or of its caches it slows down much as the steps do; a loop over the letters alone does not.
    /// </summary>
    public static void CountEachWord(ReadOnlySpan<char> text)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> counts = Counts.GetAlternateLookup<ReadOnlySpan<char>>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && !char.IsWhiteSpace(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, text[start..i], out _)++;
            start = -1;
        }
    }

    private static int CountWords(ReadOnlySpan<char> text)
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
