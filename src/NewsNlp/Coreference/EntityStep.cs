using NewsNlp.Drafts;
using NewsNlp.Models;

namespace NewsNlp.Coreference;

/// <summary>
/// Names, noun phrases and pronouns to entities: sieves in the order of their precision, each joining mentions and signing for it.
/// Uses trees where there are some.
/// </summary>
internal sealed class EntityStep : IStep
{
    public const string Model = "coreference";

    private readonly MentionFinder _mentions = new(CoreferenceLexicon.English);
    private readonly TitleFinder _titles = new(CoreferenceLexicon.English);
    private readonly SameNameSieve _sameNames = new(CoreferenceLexicon.English);
    private readonly PersonNameSieve _people = new(CoreferenceLexicon.English);
    private readonly OrganizationNameSieve _organizations = new(CoreferenceLexicon.English);
    private readonly DescriptionSieve _descriptions = new(CoreferenceLexicon.English);
    private readonly NominalSieve _nominals = new(CoreferenceLexicon.English);
    private readonly LatestSieve _latest = new(CoreferenceLexicon.English);
    private readonly GenderReader _genders;
    private readonly PronounResolver _pronouns;

    public EntityStep(ModelFile model)
    {
        _genders = new GenderReader(new GivenNames(model));
        _pronouns = new PronounResolver(PronounRanker.Load(model));
    }

    public static StepRecipe Recipe { get; } = new(
        "AddEntities", Layers.Tokens | Layers.Tags | Layers.Names, Layers.Entities, models => new EntityStep(models.Load(Model)));

    public void Run(DocumentDraft draft)
    {
        if (draft.TokenCount == 0) return;
        MentionGraph graph = JoinNames(draft);
        ResolvePronouns(graph);
        EntityWriter.Write(graph);
    }

    public void ResolvePronouns(MentionGraph graph) => _pronouns.Run(graph);

    /// <summary>All sieves but the pronouns.</summary>
    public MentionGraph JoinNames(DocumentDraft draft)
    {
        MentionGraph graph = _mentions.Find(draft);
        NameWords words = new(draft, CoreferenceLexicon.English);
        _titles.Run(graph);
        _genders.Run(graph);
        _sameNames.Run(graph, words);
        _people.Run(graph, words);
        _organizations.Run(graph, words);
        StrayNameSieve.Run(graph, words);
        _descriptions.Run(graph);
        _nominals.Run(graph, words);
        _latest.Run(graph);
        return graph;
    }
}
