using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>Parts the tokens of a block into sentences: a linear model weighs what stands around each gap where one might end.</summary>
internal sealed class SentenceSplitter(TokenLexicon lexicon, BoundaryModel model)
{
    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> on, which are those of <paramref name="block"/>.</summary>
    public void Split(DocumentDraft draft, int first, int block)
    {
        Span<uint> features = stackalloc uint[BoundaryFeatures.Most];
        GapWalk walk = new(draft, first);
        int start = first;
        while (walk.Next())
        {
            if (!walk.IsParagraphEnd)
            {
                int count = new BoundaryFeatures(draft, lexicon, first, walk.Gap).Collect(features, start, walk.InQuote, walk.LowerStart);
                if (!model.Ends(features[..count])) continue;
            }
            draft.Sentences.Add(new SentenceData(start, walk.Gap, block));
            start = walk.Gap;
        }
        if (start < draft.TokenCount) draft.Sentences.Add(new SentenceData(start, draft.TokenCount, block));
    }
}
