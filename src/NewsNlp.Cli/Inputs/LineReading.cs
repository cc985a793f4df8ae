using System.Text;

namespace NewsNlp.Cli.Inputs;

/// <summary>Lines with their line ends, so that putting them together again gives the file as it was.</summary>
internal static class LineReading
{
    /// <summary>The next line with its <c>\n</c>, <c>\r\n</c> or <c>\r</c>; null at the end.</summary>
    public static async ValueTask<string?> ReadLineWithEndAsync(this StreamReader reader, CancellationToken cancellation)
    {
        StringBuilder line = new();
        char[] one = new char[1];
        while (await reader.ReadAsync(one.AsMemory(), cancellation).ConfigureAwait(false) > 0)
        {
            line.Append(one[0]);
            if (one[0] == '\n') break;
        }
        return line.Length == 0 ? null : line.ToString();
    }
}
