using System.Globalization;

namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Duckling's examples of single days, weeks, months, quarters, years and minutes, told on Tuesday 12 February 2013. An assistant's defaults
/// (a bare weekday lies ahead), intervals and its hundreds of holidays are not counted.
/// </summary>
internal sealed class DucklingTimes(string file)
{
    private static readonly DateOnly Reference = new(2013, 2, 12);
    private int _right;

    public int Counted { get; private set; }

    public double Percent => 100.0 * _right / Math.Max(1, Counted);

    public void Score(NewsPipeline pipeline)
    {
        foreach (string line in File.ReadLines(file))
        {
            string[] fields = line.Split('\t');
            if (fields.Length < 2 || Expected(fields[0]) is not { } expected) continue;
            // As a sentence whose tense points ahead, as a request does.
            string sentence = "We will meet " + fields[1];
            NewsDocument document = pipeline.Read(sentence, new ReadOptions { Published = Reference });
            Counted++;
            if (document.Dates.Any(date => date.Value == expected)) _right++;
            else if (Environment.GetEnvironmentVariable("NEWSNLP_ERRORS") is not null)
                Console.Error.WriteLine($"{fields[1]}\t{expected}\t{string.Join("; ", document.Dates.Select(date => $"{date.Text}={date.Value}"))}");
        }
    }

    // (datetime (2013, 2, 15, 0, 0, 0) Day)
    private static string? Expected(string gold)
    {
        if (!gold.StartsWith("(datetime (", StringComparison.Ordinal)) return null;
        int open = gold.IndexOf('(', 1), close = gold.IndexOf(')', StringComparison.Ordinal);
        int[] parts = [.. gold[(open + 1)..close].Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        string grain = gold[(close + 2)..].Split(' ', ')')[0];
        if (!DateTime.TryParseExact(string.Join('/', parts[..3]), "yyyy/M/d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)) return null;
        DateOnly day = DateOnly.FromDateTime(time);
        string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return grain switch
        {
            "Day" => date,
            "Month" => date[..7],
            "Year" => date[..4],
            "Quarter" => $"{date[..4]}-Q{(parts[1] + 2) / 3}",
            "Week" => $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}",
            "Minute" or "Hour" => string.Create(CultureInfo.InvariantCulture, $"{date}T{parts[3]:D2}:{parts[4]:D2}"),
            _ => null,
        };
    }
}
