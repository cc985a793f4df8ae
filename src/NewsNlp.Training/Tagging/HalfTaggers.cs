using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Two taggers, each trained on every second document: either tags the other's documents as a tagger does new text.</summary>
internal sealed class HalfTaggers
{
    private const int Halves = 2;

    private readonly Tagger[] _taggers = new Tagger[Halves];
    private readonly TagScratch[] _scratch = new TagScratch[Halves];

    public HalfTaggers(IReadOnlyList<CorpusDocument> gold, IReadOnlyList<CorpusDocument> silver, WordClusters clusters, ulong seed)
    {
        for (int half = 0; half < Halves; half++)
        {
            _taggers[half] = new Tagger(TagModel.Read(TagModelMaker.Make(Others(gold, half), Others(silver, half), clusters, seed), clusters));
            _scratch[half] = new TagScratch();
        }
    }

    /// <summary>The document, tagged by the tagger that does not know it.</summary>
    /// <param name="index">Where it stands in the list that the taggers learned from.</param>
    public DocumentDraft Tag(CorpusDocument document, int index)
    {
        DocumentDraft draft = document.ToDraft();
        _taggers[index % Halves].Tag(draft, _scratch[index % Halves]);
        return draft;
    }

    private static CorpusDocument[] Others(IReadOnlyList<CorpusDocument> documents, int half) => [.. documents.Where((_, i) => i % Halves != half)];
}
