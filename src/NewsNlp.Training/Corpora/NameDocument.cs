namespace NewsNlp.Training.Corpora;

/// <summary>A stretch of text with a label as its corpus writes it.</summary>
internal readonly record struct LabelledSpan(TextSpan Span, string Label);

/// <summary>A document with names marked by hand.</summary>
/// <param name="Id">Names the document within its corpus.</param>
/// <param name="Text">As written, or put together from tokens.</param>
/// <param name="Names">In text order, not overlapping, in the types of the corpus.</param>
internal sealed record NameDocument(string Id, string Text, LabelledSpan[] Names);
