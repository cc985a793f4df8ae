namespace NewsNlp.Tests.Dates;

/// <summary>One case of a table of dates: a sentence and every date in it.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Published">Day of publication; <c>-</c> for none.</param>
internal sealed record DateSpec(string Place, string Published, string Sentence, IReadOnlyList<string> Expected)
{
    public static IEnumerable<DateSpec> Read(string file)
    {
        string published = "-";
        string[] lines = File.ReadAllLines(file);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length == 0 || line[0] is '#' or ' ') continue;
            if (line[0] == '@')
            {
                published = line[1..].Trim();
                continue;
            }
            List<string> expected = [];
            for (int next = i + 1; next < lines.Length && lines[next].StartsWith("  ", StringComparison.Ordinal); next++) expected.Add(lines[next].Trim());
            yield return new DateSpec($"{Path.GetFileName(file)}({i + 1})", published, line, expected);
        }
    }

    /// <summary>text | type | value | other end; the last is left out where there is none.</summary>
    public static string Line(DateExpression date)
    {
        string line = $"{date.Text} | {date.Type.ToString().ToLowerInvariant()} | {date.Value}";
        return date.Upper is null ? line : $"{line} | {date.Upper}";
    }
}
