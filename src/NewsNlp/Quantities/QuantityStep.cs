using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Numbers with what they count or measure.</summary>
internal sealed class QuantityStep : IStep
{
    // A reader keeps its buffers from one article to the next, so that reading allocates nothing but what it finds.
    private readonly ThreadLocal<QuantityReader> _readers = new(() => new QuantityReader(QuantityLexicon.English));

    public static StepRecipe Recipe { get; } = new("AddQuantities", Layers.Tokens | Layers.Tags, Layers.Quantities, _ => new QuantityStep());

    public void Run(DocumentDraft draft) => _readers.Value!.Read(draft);
}
