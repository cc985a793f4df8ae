using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;

namespace NewsNlp.Statements;

/// <summary>Who said what: quotations, the cues, contents and sources of reported statements, and each source's entity.</summary>
internal sealed class StatementStep(StatementModel model, WordClusters clusters) : IStep
{
    private static readonly SpeechLexicon Lexicon = new();

    private readonly AttributionReader _attributions = new(model);
    private readonly ThreadLocal<StatementScratch> _scratch = new(() => new StatementScratch(new StatementWords(clusters, Lexicon)));

    public static StepRecipe Recipe { get; } = new(
        "AddStatements", Layers.Tokens | Layers.Tags | Layers.Names | Layers.Entities, Layers.Statements,
        models => new StatementStep(StatementModel.Read(models.Load(StatementModel.Name)), WordClusters.Of(models)));

    public void Run(DocumentDraft draft)
    {
        StatementScratch scratch = _scratch.Value!;
        scratch.Tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
        scratch.Attributions.Clear();
        _attributions.Read(scratch.Tokens, scratch, scratch.Attributions);
        new StatementAssembly(scratch.Tokens, Lexicon, model, scratch).Build(scratch.Attributions, draft.Statements);
    }
}
