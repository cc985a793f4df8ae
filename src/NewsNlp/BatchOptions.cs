namespace NewsNlp;

/// <summary>How <see cref="NewsPipeline.ReadAllAsync"/> works through a stream.</summary>
public sealed record BatchOptions
{
    /// <summary>One worker for each processor.</summary>
    public static BatchOptions Default { get; } = new();

    private readonly int _threads = Environment.ProcessorCount;

    /// <summary>
    /// Number of articles read at the same time, 1 to 1,024; default: the number of processors. At most twice as many articles and
    /// results are in memory at once. The results do not depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public int Threads
    {
        get => _threads;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024);
            _threads = value;
        }
    }
}
