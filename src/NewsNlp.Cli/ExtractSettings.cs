using NewsNlp.Cli.Inputs;
using NewsNlp.Cli.Outputs;

namespace NewsNlp.Cli;

/// <summary>One run of <c>newsnlp extract</c>, as the command line asked for it.</summary>
internal sealed record ExtractSettings
{
    public required IReadOnlyList<string> Files { get; init; }

    public InputKind Input { get; init; }

    public OutputFormat Format { get; init; }

    public DateOnly? Published { get; init; }

    public bool Tokens { get; init; }

    public int Threads { get; init; } = 1;
}
