using NewsNlp.Drafts;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Syntax;

/// <summary>A word that the tagger was in doubt about, if only a little.</summary>
/// <param name="Window">What the parser's network knows of it, see <see cref="ParserNetwork.TokenWindow"/>.</param>
/// <param name="Row">Of the tagger's label, see <see cref="RetagModel.LabelRows"/>.</param>
/// <param name="SecondTag">What the tagger nearly gave, and how far its own label came before that, as in <see cref="TokenData"/>.</param>
/// <param name="Right">The right label.</param>
/// <param name="Weight">What it counts beside others.</param>
internal sealed record RetagExample(byte[] Window, int Row, byte SecondTag, byte Lead, int Right, float Weight)
{
    /// <summary>The document's words in doubt, but for those whose right tags are no label.</summary>
    /// <param name="draft">The document as a tagger tags it that does not know it.</param>
    public static IEnumerable<RetagExample> Of(CorpusDocument document, DocumentDraft draft, ParserNetwork network, TagLabels labels, float weight)
    {
        foreach (CorpusSentence sentence in document.Sentences)
        {
            int first = sentence.FirstToken, count = sentence.EndToken - first;
            if (count > SyntaxStep.MaxWords) continue;
            network.ReadSentence(draft, first, count);
            for (int i = 0; i < count; i++)
            {
                (TokenData token, CorpusToken right) = (draft.TokenBuffer[first + i], document.Tokens[first + i]);
                if (token.SecondTag != 0 && labels.IndexOf(right.Tag, right.Pos) is >= 0 and int label)
                    yield return new RetagExample(network.TokenWindow(i).ToArray(), RetagModel.RowOf(labels, token.Tag, token.Pos), token.SecondTag, token.Lead, label, weight);
            }
        }
    }
}
