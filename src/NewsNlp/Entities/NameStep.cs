using NewsNlp.Drafts;

namespace NewsNlp.Entities;

/// <summary>Tokens to names with their types.</summary>
internal sealed class NameStep(NamesModel model) : IStep, IDisposable
{
    public static StepRecipe Recipe { get; } = RecipeOf(quick: false);

    /// <summary>Without the second opinion on names in doubt.</summary>
    public static StepRecipe QuickRecipe { get; } = RecipeOf(quick: true);

    private readonly ThreadLocal<NameTagger> _taggers = new(() => new NameTagger(model, NameScorer.Quick));

    public void Run(DocumentDraft draft)
    {
        _taggers.Value!.Tag(draft);
        ExplainedAcronyms.Complete(draft);
    }

    public void Dispose() => _taggers.Dispose();

    private static StepRecipe RecipeOf(bool quick) =>
        new("AddNames", Layers.Tokens, Layers.Names, models => new NameStep(NamesModel.Load(models, quick)));
}
