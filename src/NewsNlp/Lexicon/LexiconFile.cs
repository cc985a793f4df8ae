using System.Text;

namespace NewsNlp.Lexicon;

/// <summary>
/// Language knowledge as data: reads <c>Lexicon/en/NAME.txt</c>. One entry a line; <c>#</c> begins a comment line; fields are separated
/// by tabs. The first comment lines name the source.
/// </summary>
internal static class LexiconFile
{
    /// <summary>The entries of a file, each split into its fields.</summary>
    /// <param name="name">Path below <c>Lexicon/en</c> without the extension: <c>abbreviations</c>, <c>dates/holidays</c>.</param>
    /// <exception cref="InvalidOperationException">The library was built without that file.</exception>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(LexiconFile).Assembly.GetManifestResourceStream($"lexicon/{name}.txt")
            ?? throw new InvalidOperationException($"The library was built without Lexicon/en/{name}.txt.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            yield return line.Split('\t');
        }
    }

    /// <summary>The first field of each entry, as a set that ignores the case of A to Z and can be asked with a span.</summary>
    public static WordSet Words(string name) => new(Rows(name).Select(row => row[0]));
}
