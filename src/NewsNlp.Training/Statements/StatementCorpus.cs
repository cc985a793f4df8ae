using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>Articles with their attributions, read by the earlier steps of the pipeline as at run time.</summary>
internal sealed class StatementCorpus
{
    private static readonly string[] SilverSources = ["gmb/", "worldwide/", "prosecutors/"];

    private readonly NewsPipeline _pipeline = NewsPipeline.CreateBuilder().AddTokens().AddTags().AddNames().Build();
    private readonly WordClusters _clusters = WordClusters.Of(ModelSource.Embedded);
    private readonly SpeechLexicon _lexicon = new();

    public List<StatementExample> Gold(string data) => [.. PolnearReader.Read(data, "train").Select(Example)];

    /// <summary>What a teacher marked in other news; several sources, so that the models hear of more than one beat.</summary>
    /// <param name="weight">What an attribution counts against one of gold.</param>
    public List<StatementExample> Silver(string data, float weight) =>
    [
        .. SilverReader.Read(data).Where(silver => SilverSources.Any(source => silver.Document.Id.StartsWith(source, StringComparison.Ordinal)))
            .Select(silver => Example(Attributions(silver, weight))),
    ];

    private static AttributionDocument Attributions(SilverDocument silver, float weight) => new(
        silver.Document.Id, silver.Document.Text, null,
        [.. silver.Attributions.Select(item => new Attribution(item.Source is { } source ? [source] : [], [item.Cue], [item.Content]))], weight);

    private StatementExample Example(AttributionDocument gold)
    {
        Drafts.DocumentDraft draft = _pipeline.Read(gold.Text).Draft;
        return new StatementExample(new StatementTokens(draft, _clusters, _lexicon, QuoteFinder.Find(draft.Text, draft.Layout.Blocks)), gold);
    }
}
