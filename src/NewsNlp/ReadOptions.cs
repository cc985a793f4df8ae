namespace NewsNlp;

/// <summary>What the caller knows about an article beyond its text. The defaults know nothing.</summary>
public sealed record ReadOptions
{
    /// <summary>No knowledge beyond the text.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>
    /// Day of publication. Relative dates (<c>yesterday</c>, <c>last Friday</c>) are resolved against it. Default: null, and then
    /// it is read from the text where the text tells it; where it does not, relative dates keep an open TIMEX3 value.
    /// </summary>
    public DateOnly? Published { get; init; }
}
