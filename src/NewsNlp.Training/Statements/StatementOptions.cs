namespace NewsNlp.Training.Statements;

/// <summary>How the statement models are trained.</summary>
internal sealed record StatementOptions
{
    public int CueEpochs { get; init; } = 6;

    public int CueFeatures { get; init; } = 100_000;

    /// <summary>So many cue taggers are learned that differ by their seeds; the mean of their weights is the tagger.</summary>
    public int CueModels { get; init; } = 3;

    public float Dropout { get; init; } = 0.2f;

    public int SpanEpochs { get; init; } = 6;

    /// <summary>So many learners of each kind of span, which differ by their seeds; what they say is averaged. They share the units of a layer.</summary>
    public int SpanMembers { get; init; } = 2;

    public float SpanDropout { get; init; } = 0.3f;

    public float Step { get; init; } = 0.1f;

    /// <summary>Taken off the log-odds of a cue: below zero more are found, of which content and source tell which to keep.</summary>
    public float Caution { get; init; } = -2f;

    /// <summary>The same for the false cues that the content ranker learns from: of all that are found later most are plain.</summary>
    public float HalfCueCaution { get; init; } = -1;

    /// <summary>Margin of such a cue that is likely: the same log-odds as <see cref="NewsNlp.Statements.Learned.AttributionReader.LikelyCue"/>.</summary>
    public float HalfCueLikely { get; init; } = 2;

    public float FalseCueWeight { get; init; } = 0.5f;
}
