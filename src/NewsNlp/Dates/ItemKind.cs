namespace NewsNlp.Dates;

/// <summary>What a word or sign can do in a date expression. The names are those of the files in <c>Lexicon/en/dates</c>.</summary>
internal enum ItemKind : byte
{
    /// <summary>Has no part in dates.</summary>
    None,

    /// <summary>Between sentences, and before and behind the text.</summary>
    Break,

    // Figures, as the lexer tells them apart by their shape.
    Number,
    Ordinal,
    Clock,
    Calendar,
    SlashPair,
    Decade,
    ShortYear,

    // Numbers in words.
    NumberWord,
    Scale,
    Vague,
    Couple,
    Half,
    DecadeWord,

    // The calendar.
    Month,
    Weekday,
    Unit,
    Season,
    DayPart,
    HalfDay,
    OClock,
    Zone,
    ZoneName,
    ZoneKind,
    QuarterName,
    HalfName,
    Fiscal,
    YearKind,
    DayKind,

    // Places in time against another.
    Deictic,
    Tonight,
    This,
    Last,
    Next,
    Past,
    Previous,
    Following,
    Coming,
    Current,
    Latest,
    Final,
    Same,
    That,
    Recent,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    Now,
    YearEarlier,
    Every,
    Other,
    SetWord,
    SetPrefix,
    Times,
    Reference,
    Future,
    Nearness,
    Share,

    // Small words.
    The,
    A,
    Of,
    In,
    On,
    At,
    To,
    And,
    Or,
    From,
    Between,
    By,
    For,
    Since,
    Approx,
    Over,
    More,
    Than,
    Least,
    No,
    Up,
    Just,
    Part,
    PartNoun,
    Consecutive,
    Old,
    Comma,
    Hyphen,
    Dash,
    Open,
    Close,
    Possessive,
    Currency,
    Percent,
    Per,
    Another,
    All,
    Report,
    Delivery,
    Label,
    Block,
}

/// <summary>What else the lexicon says of a word.</summary>
[Flags]
internal enum ItemFlags : byte
{
    None = 0,

    /// <summary>Often something else than a date: needs company.</summary>
    Ambiguous = 1,

    /// <summary>A short form: needs a figure beside it or a capital.</summary>
    Short = 2,

    Plural = 4,

    /// <summary>Written with a capital in this text.</summary>
    Capital = 8,

    /// <summary>Nothing stands between it and the item before.</summary>
    Glued = 16,

    /// <summary>Also a first name: April, June, August.</summary>
    Name = 64,

    /// <summary>Figures with separators (<c>1,400</c>): no year.</summary>
    Grouped = 32,
}
