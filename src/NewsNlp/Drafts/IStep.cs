namespace NewsNlp.Drafts;

/// <summary>One step of the pipeline: reads what earlier steps left in the draft and adds its own layer.</summary>
/// <remarks>Built once, immutable, called from many threads at the same time; all state of a run lives in the draft.</remarks>
internal interface IStep
{
    void Run(DocumentDraft draft);
}

/// <summary>How the builder makes a step, and what the step needs and adds.</summary>
/// <param name="Name">As the builder's method is called, so that a message can name the fix: <c>AddNames</c>.</param>
/// <param name="Requires">Layers that must be there before.</param>
/// <param name="Provides">Layers that are there afterwards.</param>
/// <param name="Create">Makes the step; called once, when the pipeline is built.</param>
internal sealed record StepRecipe(string Name, Layers Requires, Layers Provides, Func<ModelSource, IStep> Create);

/// <summary>A step that is part of a pipeline, with the name of the recipe that made it.</summary>
internal readonly record struct NamedStep(string Name, IStep Step);
