using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Syntax;

namespace NewsNlp.Training.Corpora;

/// <summary>A word of an annotated corpus.</summary>
/// <param name="Form">As written.</param>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Tag">Number of the Penn tag in <see cref="Tagging.PennTags"/>; 0 where the corpus has none.</param>
/// <param name="Lemma">Null where the corpus has none.</param>
/// <param name="Head">Index of the head among the document's tokens; -1 for a root and where there is no tree.</param>
/// <param name="Relation">Universal Dependencies relation with its subtype; <c>_</c> where there is none.</param>
/// <param name="Misc">The last column as it stands; empty where there is none.</param>
internal readonly record struct CorpusToken(
    string Form, TextSpan Span, PartOfSpeech Pos, byte Tag, string? Lemma, int Head, string Relation, string Misc);

/// <summary>Tokens <c>[FirstToken, EndToken)</c> of a corpus document.</summary>
/// <param name="StartsParagraph">True where a paragraph begins with it.</param>
/// <param name="TreeConfidence">1 for a gold tree, a teacher's confidence for a silver one, 0 where there is no tree.</param>
internal readonly record struct CorpusSentence(int FirstToken, int EndToken, bool StartsParagraph, float TreeConfidence);

/// <summary>A document of an annotated corpus: its text, tokens and sentences, whichever corpus it comes from.</summary>
internal sealed record CorpusDocument(string Id, string Text, CorpusToken[] Tokens, CorpusSentence[] Sentences)
{
    /// <summary>A draft with the corpus's own tokens and sentences, one block a paragraph, so that a step can run on gold tokens.</summary>
    /// <param name="layers">Which more of the corpus's layers to fill: tags (with lemmas) and syntax.</param>
    public DocumentDraft ToDraft(Layers layers = Layers.None)
    {
        List<Block> blocks = [];
        List<int> blockOf = [];
        foreach (CorpusSentence sentence in Sentences)
        {
            TextSpan span = new(Tokens[sentence.FirstToken].Span.Start, Tokens[sentence.EndToken - 1].Span.End);
            if (sentence.StartsParagraph || blocks.Count == 0) blocks.Add(new Block(span, BlockKind.Paragraph));
            else blocks[^1] = new Block(new TextSpan(blocks[^1].Span.Start, span.End), BlockKind.Paragraph);
            blockOf.Add(blocks.Count - 1);
        }
        DocumentDraft draft = new(Text, new ArticleLayout(new TextSpan(0, Text.Length), blocks), published: null);
        for (int s = 0; s < Sentences.Length; s++)
            draft.Sentences.Add(new SentenceData(Sentences[s].FirstToken, Sentences[s].EndToken, blockOf[s]));
        foreach (CorpusToken token in Tokens) draft.AddToken(token.Span.Start, token.Span.End);
        if ((layers & Layers.Tags) != 0) FillTags(draft);
        if ((layers & Layers.Syntax) != 0) FillTrees(draft);
        return draft;
    }

    private void FillTags(DocumentDraft draft)
    {
        Span<string?> lemmas = draft.Lemmas;
        for (int i = 0; i < Tokens.Length; i++)
        {
            draft.TokenBuffer[i].Pos = Tokens[i].Pos;
            draft.TokenBuffer[i].Tag = Tokens[i].Tag;
            lemmas[i] = Tokens[i].Lemma;
        }
    }

    private void FillTrees(DocumentDraft draft)
    {
        for (int i = 0; i < Tokens.Length; i++)
        {
            draft.TokenBuffer[i].Head = Tokens[i].Head;
            draft.TokenBuffer[i].Relation = Relations.IndexOf(Tokens[i].Relation);
        }
    }
}
