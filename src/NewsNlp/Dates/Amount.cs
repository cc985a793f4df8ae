namespace NewsNlp.Dates;

/// <summary>So much of a unit of time, as written: two weeks, an hour and 45 minutes, two to three years, several months.</summary>
internal struct Amount
{
    /// <summary>Item behind the last.</summary>
    public int End;

    /// <summary>NaN where it is vague.</summary>
    public double Number;
    public TimeUnit Unit;

    /// <summary>The other end of a range; 0 where there is none.</summary>
    public double Upper;

    /// <summary>A smaller unit behind the first; 0 where there is none.</summary>
    public double More;
    public TimeUnit MoreUnit;

    /// <summary>Only the plural of the unit: years, months.</summary>
    public bool Bare;

    /// <summary>Written <c>a year</c>.</summary>
    public bool Article;

    /// <summary>Written as an adjective: <c>two-year</c>.</summary>
    public bool Hyphened;

    public readonly string Value => More > 0 ? TimexWriter.Duration(Number, Unit, More, MoreUnit) : TimexWriter.Duration(Number, Unit);
}
