using NewsNlp.Drafts;
using NewsNlp.Pages;

namespace NewsNlp.Tokens;

/// <summary>Article to sentences of tokens.</summary>
internal sealed class TokenStep : IStep
{
    public static StepRecipe Recipe { get; } = new("AddTokens", Layers.None, Layers.Tokens, _ => new TokenStep());

    public void Run(DocumentDraft draft)
    {
        for (int block = 0; block < draft.Layout.Blocks.Count; block++) ReadBlock(draft, block);
    }

    private static void ReadBlock(DocumentDraft draft, int block)
    {
        TextSpan span = draft.Layout.Blocks[block].Span;
        string text = draft.Text;
        int first = draft.TokenCount, at = span.Start;
        while (at < span.End)
        {
            if (char.IsWhiteSpace(text[at])) { at++; continue; }
            int end = at + 1;
            if (char.IsLetterOrDigit(text[at])) while (end < span.End && char.IsLetterOrDigit(text[end])) end++;
            draft.AddToken(at, end);
            if (text[at] is '.' or '?' or '!')
            {
                draft.Sentences.Add(new SentenceData(first, draft.TokenCount, block));
                first = draft.TokenCount;
            }
            at = end;
        }
        if (draft.TokenCount > first) draft.Sentences.Add(new SentenceData(first, draft.TokenCount, block));
    }
}
