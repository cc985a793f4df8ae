namespace NewsNlp.Dates;

/// <summary>What a rule of the grammar made of some items.</summary>
internal struct Reading
{
    /// <summary>First item.</summary>
    public int Start;

    /// <summary>Item behind the last.</summary>
    public int End;
    public DateType Type;
    public TimePoint Point;

    /// <summary>The value where it is no calendar point: a duration, a set, a reference.</summary>
    public string? Text;
    public string? Upper;

    /// <summary>A day or month whose year stands beside it.</summary>
    public bool YearTold;

    /// <summary>A time whose day stands beside it.</summary>
    public bool DayTold;
    public DateModifier Modifier;

    /// <summary>UTC offset in minutes of a zone that is named.</summary>
    public int? Zone;

    public readonly string Value => Text ?? TimexWriter.Write(Point);

    public static Reading Of(int start, int end, in TimePoint point) =>
        new() { Start = start, End = end, Point = point, Type = point.HasTime ? DateType.Time : DateType.Date };

    public static Reading Of(int start, int end, DateType type, string text) => new() { Start = start, End = end, Type = type, Text = text };
}
