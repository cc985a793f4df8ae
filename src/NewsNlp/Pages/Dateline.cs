namespace NewsNlp;

/// <summary>Where a report was filed from: <c>ISTANBUL (AFP) -</c>.</summary>
/// <param name="Place">Span of the place as written; null where only the agency stands.</param>
/// <param name="Agency">The agency as written (<c>AFP</c>); null where none stands.</param>
public readonly record struct Dateline(TextSpan? Place, string? Agency);

/// <summary>Who wrote the report: <c>By Ann Okoro and Li Wei</c>.</summary>
/// <param name="Span">The whole line as written.</param>
/// <param name="Authors">Each author's name.</param>
public sealed record Byline(TextSpan Span, IReadOnlyList<TextSpan> Authors);
