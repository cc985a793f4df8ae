using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NewsNlp.Cli.Inputs;
using NewsNlp.Cli.Outputs;

namespace NewsNlp.Cli;

/// <summary><c>newsnlp extract</c>: its arguments and options.</summary>
internal static class ExtractCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files to read; - or none is standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<InputKind> Input = new("--input", "-i")
    {
        Description = "What the input is: one article (text), a page as scraped (page), a web page (html), one JSON object a line (jsonl). "
            + "auto tells by file extension and first characters.",
        DefaultValueFactory = _ => InputKind.Auto,
        HelpName = "auto|text|page|html|jsonl",
        CustomParser = result => ParseMember<InputKind>(result),
    };

    private static readonly Option<OutputFormat> Format = new("--format", "-f")
    {
        Description = "How to print what was found.",
        DefaultValueFactory = _ => OutputFormat.Table,
        HelpName = "table|json|jsonl|html|conllu",
        CustomParser = result => ParseMember<OutputFormat>(result),
    };

    private static readonly Option<DateOnly?> Published = new("--published", "-p")
    {
        Description = "Day of publication, against which relative dates are resolved. A line's own \"published\" goes first.",
        HelpName = "YYYY-MM-DD",
        CustomParser = ParseDate,
    };

    private static readonly Option<bool> Tokens = new("--tokens") { Description = "List the tokens in JSON output." };

    private static readonly Option<int> Threads = new("--threads", "-t")
    {
        Description = "How many documents to read at the same time, 1 to 1024. The output does not depend on it.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "N",
    };

    public static Command Create()
    {
        Threads.Validators.Add(RequireThreads);
        Command command = new("extract", "Reads articles and prints what they say.") { Files, Input, Format, Published, Tokens, Threads };
        command.SetAction((result, cancellation) => ExtractRun.ExecuteAsync(Settings(result), cancellation));
        return command;
    }

    private static ExtractSettings Settings(ParseResult result)
    {
        string[] files = result.GetValue(Files) ?? [];
        return new ExtractSettings
        {
            Files = files.Length == 0 ? ["-"] : files,
            Input = result.GetValue(Input),
            Format = result.GetValue(Format),
            Published = result.GetValue(Published),
            Tokens = result.GetValue(Tokens),
            Threads = result.GetValue(Threads),
        };
    }

    private static T ParseMember<T>(ArgumentResult result) where T : struct, Enum
    {
        string given = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        foreach (T member in Enum.GetValues<T>())
            if (string.Equals(member.ToString(), given, StringComparison.OrdinalIgnoreCase)) return member;
        string choices = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        result.AddError($"'{given}' is not one of {choices}.");
        return default;
    }

    private static DateOnly? ParseDate(ArgumentResult result)
    {
        string given = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        result.AddError($"'{given}' is no date. Write it as 2025-06-04.");
        return null;
    }

    private static void RequireThreads(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() is < 1 or > 1024) result.AddError("--threads takes a number from 1 to 1024.");
    }
}
