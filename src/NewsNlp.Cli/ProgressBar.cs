using Spectre.Console;

namespace NewsNlp.Cli;

/// <summary>
/// How far a run is, as a bar on standard error. Shown only where standard error is a terminal and the results go elsewhere, so that
/// the two never mix.
/// </summary>
internal static class ProgressBar
{
    /// <summary>Runs <paramref name="work"/>, which reports the bytes read so far.</summary>
    /// <param name="totalBytes">How many there are; null where nobody knows.</param>
    public static Task<int> RunAsync(long? totalBytes, Func<Action<long>, Task<int>> work)
    {
        if (Console.IsErrorRedirected || !Console.IsOutputRedirected) return work(_ => { });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask task = context.AddTask("reading", maxValue: totalBytes ?? 1);
            task.IsIndeterminate = totalBytes is null;
            return work(bytes =>
            {
                if (totalBytes is not null) task.Value = bytes;
            });
        });
    }
}
