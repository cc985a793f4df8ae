using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Syntax;
using NewsNlp.Tagging;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>The steps before the entity step, with the models inside the library: what is learned on their answers fits what they will say.</summary>
internal sealed class EarlierSteps
{
    private readonly NewsPipeline _pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().AddSyntax().Build();
    private readonly IStep[] _steps =
        [.. new[] { TagStep.Recipe, NameStep.Recipe, SyntaxStep.Recipe }.Select(recipe => recipe.Create(ModelSource.Embedded))];

    public DocumentDraft Read(string text) => _pipeline.Read(text).Draft;

    /// <summary>On the corpus's own tokens and sentences.</summary>
    public DocumentDraft Read(CorpusDocument document)
    {
        DocumentDraft draft = document.ToDraft();
        foreach (IStep step in _steps) step.Run(draft);
        return draft;
    }
}
