using NewsNlp.Drafts;

namespace NewsNlp.Tokens;

/// <summary>Article to sentences of tokens.</summary>
internal sealed class TokenStep(BoundaryModel model) : IStep
{
    private readonly TokenLexicon _lexicon = TokenLexicon.English;
    private readonly SentenceSplitter _splitter = new(TokenLexicon.English, model);

    public static StepRecipe Recipe { get; } = new("AddTokens", Layers.None, Layers.Tokens, models => new TokenStep(BoundaryModel.Load(models)));

    public void Run(DocumentDraft draft)
    {
        for (int block = 0; block < draft.Layout.Blocks.Count; block++)
        {
            int first = draft.TokenCount;
            new TokenScanner(draft, _lexicon, draft.Layout.Blocks[block].Span).Run();
            _splitter.Split(draft, first, block);
        }
    }
}
