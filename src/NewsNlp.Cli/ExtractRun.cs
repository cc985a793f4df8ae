using System.Text;
using NewsNlp.Cli.Inputs;
using NewsNlp.Cli.Outputs;

namespace NewsNlp.Cli;

/// <summary>Input to output: documents are read several at a time, printed in input order, and forgotten.</summary>
internal static class ExtractRun
{
    private sealed record Rendered(InputItem Item, string Text, InputError? Error);

    public static async Task<int> ExecuteAsync(ExtractSettings settings, CancellationToken cancellation)
    {
        await using StreamWriter writer = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        long? totalBytes = InputReader.TotalBytes(settings.Files);
        try
        {
            return await ProgressBar.RunAsync(totalBytes, report => PrintAllAsync(settings, writer, report, cancellation)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (IOException)
        {
            // The reader of our output has gone (head, a closed pager): there is nobody left to print for.
            return ExitCodes.Success;
        }
    }

    private static async Task<int> PrintAllAsync(
        ExtractSettings settings, TextWriter writer, Action<long> report, CancellationToken cancellation)
    {
        InputReader input = new(settings) { Progress = report };
        IDocumentOutput output = OutputFactory.Create(settings);
        int code = ExitCodes.Success;
        await writer.WriteAsync(output.Head).ConfigureAwait(false);
        await foreach (Rendered result in OrderedWork.RunAsync(input.ReadAsync(cancellation), item => Render(item, output), settings.Threads, cancellation))
        {
            if (result.Error is { } error)
            {
                code = ExitCodes.SomeInputFailed;
                await Console.Error.WriteLineAsync(Message(result.Item, error)).ConfigureAwait(false);
            }
            await writer.WriteAsync(result.Text).ConfigureAwait(false);
            await writer.FlushAsync(cancellation).ConfigureAwait(false);
        }
        await writer.WriteAsync(output.Foot).ConfigureAwait(false);
        return code;
    }

    private static Rendered Render(InputItem item, IDocumentOutput output)
    {
        if (item.Error is { } error) return new Rendered(item, output.RenderError(item, error), error);
        try
        {
            NewsPage page = Read(item, out TextAlignment? alignment);
            return new Rendered(item, output.Render(item, page, alignment), Error: null);
        }
        catch (Exception failure) when (failure is not InvalidModelException)
        {
            InputError own = new(Line: null, failure.Message);
            return new Rendered(item, output.RenderError(item, own), own);
        }
    }

    private static NewsPage Read(InputItem item, out TextAlignment? alignment)
    {
        alignment = null;
        ReadOptions options = new() { Published = item.Published };
        InputKind kind = item.Kind == InputKind.Auto && NewsPipeline.English.LooksLikePage(item.Text) ? InputKind.Page : item.Kind;
        if (kind == InputKind.Page) return NewsPipeline.English.ReadPage(item.Text, options);
        if (kind != InputKind.Html) return new NewsPage(item.Text, [NewsPipeline.English.Read(item.Text, options)]);
        HtmlPage read = NewsPipeline.English.ReadHtml(item.Text, options);
        alignment = read.Alignment;
        return read.Page;
    }

    private static string Message(InputItem item, InputError error)
    {
        string where = error.Line is { } line ? $"line {line}: " : "";
        return $"newsnlp: {where}{(item.Id is null ? "" : item.Id + ": ")}{error.Message}";
    }
}
