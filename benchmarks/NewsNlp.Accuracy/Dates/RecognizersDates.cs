using System.Globalization;
using Newtonsoft.Json.Linq;

namespace NewsNlp.Accuracy.Dates;

/// <summary>
/// Recognizers-Text's English date specification: a sentence, a reference time, and the values in it. An expected value counts as right
/// where an expression that overlaps it has the value; a sentence without any counts as one that must stay empty.
/// </summary>
/// <remarks>
/// It reads requests to an assistant (<c>book it for 3 to 4</c>), we read news; <see cref="Conventions"/> says what is left out, and why.
/// </remarks>
internal sealed class RecognizersDates(string file)
{
    private readonly SortedDictionary<string, List<string>> _leftOut = new(StringComparer.Ordinal);
    private int _right;

    public int All { get; private set; }

    public int Counted { get; private set; }

    public double Percent => 100.0 * _right / Math.Max(1, Counted);

    /// <summary>Each expected value that was not found, and each case left out with its reason, when NEWSNLP_ERRORS is set.</summary>
    private static bool ShowErrors => Environment.GetEnvironmentVariable("NEWSNLP_ERRORS") is not null;

    public void Score(NewsPipeline pipeline)
    {
        foreach (JToken spec in JArray.Parse(File.ReadAllText(file)))
        {
            string input = (string?)spec["Input"] ?? "";
            DateOnly? reference = Reference(spec);
            NewsDocument document = pipeline.Read(input, new ReadOptions { Published = reference });
            if (input.Contains("://", StringComparison.Ordinal) || input.Contains("www.", StringComparison.Ordinal)) continue;
            JToken[] results = [.. spec["Results"] ?? new JArray()];
            if (results.Length == 0) Count(document.Dates.Count == 0 || document.Dates.All(IsMore), input, "nothing", document);
            TimexMatch match = new(reference);
            foreach (JToken result in results) ScoreOne(document, result, input, match);
        }
        if (!ShowErrors) return;
        foreach ((string reason, List<string> cases) in _leftOut) Console.Error.WriteLine($"left out: {reason}: {cases.Count}: {string.Join(" | ", cases)}");
    }

    private void ScoreOne(NewsDocument document, JToken result, string input, TimexMatch match)
    {
        string type = ((string?)result["TypeName"] ?? "").Split('.')[^1];
        string[] values = [.. (result["Resolution"]?["values"] ?? new JArray()).Select(value => (string?)value["timex"] ?? "")];
        TextSpan span = SpanOf(input, result);
        string text = span.IsEmpty ? "" : span.In(input);
        if (Conventions.ReasonToLeaveOut(type, values, text) is { } reason)
        {
            All++;
            if (!_leftOut.TryGetValue(reason, out List<string>? cases)) _leftOut[reason] = cases = [];
            cases.Add(text);
            return;
        }
        IEnumerable<DateExpression> found = document.Dates.Where(date => date.Span.Overlaps(span));
        Count(values.Any(value => found.Any(date => match.Agree(value, date))), input, text + " = " + string.Join(" or ", values.Distinct()), document);
    }

    private void Count(bool right, string input, string expected, NewsDocument document)
    {
        All++;
        Counted++;
        if (right) _right++;
        else if (ShowErrors) Console.Error.WriteLine($"{input}\t{expected}\t{string.Join("; ", document.Dates.Select(date => $"{date.Text}={date.Value}/{date.Upper}"))}");
    }

    // What news reads and an assistant does not: now, recently, the past, years on end.
    private static bool IsMore(DateExpression date) => date.Value.EndsWith("_REF", StringComparison.Ordinal) || date.Value.StartsWith("PX", StringComparison.Ordinal);

    private static TextSpan SpanOf(string input, JToken result)
    {
        int start = (int?)result["Start"] ?? 0, end = (int?)result["End"] ?? -1;
        return start >= 0 && end >= start && end < input.Length ? new TextSpan(start, end + 1) : new TextSpan(0, input.Length);
    }

    private static DateOnly? Reference(JToken spec) =>
        (spec["Context"]?["ReferenceDateTime"]) is { } time && DateTime.TryParse(time.ToString(), CultureInfo.InvariantCulture, out DateTime day) ? DateOnly.FromDateTime(day) : null;
}
