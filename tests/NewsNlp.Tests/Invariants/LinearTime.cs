using System.Diagnostics;
using Xunit;

namespace NewsNlp.Tests.Invariants;

/// <summary>Checks that the time of reading grows with the text, and not with its square.</summary>
internal static class LinearTime
{
    private const int Growth = 8;
    private const int Attempts = 3;

    /// <summary>
    /// Eight times the text may take twenty-four times the time and a second, where a square would take sixty-four times. A busy machine
    /// can hold up any one attempt, so the best of three counts: what is not linear fails them all.
    /// </summary>
    /// <param name="read">What is timed.</param>
    /// <param name="pattern">Repeated to make the text.</param>
    /// <param name="length">Of the larger text, in characters.</param>
    public static void Check(Action<string> read, string pattern, int length)
    {
        string small = HostileTexts.Repeat(pattern, length / Growth), large = HostileTexts.Repeat(pattern, length);
        string times = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            TimeSpan first = Time(read, small), second = Time(read, large);
            if (second < first * 3 * Growth + TimeSpan.FromSeconds(1)) return;
            times += $" {small.Length} characters took {first}, {large.Length} took {second}.";
        }
        Assert.Fail(times);
    }

    private static TimeSpan Time(Action<string> read, string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        read(text);
        return watch.Elapsed;
    }
}
