using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>What tells who speaks a quote: the words that say so, and whom they name.</summary>
internal readonly record struct QuoteFrame(CueSpan Cue, WordRange Source);
