using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Numbers with what they count or measure.</summary>
internal sealed class QuantityStep : IStep
{
    private readonly QuantityLexicon _lexicon = QuantityLexicon.English;

    public static StepRecipe Recipe { get; } = new("AddQuantities", Layers.Tokens | Layers.Tags, Layers.Quantities, _ => new QuantityStep());

    public void Run(DocumentDraft draft)
    {
        QuantityReader reader = new(draft, _lexicon);
        foreach (SentenceData sentence in draft.Sentences) reader.Read(sentence);
    }
}
