using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>A statement while it is put together.</summary>
internal sealed class StatementParts
{
    /// <summary>In text order; at least one.</summary>
    public required List<TextSpan> Content { get; init; }

    /// <summary>Of no length where the statement has none.</summary>
    public CueSpan Cue { get; init; }

    public WordRange Source { get; set; } = WordRange.None;

    /// <summary>Speaker where it is no source of its own that tells.</summary>
    public Speaker? Speaker { get; set; }

    public required string Rule { get; set; }

    public float Confidence { get; set; }

    /// <summary>By how much the content was better than none, in log-odds.</summary>
    public float ContentMargin { get; init; }

    /// <summary>How sure its cue is one, in log-odds.</summary>
    public float KeepOdds { get; init; }

    public bool HasCue => Cue.End > Cue.First;

    public int Start => Content[0].Start;

    public int End => Content[^1].End;
}
