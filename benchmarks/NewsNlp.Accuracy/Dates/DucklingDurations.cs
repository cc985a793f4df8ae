using System.Globalization;

namespace NewsNlp.Accuracy.Dates;

/// <summary>Duckling's duration examples: <c>(DurationData 2 Minute)</c>, tab, <c>two minutes</c>; lengths are compared in their smallest unit.</summary>
internal sealed class DucklingDurations(string file)
{
    private int _right;

    public int Counted { get; private set; }

    public double Percent => 100.0 * _right / Math.Max(1, Counted);

    public void Score(NewsPipeline pipeline)
    {
        foreach (string line in File.ReadLines(file))
        {
            string[] fields = line.Split('\t');
            string[] gold = fields[0].Trim('(', ')').Split(' ');
            if (fields.Length < 2 || gold is not ["DurationData", _, _] || !double.TryParse(gold[1], CultureInfo.InvariantCulture, out double amount)) continue;
            Counted++;
            NewsDocument document = pipeline.Read(fields[1]);
            double expected = amount * DurationLength.SecondsOf(gold[2]);
            bool right = document.Dates.Any(date => Math.Abs(DurationLength.Seconds(date.Value) - expected) < 1);
            if (right) _right++;
            else if (Environment.GetEnvironmentVariable("NEWSNLP_ERRORS") is not null)
                Console.Error.WriteLine($"{fields[1]}\t{fields[0]}\t{string.Join("; ", document.Dates.Select(date => $"{date.Text}={date.Value}"))}");
        }
    }
}
