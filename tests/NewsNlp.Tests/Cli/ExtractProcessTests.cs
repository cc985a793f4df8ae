using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NewsNlp.Tests.Cli;

/// <summary>The program as its users run it: arguments and bytes in, bytes and an exit code out.</summary>
public sealed class ExtractProcessTests
{
    private sealed record Outcome(int Code, string Output, string Error);

    [Fact]
    public async Task Bad_lines_stand_in_place_and_the_run_goes_on()
    {
        Outcome run = await RunAsync("{\"id\":\"a\",\"text\":\"One.\"}\n{bad\n\n{\"id\":\"c\",\"text\":\"Three.\"}\n", "extract", "--format", "jsonl");
        JObject[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];
        Assert.Equal(2, run.Code);
        Assert.Equal(["a", null, "c"], lines.Select(line => (string?)line["id"]));
        Assert.Equal(2, (int)lines[1]["error"]!["line"]!);
        Assert.Contains("line 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_does_not_depend_on_threads()
    {
        string input = string.Concat(Enumerable.Range(0, 60).Select(i => $"{{\"id\":\"{i}\",\"text\":\"Ann Okoro said {i} ships left on Monday.\"}}\n"));
        Outcome one = await RunAsync(input, "extract", "-f", "jsonl", "--tokens", "--threads", "1");
        Outcome eight = await RunAsync(input, "extract", "-f", "jsonl", "--tokens", "--threads", "8");
        Assert.Equal(one.Output, eight.Output);
        Assert.Equal(60, one.Output.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Output_does_not_depend_on_the_width_of_vectors(string feature)
    {
        const string text = "The harbour board of Tarn Bay, which Ann Okoro has led since May, said on Monday that five ships had left. \"Nobody will wait,\" she added.";
        Outcome all = await RunAsync(text, "extract", "-f", "conllu"), without = await RunWithoutAsync(feature, text, "extract", "-f", "conllu");
        Assert.Equal(all.Output, without.Output);
        Assert.Contains("nsubj", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_prints_offsets_into_the_markup()
    {
        const string html = "<h1>Ships leave &amp; return</h1><p>Ann <b>Okoro</b> said five ships left on Monday.</p>";
        Outcome run = await RunAsync(new JObject { ["text"] = html, ["html"] = true }.ToString(Newtonsoft.Json.Formatting.None) + "\n", "extract", "-f", "jsonl", "--tokens");
        JToken[] tokens = [.. JObject.Parse(run.Output)["articles"]![0]!["tokens"]!];
        Assert.All(tokens, token => Assert.Equal(html[(int)token["start"]!..(int)token["end"]!], (string?)token["text"]));
        Assert.Contains("&amp;", tokens.Select(token => (string?)token["text"]));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("table")]
    [InlineData("html")]
    [InlineData("conllu")]
    public async Task Every_format_prints_something_and_ends_well(string format)
    {
        Outcome run = await RunAsync("Ann Okoro said five ships left on Monday.", "extract", "--format", format, "--published", "2025-06-04");
        Assert.Equal(0, run.Code);
        Assert.NotEmpty(run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_missing_file_is_an_error_and_the_others_are_read()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "Talks began.");
        Outcome run = await RunAsync("", "extract", "/no/such/file", file, "-f", "jsonl");
        File.Delete(file);
        Assert.Equal(2, run.Code);
        Assert.Contains("/no/such/file", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("--published", "June", "no date")]
    [InlineData("--format", "xml", "not one of")]
    [InlineData("--threads", "0", "1 to 1024")]
    public async Task Wrong_usage_names_the_fix(string option, string value, string message)
    {
        Outcome run = await RunAsync("", "extract", option, value);
        Assert.Equal(1, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static Task<Outcome> RunAsync(string input, params string[] arguments) => RunWithoutAsync(null, input, arguments);

    // The feature of the processor is one that the runtime can be told not to use.
    private static async Task<Outcome> RunWithoutAsync(string? feature, string input, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newsnlp.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        if (feature != null) start.Environment[feature] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }
}
