using BenchmarkDotNet.Attributes;
using NewsNlp.Drafts;

namespace NewsNlp.Benchmarks;

/// <summary>Each step alone, on drafts that hold what the steps before it left.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private DocumentDraft[] _drafts = [];
    private IStep _step = null!;

    /// <summary>The names of all steps, in running order.</summary>
    public static IEnumerable<string> StepNames => NewsPipeline.English.Steps.Select(step => step.Name);

    /// <summary>The step that is measured.</summary>
    [ParamsSource(nameof(StepNames))]
    public string Step { get; set; } = "";

    /// <summary>Finds the step.</summary>
    [GlobalSetup]
    public void FindStep() => _step = StepTiming.StepOf(Step);

    /// <summary>A step runs once on a draft: each iteration gets new ones.</summary>
    [IterationSetup]
    public void MakeDrafts() => _drafts = StepTiming.DraftsBefore(Step);

    /// <summary>The step over all sample articles, some thousands of words.</summary>
    [Benchmark]
    public void Run()
    {
        foreach (DocumentDraft draft in _drafts) _step.Run(draft);
    }
}
