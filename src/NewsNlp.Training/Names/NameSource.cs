using NewsNlp.Drafts;

namespace NewsNlp.Training.Names;

/// <summary>A document ready to learn from, whichever corpus it comes from.</summary>
/// <param name="Id">Corpus and document.</param>
/// <param name="Draft">With tokens and sentences.</param>
/// <param name="Names">What its names may be.</param>
/// <param name="Weight">How much it counts; 1 for gold.</param>
internal sealed record NameSource(string Id, DocumentDraft Draft, IReadOnlyList<NameMask> Names, float Weight);
