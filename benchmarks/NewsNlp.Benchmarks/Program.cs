using BenchmarkDotNet.Running;
using NewsNlp.Benchmarks;

// guard [--update] [--baseline FILE]: each step's throughput against the committed baseline, in under two minutes.
// guard --texts FOLDER: the same over other articles, compared with nothing.
// Anything else goes to BenchmarkDotNet: --filter '*' runs every benchmark.
if (args is not ["guard", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Guard).Assembly).Run(args);
    return 0;
}
return Option("--texts") is { } folder ? Guard.Show(folder) : Guard.Run(Option("--baseline") ?? "benchmarks/baseline.json", update: args.Contains("--update"));

string? Option(string name) => Array.IndexOf(args, name) is var at && at > 0 && at + 1 < args.Length ? args[at + 1] : null;
