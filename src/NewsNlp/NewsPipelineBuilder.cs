using NewsNlp.Coreference;
using NewsNlp.Dates;
using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Quantities;
using NewsNlp.Statements;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Tokens;

namespace NewsNlp;

/// <summary>
/// Chooses the steps and models of a <see cref="NewsPipeline"/>. Steps run in the order in which they are added. Not thread-safe; the
/// pipeline it builds is.
/// </summary>
public sealed class NewsPipelineBuilder
{
    private readonly List<StepRecipe> _recipes = [];
    private ModelSource _models = ModelSource.Embedded;

    internal NewsPipelineBuilder()
    {
    }

    /// <summary>Adds every step, in the order in which text flows. This list is the library's table of contents.</summary>
    public NewsPipelineBuilder AddAll() => AddTokens().AddTags().AddNames().AddSyntax().AddQuantities().AddDates().AddEntities().AddStatements();

    /// <summary>Sentences of tokens; requires nothing.</summary>
    public NewsPipelineBuilder AddTokens() => Add(TokenStep.Recipe);

    /// <summary>Parts of speech, Penn tags and lemmas; requires tokens. The syntax step, where there is one, mends some of them.</summary>
    public NewsPipelineBuilder AddTags() => Add(TagStep.Recipe);

    /// <summary>Names with their types; requires tokens, and tells doubtful ones better where tags were added before it. It has learned from tags that no syntax step has mended.</summary>
    /// <param name="quick">
    /// True to do without a network's second opinion on names in doubt: a third less time, at a quarter of a point of F1 on news of the world and two points on political
    /// news (measured on dev sets; see the README).
    /// </param>
    public NewsPipelineBuilder AddNames(bool quick = false) => Add(quick ? NameStep.QuickRecipe : NameStep.Recipe);

    /// <summary>
    /// Dependency trees; requires tokens and tags. Where the tagger was in doubt, it also decides anew about part of speech and Penn tag, and about the lemma with
    /// them: steps added behind it see those.
    /// </summary>
    public NewsPipelineBuilder AddSyntax() => Add(SyntaxStep.Recipe);

    /// <summary>Numbers, money, measures and counts; requires tokens and tags.</summary>
    public NewsPipelineBuilder AddQuantities() => Add(QuantityStep.Recipe);

    /// <summary>Dates, times, durations and sets; requires tokens, and tells tense and names apart better with tags and names.</summary>
    public NewsPipelineBuilder AddDates() => Add(DateStep.Recipe);

    /// <summary>Entities with all their mentions; requires tokens, tags and names, and uses trees where there are some.</summary>
    public NewsPipelineBuilder AddEntities() => Add(EntityStep.Recipe);

    /// <summary>Who said what; requires tokens, tags, names and entities, and trees for its best.</summary>
    public NewsPipelineBuilder AddStatements() => Add(StatementStep.Recipe);

    /// <summary>Takes models from <paramref name="models"/> instead of those inside the package.</summary>
    public NewsPipelineBuilder UseModels(ModelSource models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models;
        return this;
    }

    /// <summary>Checks the order of the steps, loads the models and makes the pipeline. The builder may be used again.</summary>
    /// <exception cref="InvalidOperationException">A step requires a layer that no earlier step provides; the message names the fix.</exception>
    /// <exception cref="InvalidModelException">A model is missing, damaged or of another version.</exception>
    public NewsPipeline Build()
    {
        Layers layers = StepOrder.Check(_recipes);
        return new NewsPipeline([.. _recipes.Select(recipe => new NamedStep(recipe.Name, recipe.Create(_models)))], layers);
    }

    private NewsPipelineBuilder Add(StepRecipe recipe)
    {
        _recipes.Add(recipe);
        return this;
    }
}
