namespace NewsNlp.Cli.Inputs;

/// <summary>Tells what an input is by how it begins.</summary>
internal static class InputSniffer
{
    /// <summary>Html for markup, Jsonl for a line that is a JSON object, else Auto: text or page, which only the whole tells.</summary>
    public static InputKind KindOf(string firstLine)
    {
        ReadOnlySpan<char> start = firstLine.AsSpan().Trim();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)) return InputKind.Html;
        return start.StartsWith("{") && start.EndsWith("}") && start.Contains('"') ? InputKind.Jsonl : InputKind.Auto;
    }
}
