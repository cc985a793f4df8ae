namespace NewsNlp.Cli.Inputs;

/// <summary>What an input is.</summary>
internal enum InputKind
{
    Auto,
    Text,
    Page,
    Html,
    Jsonl,
}

/// <summary>Why an input could not be read.</summary>
/// <param name="Line">Line of the file, from 1; null where the whole file is meant.</param>
internal sealed record InputError(int? Line, string Message);

/// <summary>One document to read, or the error that stands in its place.</summary>
/// <param name="Id">The input's own id, or its file name; null where it has neither.</param>
internal sealed record InputItem(string? Id, string Text, InputKind Kind, DateOnly? Published, InputError? Error = null)
{
    public static InputItem Failed(string? id, int? line, string message) => new(id, "", InputKind.Text, null, new InputError(line, message));
}
