using NewsNlp.Drafts;

namespace NewsNlp.Quantities;

/// <summary>Tokens with tags to quantities: one pass over each sentence.</summary>
internal sealed class QuantityStep : IStep
{
    private readonly SentenceReader _reader = new();

    public static StepRecipe Recipe { get; } = new("AddQuantities", Layers.Tokens | Layers.Tags, Layers.Quantities, _ => new QuantityStep());

    public void Run(DocumentDraft draft)
    {
        AtomView view = new();
        List<Candidate> found = [];
        foreach (SentenceData sentence in draft.Sentences)
        {
            view.Read(draft, sentence);
            _reader.Read(view, found);
            foreach (Candidate candidate in found) draft.Quantities.Add(ToQuantity(view, candidate));
        }
    }

    private static Quantity ToQuantity(AtomView view, in Candidate found) =>
        new(view.Draft.Text, view.Span(found.First, found.End), found.Type)
        {
            Phrase = view.Span(Math.Min(found.PhraseFirst, found.First), found.End),
            Value = Known(found.Value),
            Upper = found.Upper is { } upper ? Known(upper) : null,
            Unit = found.Unit,
            Modifier = found.Modifier,
        };

    // Money and shares are decimal: 0.1 + 0.2 and 7 * 0.01 should read as people write them.
    private static double? Known(double value) => !double.IsFinite(value) ? null : Math.Abs(value) < 1e12 ? Math.Round(value, 6) : value;
}
