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
    /// Seconds that each step takes over <paramref name="rounds"/> rounds of all articles; the first is finding the blocks, the last, All,
    /// a call of <see cref="NewsPipeline.Read"/> that does everything.
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
            // Kept, the collector would carry them along while it works for All.
            drafts = [];
            Add(seconds, "All", () =>
            {
                foreach (string text in BenchmarkTexts.Articles) NewsPipeline.English.Read(text, Options);
            });
        }
        return seconds;
    }

    /// <summary>Seconds that the yardstick takes over <paramref name="rounds"/> rounds.</summary>
    public static double YardstickSeconds(int rounds)
    {
        TimeSpan start = Processor;
        long words = 0;
        for (int round = 0; round < rounds; round++)
            foreach (string text in BenchmarkTexts.Articles) words += BenchmarkTexts.CountWords(text);
        GC.KeepAlive(words);
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
