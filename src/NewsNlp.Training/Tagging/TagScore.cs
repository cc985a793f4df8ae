using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Tagging;

/// <summary>Counts how many tokens have the tags and lemmas of a gold document; shares in percent.</summary>
internal sealed class TagScore
{
    private int _tokens;
    private int _upos;
    private int _penn;
    private int _lemmas;

    public double Upos => 100.0 * _upos / _tokens;

    public double Penn => 100.0 * _penn / _tokens;

    public double Lemmas => 100.0 * _lemmas / _tokens;

    /// <summary>The score of documents as they are tagged.</summary>
    /// <param name="tag">Tags one of them.</param>
    public static TagScore Of(IEnumerable<CorpusDocument> documents, Action<DocumentDraft> tag)
    {
        TagScore score = new();
        foreach (CorpusDocument document in documents)
        {
            DocumentDraft draft = document.ToDraft();
            tag(draft);
            score.Add(document, draft);
        }
        return score;
    }

    public void Add(CorpusDocument gold, DocumentDraft draft)
    {
        Span<string?> lemmas = draft.Lemmas;
        for (int i = 0; i < gold.Tokens.Length; i++)
        {
            _tokens++;
            if (draft.Tokens[i].Pos == gold.Tokens[i].Pos) _upos++;
            if (draft.Tokens[i].Tag == gold.Tokens[i].Tag) _penn++;
            if (lemmas[i] == gold.Tokens[i].Lemma) _lemmas++;
        }
    }
}
