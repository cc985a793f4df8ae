namespace NewsNlp.Quantities;

/// <summary>What a word says about a number beside it; the words are in <c>Lexicon/en/quantities/cues.txt</c>.</summary>
[Flags]
internal enum Cue : ulong
{
    None = 0,
    Article = 1,
    And = 1 << 1,
    Or = 1 << 2,
    To = 1 << 3,
    Of = 1 << 4,
    Per = 1 << 5,
    Minus = 1 << 6,
    Point = 1 << 7,
    Between = 1 << 8,
    From = 1 << 9,
    In = 1 << 10,
    Out = 1 << 11,
    The = 1 << 12,
    Nor = 1 << 13,
    Month = 1 << 14,
    Weekday = 1 << 15,
    TimeUnit = 1 << 16,
    TimeAdjective = 1 << 17,
    Daytime = 1 << 18,
    CalendarNoun = 1 << 19,

    /// <summary>A number behind it is a name: <c>Flight 370</c>.</summary>
    Label = 1 << 20,

    /// <summary>A label in the singular whose plural is counted: <c>pages</c>.</summary>
    Counted = 1 << 21,
    ScoreWord = 1 << 22,
    RangeCue = 1 << 23,
    Change = 1 << 24,

    /// <summary>Four digits behind it are a year: <c>since 2014</c>.</summary>
    YearCue = 1 << 25,
    People = 1 << 26,
    Old = 1 << 27,
    Aged = 1 << 28,
    Times = 1 << 29,
    Than = 1 << 30,
    Capita = 1UL << 31,
    Each = 1UL << 32,
    PerNoun = 1UL << 33,
    HalfNext = 1UL << 34,
    FractionNext = 1UL << 35,
    NotCount = 1UL << 36,
    Pair = 1UL << 37,

    /// <summary>Behind <c>one</c> it makes no count: <c>one day</c>, <c>one of</c>.</summary>
    OneNext = 1UL << 38,
    Several = 1UL << 39,
    Quarterly = 1UL << 40,
    CountAdjective = 1UL << 41,
    Preposition = 1UL << 42,
    Function = 1UL << 43,
    Degree = 1UL << 44,
    Weighty = 1UL << 45,
    Hold = 1UL << 46,
    HalfBefore = 1UL << 47,

    /// <summary>What befell those who are counted; no noun: <c>40 hurt</c>.</summary>
    Casualty = 1UL << 48,
}
