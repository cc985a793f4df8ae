using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>Who said what: quotations, the cues, contents and sources of reported statements, and each source's entity.</summary>
internal sealed class StatementStep(StatementModel model, WordClusters clusters) : IStep
{
    [ThreadStatic]
    private static StatementScratch? _scratch;

    private readonly AttributionReader _attributions = new(model);
    private readonly SpeechLexicon _lexicon = new();

    public static StepRecipe Recipe { get; } = new(
        "AddStatements", Layers.Tokens | Layers.Tags | Layers.Names | Layers.Entities, Layers.Statements,
        models => new StatementStep(StatementModel.Read(models.Load(StatementModel.Name)), WordClusters.Of(models)));

    public void Run(DocumentDraft draft)
    {
        List<QuoteData> quotes = QuoteFinder.Find(draft.Text, draft.Layout.Blocks);
        StatementTokens tokens = new(draft, clusters, _lexicon, quotes);
        List<AttributionData> found = [];
        _attributions.Read(tokens, _scratch ??= new StatementScratch(), found);
        new StatementAssembly(tokens, _lexicon, model.Trust).Build(found, draft.Statements);
    }
}
