namespace NewsNlp.Quantities;

/// <summary>What a word says about a number beside it; the words are in <c>Lexicon/en/quantities/cues.txt</c>.</summary>
[Flags]
internal enum Cue : ulong
{
    None = 0,
    Article = 1UL << 0,
    And = 1UL << 1,
    Or = 1UL << 2,
    To = 1UL << 3,
    Of = 1UL << 4,
    Per = 1UL << 5,
    Minus = 1UL << 6,
    Point = 1UL << 7,
    Between = 1UL << 8,
    From = 1UL << 9,
    In = 1UL << 10,
    Out = 1UL << 11,
    The = 1UL << 12,
    Month = 1UL << 13,
    Weekday = 1UL << 14,
    TimeUnit = 1UL << 15,
    TimeAdjective = 1UL << 16,
    Daytime = 1UL << 17,
    CalendarNoun = 1UL << 18,

    /// <summary>A number behind it is a name: <c>Flight 370</c>.</summary>
    Label = 1UL << 19,

    ScoreWord = 1UL << 20,
    RangeCue = 1UL << 21,
    Change = 1UL << 22,

    /// <summary>Four digits behind it are a year: <c>since 2014</c>.</summary>
    YearCue = 1UL << 23,
    People = 1UL << 24,
    Old = 1UL << 25,
    Aged = 1UL << 26,
    Times = 1UL << 27,
    Than = 1UL << 28,
    Each = 1UL << 29,
    PerNoun = 1UL << 30,
    HalfNext = 1UL << 31,
    FractionNext = 1UL << 32,
    NotCount = 1UL << 33,
    Pair = 1UL << 34,

    /// <summary>Behind <c>one</c> it makes no count: <c>one day</c>, <c>one of</c>.</summary>
    OneNext = 1UL << 35,
    Several = 1UL << 36,
    CountAdjective = 1UL << 37,
    Preposition = 1UL << 38,
    Function = 1UL << 39,
    Degree = 1UL << 40,
    HalfBefore = 1UL << 41,

    /// <summary>What befell those who are counted; no noun: <c>40 hurt</c>.</summary>
    Casualty = 1UL << 42,

    /// <summary>A verb whose amount is a step up: <c>rose 5%</c>.</summary>
    Rise = 1UL << 43,
    Fall = 1UL << 44,

    /// <summary>A verb whose percentages and points are steps: <c>added 5 points</c>.</summary>
    RisePoints = 1UL << 45,
    FallPoints = 1UL << 46,

    /// <summary>A verb whose amount behind <c>by</c> is a step: <c>raised it by 5%</c>.</summary>
    RiseBy = 1UL << 47,
    FallBy = 1UL << 48,
    RiseNoun = 1UL << 49,
    FallNoun = 1UL << 50,

    /// <summary>May stand between the verb and its step: <c>fell sharply by 5%</c>.</summary>
    ChangeAdverb = 1UL << 51,

    /// <summary>A verb that has <c>up</c> or <c>down</c> as its particle: <c>make up 5%</c>.</summary>
    Particle = 1UL << 52,

    /// <summary>What <c>about</c> or <c>over</c> behind it introduces is its object: <c>talks about two envoys</c>.</summary>
    Topic = 1UL << 53,

    /// <summary>A unit that an article makes a quantity: <c>a mile</c>.</summary>
    Alone = 1UL << 54,

    /// <summary>Years of age in one word: <c>87 yo</c>.</summary>
    AgeUnit = 1UL << 55,

    /// <summary>Behind <c>a day</c> it makes a point in time of it: <c>a day before</c>.</summary>
    TimeBehind = 1UL << 56,

    /// <summary>Stands behind a person's name: <c>Jr.</c></summary>
    NameEnd = 1UL << 57,

    /// <summary>Counted where something moves up or down a table: <c>up two places</c>.</summary>
    Place = 1UL << 58,

    /// <summary>One of it is often no count: <c>in one case</c>, <c>one analyst said</c>.</summary>
    Solo = 1UL << 59,

    /// <summary>Begins a point in time: <c>last week</c>, <c>yesterday</c>.</summary>
    Deictic = 1UL << 60,

    /// <summary>What the number itself is, or how far it goes; nothing that is counted: <c>the 13,000 mark</c>, <c>80-strong</c>.</summary>
    NotCounted = 1UL << 61,

    /// <summary>Behind it <c>up to</c> tells where it ends: <c>go up to $15</c>.</summary>
    Going = 1UL << 62,

    /// <summary>Whom a share falls to: <c>per person</c>, <c>per head</c>.</summary>
    Capita = 1UL << 63,
}
