using System.Runtime.CompilerServices;
using System.Text;

namespace NewsNlp.Cli.Inputs;

/// <summary>Files and standard input to documents, one at a time: only the document at hand is in memory.</summary>
internal sealed class InputReader(ExtractSettings settings)
{
    /// <summary>Told after each document how many bytes have been read of all files.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>Bytes of all files together; null where standard input or a missing file is among them.</summary>
    public static long? TotalBytes(IReadOnlyList<string> files) =>
        files.All(File.Exists) ? files.Sum(file => new FileInfo(file).Length) : null;

    public async IAsyncEnumerable<InputItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        long before = 0;
        foreach (string file in settings.Files)
        {
            using Stream? stream = TryOpen(file, out string problem);
            if (stream is null)
            {
                yield return InputItem.Failed(file, line: null, problem);
                continue;
            }
            using StreamReader reader = new(stream, Encoding.UTF8);
            await foreach (InputItem item in ReadFileAsync(file, reader, cancellation).ConfigureAwait(false))
            {
                yield return item;
                if (stream.CanSeek) Progress?.Invoke(before + stream.Position);
            }
            if (stream.CanSeek) before += stream.Length;
        }
    }

    private async IAsyncEnumerable<InputItem> ReadFileAsync(
        string file, StreamReader reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        InputKind kind = settings.Input == InputKind.Auto ? KindOfFile(file) : settings.Input;
        string? firstLine = null;
        if (kind == InputKind.Auto)
        {
            firstLine = await reader.ReadLineWithEndAsync(cancellation).ConfigureAwait(false) ?? "";
            kind = InputSniffer.KindOf(firstLine);
        }
        if (kind == InputKind.Jsonl)
        {
            await foreach (InputItem item in JsonLines.ReadAsync(firstLine, reader, settings.Published, cancellation).ConfigureAwait(false))
                yield return item;
            yield break;
        }
        string rest = await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
        yield return new InputItem(file == "-" ? null : Path.GetFileName(file), firstLine + rest, kind, settings.Published);
    }

    private static InputKind KindOfFile(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => InputKind.Html,
        ".jsonl" or ".ndjson" => InputKind.Jsonl,
        _ => InputKind.Auto,
    };

    private static Stream? TryOpen(string file, out string problem)
    {
        problem = "";
        try
        {
            return file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = Directory.Exists(file)
                ? $"'{file}' is a folder. Name the files in it."
                : $"'{file}' cannot be opened: {error.Message}";
            return null;
        }
    }
}
