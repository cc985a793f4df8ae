namespace NewsNlp.Training.Learning;

/// <summary>How a CRF is trained.</summary>
internal sealed record CrfOptions
{
    public int Epochs { get; init; } = 8;

    public float Step { get; init; } = 0.05f;

    /// <summary>Share of a token's features that is left out at each look, so that no single one is relied on.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>A feature seen less often than this in the training data gets no weights.</summary>
    public int MinCount { get; init; } = 2;

    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// So many models are trained, each with random numbers of its own, and the mean of their weights is the model: it depends less on chance.
    /// </summary>
    public int Models { get; init; } = 1;

    /// <summary>At most this many features stay in the model: those whose weights differ most.</summary>
    public int MaxFeatures { get; init; } = 200_000;

    /// <summary>Tells which label may follow which; the first is -1 at the start. All may where it is null.</summary>
    public Func<int, int, bool>? MayFollow { get; init; }
}
