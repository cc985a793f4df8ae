namespace NewsNlp.Training.Corpora;

/// <summary>An article in which every attribution is marked.</summary>
/// <param name="Weight">1 for gold.</param>
internal sealed record AttributionDocument(string Id, string Text, DateOnly? Published, IReadOnlyList<Attribution> Attributions, float Weight = 1);

/// <summary>Source, cue and content of one attribution; each may have several parts, source and cue none.</summary>
internal sealed record Attribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);
