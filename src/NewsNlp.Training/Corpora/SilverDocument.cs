namespace NewsNlp.Training.Corpora;

/// <summary>A stretch of text that a teacher labelled.</summary>
/// <param name="Type">In the teacher's own types.</param>
/// <param name="Confidence">0 to 1; 1 where the teacher gives none.</param>
internal readonly record struct SilverSpan(TextSpan Span, string Type, float Confidence);

/// <summary>An attribution as a teacher sees it.</summary>
/// <param name="Confidence">0 to 1.</param>
internal sealed record SilverAttribution(TextSpan Cue, TextSpan? Source, TextSpan Content, float Confidence);

/// <summary>A document with machine-made labels: to learn from, never to test on.</summary>
/// <param name="Document">Tokens, tags and trees; lemmas are null. Its id begins with the source: <c>gmb/</c>, <c>worldwide/</c>.</param>
/// <param name="Names">In the types of Worldwide Newswire: Person, Location, Organization, Misc, NORP, Facility, Product, Date, Money.</param>
/// <param name="OntoNotes">In the types of OntoNotes, by another and weaker teacher.</param>
internal sealed record SilverDocument(
    CorpusDocument Document, SilverSpan[] Names, SilverSpan[] OntoNotes, SilverAttribution[] Attributions);
