namespace NewsNlp.Dates;

/// <summary>Which way from publication a bare weekday or month points.</summary>
internal enum Direction : byte
{
    Unknown,
    Past,
    Future,
}
