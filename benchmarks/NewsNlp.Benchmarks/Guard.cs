using System.Globalization;
using Newtonsoft.Json;

namespace NewsNlp.Benchmarks;

/// <summary>
/// Compares the throughput of each step with the committed baseline. Throughput is told as a ratio to a yardstick timed in the same
/// process in the same second, so that a slow or busy machine does not matter; the median of several runs counts. Words per second are told twice:
/// the median, and the fastest run, in which others on the machine took least.
/// </summary>
internal static class Guard
{
    private const int Runs = 25;
    private const int WordsARun = 40_000;
    private const int YardstickWordsARun = 600_000;

    /// <summary>A fall by more than this share of the baseline fails.</summary>
    private const double Tolerance = 0.20;

    /// <summary>Prints the throughput of each step over the articles of <paramref name="folder"/>, compared with nothing.</summary>
    /// <returns>0.</returns>
    public static int Show(string folder)
    {
        BenchmarkTexts.Use(folder);
        return Report(Measure(), []);
    }

    /// <returns>0 where no step has become slower, else 1.</returns>
    public static int Run(string baselineFile, bool update)
    {
        Dictionary<string, Throughput> steps = Measure();
        if (update)
        {
            File.WriteAllText(baselineFile, JsonConvert.SerializeObject(steps.ToDictionary(step => step.Key, step => step.Value.Ratio), Formatting.Indented) + "\n");
            Console.WriteLine($"{baselineFile} written");
        }
        else if (!File.Exists(baselineFile))
        {
            Console.Error.WriteLine($"There is no baseline '{baselineFile}'. Run from the repository root, or make one with: guard --update");
            return 1;
        }
        return Report(steps, Baseline(baselineFile));
    }

    private static Dictionary<string, double> Baseline(string file) =>
        JsonConvert.DeserializeObject<Dictionary<string, double>>(File.ReadAllText(file)) ?? [];

    private static Dictionary<string, Throughput> Measure()
    {
        int rounds = Rounds(WordsARun), yardstickRounds = Rounds(YardstickWordsARun);
        StepTiming.SecondsByStep(rounds * 8);
        StepTiming.YardstickSeconds(yardstickRounds);
        Dictionary<string, List<(double Rate, double Ratio)>> samples = [];
        for (int run = 0; run < Runs; run++)
        {
            double yardstick = BenchmarkTexts.Words * (double)yardstickRounds / StepTiming.YardstickSeconds(yardstickRounds);
            foreach ((string step, double time) in StepTiming.SecondsByStep(rounds))
            {
                if (!samples.TryGetValue(step, out List<(double, double)>? list)) samples[step] = list = [];
                double rate = BenchmarkTexts.Words * (double)rounds / time;
                list.Add((rate, rate / yardstick));
            }
        }
        return samples.ToDictionary(step => step.Key, step => Throughput.Of(step.Value));
    }

    private static int Rounds(int words) => Math.Max(1, words / BenchmarkTexts.Words);

    private static int Report(Dictionary<string, Throughput> steps, Dictionary<string, double> baseline)
    {
        bool slower = false;
        Console.WriteLine("| step | words/s, median | words/s, fastest run | ratio to counting each word | baseline | change |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach ((string step, Throughput found) in steps)
        {
            bool known = baseline.TryGetValue(step, out double before);
            double change = known ? found.Ratio / before - 1 : 0;
            bool falls = change < -Tolerance;
            slower |= falls;
            string verdict = known ? string.Create(CultureInfo.InvariantCulture, $"{change:+0%;-0%;0%}{(falls ? " SLOWER" : "")}") : "new";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {step} | {found.Rate:N0} | {found.FastestRate:N0} | {found.Ratio:F5} | {before:F5} | {verdict} |"));
        }
        return slower ? 1 : 0;
    }

    /// <param name="Rate">Words per second, median of the runs; then that of the fastest run.</param>
    /// <param name="Ratio">Words per second over those of the yardstick, median of the runs.</param>
    private readonly record struct Throughput(double Rate, double FastestRate, double Ratio)
    {
        public static Throughput Of(List<(double Rate, double Ratio)> runs) => new(
            Median([.. runs.Select(run => run.Rate)]), runs.Max(run => run.Rate), Math.Round(Median([.. runs.Select(run => run.Ratio)]), 6));

        private static double Median(List<double> values)
        {
            values.Sort();
            return values[values.Count / 2];
        }
    }
}
