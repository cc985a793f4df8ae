using NewsNlp.Drafts;

namespace NewsNlp.Tagging;

/// <summary>Tokens to parts of speech, Penn tags and lemmas.</summary>
internal sealed class TagStep(ModelSource models) : IStep
{
    private readonly Tagger _tagger = new(TagModel.Load(models));
    private readonly LemmaRules _lemmas = LemmaRules.Load(models);
    private readonly PastedSubheads _subheads = new();
    private readonly ThreadLocal<TagScratch> _scratch = new(() => new TagScratch());

    public static StepRecipe Recipe { get; } = new("AddTags", Layers.Tokens, Layers.Tags, models => new TagStep(models));

    public void Run(DocumentDraft draft)
    {
        TagScratch scratch = _scratch.Value!;
        _tagger.Tag(draft, scratch);
        FillLemmas(draft, scratch.Lemmas);
        _subheads.Part(draft);
        scratch.Settings.Trim();
    }

    private void FillLemmas(DocumentDraft draft, LemmaCache cache)
    {
        Span<string?> lemmas = draft.Lemmas;
        ReadOnlySpan<TokenData> tokens = draft.Tokens;
        ReadOnlySpan<ulong> words = draft.Words;
        for (int i = 0; i < lemmas.Length; i++)
        {
            if (i + LemmaCache.Ahead < lemmas.Length) cache.Expect(words[i + LemmaCache.Ahead], tokens[i + LemmaCache.Ahead].Tag, tokens[i + LemmaCache.Ahead].Pos);
            lemmas[i] = cache.Lemma(_lemmas, draft.Form(i), words[i], tokens[i].Tag, tokens[i].Pos);
        }
    }
}
