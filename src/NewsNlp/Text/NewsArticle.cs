namespace NewsNlp;

/// <summary>One article of a stream, as <see cref="NewsPipeline.ReadAllAsync"/> takes it.</summary>
/// <param name="Text">The article as the caller has it; never changed.</param>
/// <param name="Id">The caller's own name for it, handed back with the result; may be absent.</param>
/// <param name="Published">Day of publication, against which relative dates are resolved; read from the text where absent.</param>
public sealed record NewsArticle(string Text, string? Id = null, DateOnly? Published = null);
