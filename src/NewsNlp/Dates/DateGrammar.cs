using NewsNlp.Drafts;

namespace NewsNlp.Dates;

/// <summary>
/// The grammar of English dates: small rules over <see cref="DateItems"/>, tried at each item from the most specific down. A rule looks a
/// bounded number of items ahead, so that the whole is linear. Made for one run over one article.
/// </summary>
/// <remarks>The rules stand in files by subject: points of the calendar, quarters, relative phrases, durations, clock, sets.</remarks>
internal sealed partial class DateGrammar(DocumentDraft draft, DateItems items, DateVocabulary vocabulary)
{
    private readonly DateContext _context = new(draft.Published);
    private readonly TenseFinder _tense = new(draft, vocabulary.Tenses);
    private readonly HolidayNames _holidays = vocabulary.Holidays;
    private int _sentenceToken;
    private int _nextName;
    private int _depth;
    private Reading _last;

    /// <summary>Reads the article and adds its dates to <paramref name="dates"/>.</summary>
    public void Run(List<DateExpression> dates)
    {
        int at = 0;
        while (at < items.Count)
        {
            ref readonly DateItem item = ref items[at];
            if (item.Kind == ItemKind.Break)
            {
                _context.Sentence++;
                _sentenceToken = item.Token;
            }
            if (!Match(at, out Reading reading) || reading.End <= at)
            {
                at++;
                continue;
            }
            if (dates.Count > 0 && EndsRange(reading)) CloseRange(dates, ref reading);
            else if (dates.Count > 0 && SharesYear(reading)) Rewrite(dates, _last.Point with { Year = reading.Point.Year });
            Add(dates, reading);
            _last = reading;
            at = reading.End;
        }
    }

    private void Add(List<DateExpression> dates, in Reading reading)
    {
        if (reading.Text is null) _context.Remember(reading.Point, items.Kind(reading.Start - 1) is ItemKind.From or ItemKind.Than);
        TextSpan span = new(items[reading.Start].Start, items[reading.End - 1].End);
        dates.Add(new DateExpression(draft.Text, span, reading.Type, reading.Value)
        {
            Upper = reading.Upper,
            Modifier = reading.Modifier,
            UtcOffset = reading.Zone is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        });
    }

    // from Monday to Friday, between 2015 and 2019: two expressions, and the first bears both ends.
    private bool EndsRange(in Reading reading)
    {
        if (reading.Start != _last.End + 1 || reading.Upper is not null) return false;
        ItemKind before = items.Kind(_last.Start - 1);
        return items.Kind(_last.End) switch
        {
            ItemKind.To => before is ItemKind.From or ItemKind.Between || (reading.Type == _last.Type && reading.Type is DateType.Date or DateType.Time && reading.Point.Grain == _last.Point.Grain && reading.Text is null && _last.Text is null),
            ItemKind.And => before == ItemKind.Between,
            ItemKind.Hyphen => reading.Type == _last.Type && reading.Type != DateType.Set && reading.Point.Grain == _last.Point.Grain,
            _ => false,
        };
    }

    // From Monday to Friday is to the Friday behind that Monday.
    private void CloseRange(List<DateExpression> dates, ref Reading reading)
    {
        if (items.Is(reading.Start, ItemKind.Weekday) && reading.Point.Date < _last.Point.Date && Cal.AddDays(reading.Point.Date.Value, 7) is { } later)
            reading.Point = TimePoint.OfDay(later) with { DayPart = reading.Point.DayPart, HasClock = reading.Point.HasClock, Clock = reading.Point.Clock };
        if (!_last.YearTold && _last.Point is { Grain: Grain.Month or Grain.Day, Month: > 0 } first && items.Kind(_last.Start) is ItemKind.Month or ItemKind.Number or ItemKind.Ordinal or ItemKind.The or ItemKind.PartNoun or ItemKind.Part or ItemKind.SlashPair
            && reading.Point is { Grain: Grain.Month or Grain.Day, Year: > 1, Month: > 0 } upper && (reading.YearTold || IsBehind(first, upper)))
            Rewrite(dates, first with { Year = first.Month * 100 + first.Day > upper.Month * 100 + upper.Day ? upper.Year - 1 : upper.Year });
        if (reading.DayTold && !_last.DayTold && _last.Point.HasClock) Rewrite(dates, reading.Point with { Clock = _last.Point.Clock });
        dates[^1] = dates[^1] with { Upper = reading.Value };
    }

    private static bool IsBehind(in TimePoint first, in TimePoint upper) =>
        first.Year > upper.Year || (first.Year == upper.Year && first.Month * 100 + first.Day > upper.Month * 100 + upper.Day);

    // March and April 2024: the year is that of both.
    private bool SharesYear(in Reading reading) =>
        reading.YearTold && !_last.YearTold && reading.Start == _last.End + 1 && items.Is(_last.End, ItemKind.And) && items.Is(_last.Start, ItemKind.Month)
        && reading.Point.Grain == _last.Point.Grain && _last.Point.Year > 0 && reading.Point.Month > _last.Point.Month;

    private void Rewrite(List<DateExpression> dates, in TimePoint point)
    {
        DateExpression old = dates[^1];
        dates[^1] = new DateExpression(draft.Text, old.Span, old.Type, TimexWriter.Write(point)) { Upper = old.Upper, Modifier = old.Modifier, UtcOffset = old.UtcOffset };
    }

    private bool Match(int at, out Reading reading)
    {
        if (items.Is(at, ItemKind.None)) return Holiday(at, out reading);
        if (Set(at, out reading)) return true;
        if (Modified(at, out reading)) return true;
        return Expression(at, out reading);
    }

    // Shifts before durations: two years ago is more than two years.
    private bool Expression(int at, out Reading reading) =>
        Shift(at, out reading) || ClockTime(at, out reading) || Point(at, out reading) || Duration(at, out reading) || References(at, out reading);

    private Direction DirectionAt(int start, int end) =>
        _tense.At(items[start].Token, end < items.Count ? items[end].Token : draft.TokenCount, _sentenceToken);
}
