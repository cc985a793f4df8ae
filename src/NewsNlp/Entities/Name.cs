namespace NewsNlp;

/// <summary>A name in the text, as the tagger found it, before it is joined to an <see cref="Entity"/>.</summary>
/// <param name="Span">Where it stands; titles (<c>Mr</c>) and a final <c>'s</c> are left out.</param>
/// <param name="Type">What kind of thing it names.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct Name(TextSpan Span, EntityType Type, float Confidence);
