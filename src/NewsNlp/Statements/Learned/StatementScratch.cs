namespace NewsNlp.Statements.Learned;

/// <summary>Working memory of the statement models; one for each thread.</summary>
internal sealed class StatementScratch(StatementWords words)
{
    public StatementTokens Tokens { get; } = new(words);

    public List<AttributionData> Attributions { get; } = [];

    public CueScratch Cues { get; } = new();

    public List<FoundCue> Found { get; } = [];

    public SpanContext Context { get; } = new();

    public SpanWindow Window { get; } = new();

    public List<float> Odds { get; } = [];

    public SpanScratch Spans { get; } = new();
}
