using NewsNlp.Drafts;
using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Statements.Quotes;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Statements;

/// <summary>Articles with their attributions, read by the pipeline's earlier steps as at run time.</summary>
internal sealed class StatementCorpus
{
    private readonly WordClusters _clusters = WordClusters.Of(ModelSource.Embedded);
    private readonly SpeechLexicon _lexicon = new();

    public List<StatementExample> FromSilver(string data)
    {
        Dictionary<string, AttributionDocument> gold = PolnearReader.Read(data, "train").ToDictionary(document => document.Id);
        List<StatementExample> examples = [];
        foreach (SilverDocument silver in SilverReader.Read(data))
        {
            string id = silver.Document.Id;
            if (!id.StartsWith("polnear/", StringComparison.Ordinal)) continue;
            AttributionDocument document = gold[id["polnear/".Length..^".txt".Length]];
            if (document.Text != silver.Document.Text) continue;
            DocumentDraft draft = silver.Document.ToDraft(Layers.Tags | Layers.Syntax);
            AddNames(draft, silver.Names);
            examples.Add(Example(draft, document));
        }
        return examples;
    }

    private StatementExample Example(DocumentDraft draft, AttributionDocument gold) =>
        new(new StatementTokens(draft, _clusters, _lexicon, QuoteFinder.Find(draft.Text, draft.Layout.Blocks)), gold);

    private static void AddNames(DocumentDraft draft, SilverSpan[] names)
    {
        foreach (SilverSpan name in names)
        {
            EntityType type = name.Type switch
            {
                "Person" => EntityType.Person, "Location" => EntityType.GeopoliticalEntity, "Organization" => EntityType.Organization,
                "NORP" => EntityType.Norp, _ => EntityType.None,
            };
            int first = -1, end = -1;
            for (int i = 0; i < draft.TokenCount && type != EntityType.None; i++)
            {
                if (draft.TokenBuffer[i].Start == name.Span.Start) first = i;
                if (draft.TokenBuffer[i].End == name.Span.End) end = i + 1;
            }
            if (first >= 0 && end > first) draft.Names.Add(new NameData(first, end, type, name.Confidence));
        }
    }
}
