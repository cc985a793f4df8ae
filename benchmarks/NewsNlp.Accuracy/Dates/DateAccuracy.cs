namespace NewsNlp.Accuracy.Dates;

/// <summary>Date values against Recognizers-Text's English specification and Duckling's examples.</summary>
internal static class DateAccuracy
{
    public static Scorer Scorer { get; } = new("dates", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        NewsPipeline pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddDates().Build();
        RecognizersDates recognizers = new(Path.Combine(data, "quantities/recognizers/DateTime/DateTimeModel.json"));
        recognizers.Score(pipeline);
        yield return new AccuracyRow("dates", $"Recognizers-Text, {recognizers.Counted} of {recognizers.All}, the rest other conventions", "values right", recognizers.Percent);
        DucklingDurations durations = new(Path.Combine(data, "quantities/duckling/duration.tsv"));
        durations.Score(pipeline);
        yield return new AccuracyRow("dates", $"Duckling durations, {durations.Counted}", "values right", durations.Percent);
        DucklingTimes times = new(Path.Combine(data, "quantities/duckling/time.tsv"));
        times.Score(pipeline);
        yield return new AccuracyRow("dates", $"Duckling times, {times.Counted} single days, months, quarters, years", "values right", times.Percent);
    }
}
