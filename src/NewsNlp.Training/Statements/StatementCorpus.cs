using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>Articles with their attributions, read by the earlier steps of the pipeline as at run time.</summary>
internal sealed class StatementCorpus
{
    private readonly NewsPipeline _pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().AddSyntax().AddEntities().Build();
    private readonly WordClusters _clusters = WordClusters.Of(ModelSource.Embedded);
    private readonly SpeechLexicon _lexicon = new();

    public List<StatementExample> Gold(string data) => [.. PolnearReader.Read(data, "train").Select(Example)];

    private StatementExample Example(AttributionDocument gold)
    {
        Drafts.DocumentDraft draft = _pipeline.Read(gold.Text).Draft;
        return new StatementExample(new StatementTokens(draft, _clusters, _lexicon, QuoteFinder.Find(draft.Text, draft.Layout.Blocks)), gold);
    }
}
