namespace NewsNlp.Dates;

/// <summary>What a date in the text is told against: the day of publication, and the time the story has reached.</summary>
internal sealed class DateContext(DateOnly? published)
{
    // A comparison (a year earlier) follows its quarter within a few sentences.
    private const int PeriodReach = 4;
    private TimePoint _period;
    private int _periodSentence = int.MinValue;

    public DateOnly? Published { get; } = published;

    /// <summary>Number of the sentence being read.</summary>
    public int Sentence { get; set; }

    /// <summary>The last date told, of any grain; publication at the start.</summary>
    public TimePoint Narrative { get; private set; } = published is { } day ? TimePoint.OfDay(day) : default;

    /// <summary>The last day told; publication at the start.</summary>
    public DateOnly? NarrativeDay { get; private set; } = published;

    /// <summary>Number of the sentence that told it.</summary>
    public int NarrativeSentence { get; private set; }

    /// <summary>The quarter, half, month or year that the sentences around speak of; null where there is none.</summary>
    public TimePoint? Period => _periodSentence != int.MinValue && Sentence - _periodSentence <= PeriodReach ? _period : null;

    /// <summary>Keeps a date that was read, as the time the story has reached.</summary>
    /// <param name="compared">It is only what something is compared with: from September.</param>
    public void Remember(in TimePoint point, bool compared = false)
    {
        if (point.Year <= 0) return;
        Narrative = point with { DayPart = 0, HasClock = false, Clock = 0 };
        if (point.Date is { } day) (NarrativeDay, NarrativeSentence) = (day, Sentence);
        if (compared && _periodSentence == Sentence) return;
        if (point.Grain is Grain.Quarter or Grain.Half or Grain.Month or Grain.Year) RememberPeriod(point);
    }

    /// <summary>Keeps the period under report; a quarter is not displaced by a year or month within the same sentence.</summary>
    private void RememberPeriod(in TimePoint point)
    {
        bool keepsQuarter = _period.Grain == Grain.Quarter && point.Grain != Grain.Quarter && Sentence - _periodSentence <= 1;
        if (keepsQuarter) return;
        _period = point;
        _periodSentence = Sentence;
    }
}
