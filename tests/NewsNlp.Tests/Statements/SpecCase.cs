namespace NewsNlp.Tests.Statements;

/// <summary>A case of a specification file: blocks of lines divided by blank lines, the first line the passage, the others what is expected.</summary>
internal sealed record SpecCase(string Passage, string[] Expected)
{
    public static IEnumerable<SpecCase> Read(string file)
    {
        List<string> block = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", file)).Append(""))
        {
            if (line.StartsWith('#')) continue;
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }
            if (block.Count > 0) yield return new SpecCase(block[0].Replace('¶', '\n'), [.. block.Skip(1)]);
            block.Clear();
        }
    }
}
