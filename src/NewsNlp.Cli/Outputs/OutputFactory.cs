namespace NewsNlp.Cli.Outputs;

/// <summary>The output that a run asked for.</summary>
internal static class OutputFactory
{
    private const int WidthWithoutTerminal = 120;

    public static IDocumentOutput Create(ExtractSettings settings) => settings.Format switch
    {
        OutputFormat.Json => new JsonOutput(indented: true, settings.Tokens),
        OutputFormat.Jsonl => new JsonOutput(indented: false, settings.Tokens),
        OutputFormat.Html => new HtmlOutput(),
        OutputFormat.Conllu => new ConlluOutput(),
        _ => Table(),
    };

    private static TableOutput Table()
    {
        bool terminal = !Console.IsOutputRedirected;
        int width = terminal && Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithoutTerminal;
        bool colour = terminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        return new TableOutput(width, colour);
    }
}
