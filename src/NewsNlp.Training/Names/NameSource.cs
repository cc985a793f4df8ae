using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Names;

/// <summary>A document ready to learn from, whichever corpus it comes from.</summary>
/// <param name="Id">Corpus and document.</param>
/// <param name="Draft">With tokens and sentences.</param>
/// <param name="Allowed">For each token a bit for each label that may be right.</param>
/// <param name="Weight">How much it counts; 1 for gold.</param>
/// <param name="Gold">As the corpus has it; null where it is silver.</param>
internal sealed record NameSource(string Id, DocumentDraft Draft, ulong[] Allowed, float Weight, NameDocument? Gold);
