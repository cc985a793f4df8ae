using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>Articles with their attributions, read by the earlier steps of the pipeline as at run time.</summary>
internal sealed class StatementCorpus
{
    private readonly NewsPipeline _pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().AddSyntax().AddEntities().Build();
    private readonly StatementWords _words = Words();

    /// <summary>The words of the statement models with the clusters of the library.</summary>
    public static StatementWords Words() => new(WordClusters.Of(ModelSource.Embedded), new SpeechLexicon());

    public List<StatementExample> Gold(string data) => [.. PolnearReader.Read(data, "train").Select(Example)];

    private StatementExample Example(AttributionDocument gold)
    {
        Drafts.DocumentDraft draft = _pipeline.Read(gold.Text).Draft;
        StatementTokens tokens = new(_words);
        tokens.Read(draft, QuoteFinder.Find(draft.Text, draft.Layout.Blocks));
        return new StatementExample(tokens, gold);
    }
}
