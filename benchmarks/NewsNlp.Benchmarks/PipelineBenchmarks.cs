using BenchmarkDotNet.Attributes;

namespace NewsNlp.Benchmarks;

/// <summary>All layers, end to end, over the sample articles.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly ReadOptions _options = new() { Published = new DateOnly(2026, 10, 28) };

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public void CountEachWord()
    {
        foreach (string text in BenchmarkTexts.Articles) BenchmarkTexts.CountEachWord(text);
    }

    /// <summary>Text to document.</summary>
    [Benchmark]
    public int Read() => BenchmarkTexts.Articles.Sum(text => NewsPipeline.English.Read(text, _options).Statements.Count);

    /// <summary>Text to JSON.</summary>
    [Benchmark]
    public int ReadAndSerialize() => BenchmarkTexts.Articles.Sum(text => NewsJson.Serialize(NewsPipeline.English.Read(text, _options)).Length);
}
