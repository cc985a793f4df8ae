using NewsNlp.Drafts;
using NewsNlp.Pages;

namespace NewsNlp.Benchmarks;

/// <summary>
/// Times steps one by one, in this process, on one thread. Counts the processor's time, the collector's and the compiler's included,
/// not the clock's: others who use the machine then hardly matter.
/// </summary>
internal static class StepTiming
{
    private static readonly DateOnly Published = new(2026, 10, 28);
    private static readonly ReadOptions Options = new() { Published = Published };
    private static readonly ArticleReader Reader = new();

    // What most users of a tagger run: no trees and what needs them.
    private static readonly NewsPipeline NamesOnly = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().Build();
    private static readonly NewsPipeline QuickNames = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames(quick: true).Build();

    private static TimeSpan Processor => Environment.CpuUsage.TotalTime;

    /// <summary>New drafts of the sample articles, run through every step before <paramref name="step"/>.</summary>
    public static DocumentDraft[] DraftsBefore(string step)
    {
        DocumentDraft[] drafts = Drafts();
        foreach (NamedStep earlier in NewsPipeline.English.Steps.TakeWhile(s => s.Name != step))
            foreach (DocumentDraft draft in drafts)
                earlier.Step.Run(draft);
        return drafts;
    }

    /// <summary>
    /// Seconds that each step takes over <paramref name="rounds"/> rounds of all articles; the first is finding the blocks. Then pairs of steps, article by
    /// article, and calls of <see cref="NewsPipeline.Read"/>, each in a loop of its own: All does everything, NamesOnly what names need.
    /// </summary>
    public static Dictionary<string, double> SecondsByStep(int rounds)
    {
        Dictionary<string, double> seconds = new() { ["Articles"] = 0 };
        for (int round = 0; round < rounds; round++)
        {
            DocumentDraft[] drafts = [];
            Add(seconds, "Articles", () => drafts = Drafts());
            foreach (NamedStep step in NewsPipeline.English.Steps)
                Add(seconds, step.Name, () =>
                {
                    foreach (DocumentDraft draft in drafts) step.Step.Run(draft);
                });
        }
        AddTogether(seconds, NewsPipeline.English, "AddTags", "AddNames", "AddTags + AddNames", rounds);
        AddTogether(seconds, QuickNames, "AddTags", "AddNames", "AddTags + quick AddNames", rounds);
        AddTogether(seconds, NewsPipeline.English, "AddEntities", "AddStatements", "AddEntities + AddStatements", rounds);
        for (int round = 0; round < rounds; round++) Add(seconds, "All", () => Read(NewsPipeline.English));
        for (int round = 0; round < rounds; round++) Add(seconds, "NamesOnly", () => Read(NamesOnly));
        return seconds;
    }

    private static void AddTogether(Dictionary<string, double> seconds, NewsPipeline pipeline, string first, string second, string name, int rounds)
    {
        IStep one = StepOf(pipeline, first), two = StepOf(pipeline, second);
        DocumentDraft[][] drafts = [.. Enumerable.Range(0, rounds).Select(_ => DraftsBefore(first))];
        foreach (DocumentDraft[] round in drafts)
            Add(seconds, name, () =>
            {
                foreach (DocumentDraft draft in round)
                {
                    one.Run(draft);
                    two.Run(draft);
                }
            });
    }

    /// <summary>The step of a name.</summary>
    public static IStep StepOf(string name) => StepOf(NewsPipeline.English, name);

    private static IStep StepOf(NewsPipeline pipeline, string name) => pipeline.Steps.First(step => step.Name == name).Step;

    private static void Read(NewsPipeline pipeline)
    {
        foreach (string text in BenchmarkTexts.Articles) pipeline.Read(text, Options);
    }

    /// <summary>Seconds that the yardstick takes over <paramref name="rounds"/> rounds.</summary>
    public static double YardstickSeconds(int rounds)
    {
        TimeSpan start = Processor;
        for (int round = 0; round < rounds; round++)
            foreach (string text in BenchmarkTexts.Articles) BenchmarkTexts.CountEachWord(text);
        return (Processor - start).TotalSeconds;
    }

    private static DocumentDraft[] Drafts() => [.. BenchmarkTexts.Articles.Select(text => new DocumentDraft(text, Reader.ReadArticle(text), Published))];

    private static void Add(Dictionary<string, double> seconds, string name, Action work)
    {
        TimeSpan start = Processor;
        work();
        seconds[name] = seconds.GetValueOrDefault(name) + (Processor - start).TotalSeconds;
    }
}
