using NewsNlp.Drafts;
using NewsNlp.Pages;
using NewsNlp.Tokens;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Sentences;

/// <summary>A gap in which a sentence might end: the rows of its features, and whether one does.</summary>
internal readonly record struct Gap(int[] Rows, bool Ends);

/// <summary>Reads a treebank's raw text as the pipeline does and notes every gap it would have to decide.</summary>
internal static class GapReader
{
    private static readonly ArticleReader Articles = new();

    public static IEnumerable<Gap> Read(string path) => RawText.Read(path).SelectMany(Read);

    private static List<Gap> Read(RawText gold)
    {
        List<Gap> gaps = [];
        HashSet<int> starts = [.. gold.Sentences.Select(sentence => sentence.Start)];
        DocumentDraft draft = new(gold.Text, Articles.ReadArticle(gold.Text), null);
        foreach (Block block in draft.Layout.Blocks)
        {
            int first = draft.TokenCount;
            new TokenScanner(draft, TokenLexicon.English, block.Span).Run();
            ReadBlock(draft, first, starts, gaps);
        }
        return gaps;
    }

    // The sentence before a gap is the treebank's own, not what the model would have made of it.
    private static void ReadBlock(DocumentDraft draft, int first, HashSet<int> starts, List<Gap> gaps)
    {
        Span<uint> features = stackalloc uint[BoundaryFeatures.Most];
        GapWalk walk = new(draft, first);
        int start = first;
        while (walk.Next())
        {
            if (walk.IsParagraphEnd) continue;
            int count = new BoundaryFeatures(draft, TokenLexicon.English, first, walk.Gap).Collect(features, start, walk.InQuote, walk.LowerStart);
            int[] rows = new int[count];
            for (int i = 0; i < count; i++) rows[i] = BoundaryModel.RowOf(features[i]);
            bool ends = starts.Contains(draft.TokenBuffer[walk.Gap].Start);
            gaps.Add(new Gap(rows, ends));
            if (ends) start = walk.Gap;
        }
    }
}
