using BenchmarkDotNet.Running;
using NewsNlp.Benchmarks;

// guard [--update] [--baseline FILE]: each step's throughput against the committed baseline, in under two minutes.
// Anything else goes to BenchmarkDotNet: --filter '*' runs every benchmark.
if (args is not ["guard", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Guard).Assembly).Run(args);
    return 0;
}
int option = Array.IndexOf(args, "--baseline");
string baseline = option > 0 && option + 1 < args.Length ? args[option + 1] : "benchmarks/baseline.json";
return Guard.Run(baseline, update: args.Contains("--update"));
