namespace NewsNlp.Training.Corpora;

/// <summary>
/// Reads Worldwide English Newswire: <c>NAME.txt</c> is the article (its first line the address it came from, which is left out),
/// <c>NAME.txt.tsv</c> its tokens with labels. Tokens are found again in the text one after the other.
/// </summary>
internal static class WorldwideReader
{
    // A token farther away than this was not found but mistaken.
    private const int MaxGap = 400;

    /// <param name="data">The data folder.</param>
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    /// <returns>By name; those whose tokens do not fit their text are left out.</returns>
    public static IReadOnlyList<NameDocument> Read(string data, string part)
    {
        List<NameDocument> documents = [];
        foreach (string path in Directory.GetFiles(Path.Combine(data, "ner", "worldwide", part), "*.tsv").Order(StringComparer.Ordinal))
        {
            string text = ReadText(path[..^".tsv".Length]);
            if (ReadNames(path, text) is { } names) documents.Add(new NameDocument(Path.GetFileName(path), text, names));
        }
        return documents;
    }

    private static string ReadText(string path)
    {
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (!text.TrimStart('\uFEFF').StartsWith("http", StringComparison.Ordinal)) return text;
        int line = text.IndexOf('\n');
        return line < 0 ? "" : text[(line + 1)..].TrimStart();
    }

    private static LabelledSpan[]? ReadNames(string path, string text)
    {
        BioSpans names = new();
        int at = 0;
        foreach (string line in File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n').Skip(2))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            string[] fields = line.Split('\t');
            int start = text.IndexOf(fields[0], Math.Min(at, text.Length), StringComparison.Ordinal);
            if (start < 0 || start - at > MaxGap) return null;
            at = start + fields[0].Length;
            names.Add(new TextSpan(start, at), fields.Length > 1 ? fields[1] : "O");
        }
        return names.Take();
    }
}
