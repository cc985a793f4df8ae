using System.Globalization;
using Newtonsoft.Json;

namespace NewsNlp.Benchmarks;

/// <summary>
/// Compares the throughput of each step with the committed baseline. Throughput is told as a ratio to a yardstick timed in the same
/// process in the same second, so that a slow or busy machine does not matter; the median of several runs counts.
/// </summary>
internal static class Guard
{
    private const int Runs = 9;
    private const int WordsARun = 75_000;
    private const int YardstickWordsARun = 1_200_000;

    /// <summary>A fall by more than this share of the baseline fails.</summary>
    private const double Tolerance = 0.20;

    /// <summary>Prints the throughput of each step over the articles of <paramref name="folder"/>, compared with nothing.</summary>
    /// <returns>0.</returns>
    public static int Show(string folder)
    {
        BenchmarkTexts.Use(folder);
        return Report(MeasureRatios(out double yardstick), [], yardstick);
    }

    /// <returns>0 where no step has become slower, else 1.</returns>
    public static int Run(string baselineFile, bool update)
    {
        Dictionary<string, double> ratios = MeasureRatios(out double yardstick);
        if (update)
        {
            File.WriteAllText(baselineFile, JsonConvert.SerializeObject(ratios, Formatting.Indented) + "\n");
            Console.WriteLine($"{baselineFile} written");
        }
        else if (!File.Exists(baselineFile))
        {
            Console.Error.WriteLine($"There is no baseline '{baselineFile}'. Run from the repository root, or make one with: guard --update");
            return 1;
        }
        return Report(ratios, Baseline(baselineFile), yardstick);
    }

    private static Dictionary<string, double> Baseline(string file) =>
        JsonConvert.DeserializeObject<Dictionary<string, double>>(File.ReadAllText(file)) ?? [];

    private static Dictionary<string, double> MeasureRatios(out double yardstickWordsPerSecond)
    {
        int rounds = Rounds(WordsARun), yardstickRounds = Rounds(YardstickWordsARun);
        StepTiming.SecondsByStep(rounds * 4);
        StepTiming.YardstickSeconds(yardstickRounds);
        Dictionary<string, List<double>> samples = [];
        List<double> yardsticks = [];
        for (int run = 0; run < Runs; run++)
        {
            double yardstick = BenchmarkTexts.Words * (double)yardstickRounds / StepTiming.YardstickSeconds(yardstickRounds);
            yardsticks.Add(yardstick);
            foreach ((string step, double time) in StepTiming.SecondsByStep(rounds))
            {
                if (!samples.TryGetValue(step, out List<double>? list)) samples[step] = list = [];
                list.Add(BenchmarkTexts.Words * (double)rounds / time / yardstick);
            }
        }
        yardstickWordsPerSecond = Median(yardsticks);
        return samples.ToDictionary(sample => sample.Key, sample => Math.Round(Median(sample.Value), 6));
    }

    private static int Rounds(int words) => Math.Max(1, words / BenchmarkTexts.Words);

    private static int Report(Dictionary<string, double> ratios, Dictionary<string, double> baseline, double yardstick)
    {
        bool slower = false;
        Console.WriteLine("| step | words/s | ratio to counting words | baseline | change |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach ((string step, double ratio) in ratios)
        {
            bool known = baseline.TryGetValue(step, out double before);
            double change = known ? ratio / before - 1 : 0;
            bool falls = change < -Tolerance;
            slower |= falls;
            string verdict = known ? string.Create(CultureInfo.InvariantCulture, $"{change:+0%;-0%;0%}{(falls ? " SLOWER" : "")}") : "new";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {step} | {ratio * yardstick:N0} | {ratio:F5} | {before:F5} | {verdict} |"));
        }
        return slower ? 1 : 0;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
