using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Pages;
using NewsNlp.Tagging;
using NewsNlp.Tokens;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Names;

/// <summary>The corpora of names as documents in our tokens and types.</summary>
/// <param name="models">The models before this one.</param>
internal sealed class NameSources(string data, ModelSource models, GazetteerLists lists)
{
    private static readonly int NoName = NameMask.Of(EntityType.None);

    private static readonly int MiscTypes = NameMask.Of(
        EntityType.None, EntityType.Event, EntityType.WorkOfArt, EntityType.Law, EntityType.Language, EntityType.Product);

    private readonly PlaceTypes _places = new(lists);
    private readonly ArticleReader _articles = new();
    private readonly IStep _tokens = TokenStep.Recipe.Create(ModelSource.Embedded);
    private readonly IStep _tags = TagStep.Recipe.Create(models);

    public IEnumerable<NameSource> Worldwide() =>
        WorldwideReader.Read(data, "train").Select(document => Gold("worldwide/", document, _articles.ReadArticle(document.Text)));

    public IEnumerable<NameSource> Wikigold() =>
        ColumnReader.Read(Path.Combine(data, "ner", "wikigold", "wikigold.conll.txt"))
            .Select(document => Gold("wikigold/", document, TextLines.Layout(document.Text)));

    /// <summary>What the teacher marked in the documents of <paramref name="sources"/>; a span of which it is not sure is left open.</summary>
    /// <param name="sources">How their ids begin.</param>
    /// <param name="weight">How much a document counts.</param>
    /// <param name="sure">Confidence from which a span is a name for certain.</param>
    public IEnumerable<NameSource> Silver(string[] sources, float weight, float sure)
    {
        foreach (SilverDocument silver in SilverReader.Read(data))
        {
            CorpusDocument document = silver.Document;
            if (!sources.Any(source => document.Id.StartsWith(source, StringComparison.Ordinal))) continue;
            DocumentDraft draft = document.ToDraft();
            _tags.Run(draft);
            yield return new NameSource(document.Id, draft, NameMask.ToLabels(draft, SilverNames(silver, sure)), weight, Gold: null);
        }
    }

    private NameSource Gold(string corpus, NameDocument document, ArticleLayout layout)
    {
        DocumentDraft draft = new(document.Text, layout, published: null);
        _tokens.Run(draft);
        _tags.Run(draft);
        IEnumerable<LabelledSpan> names = document.Names.SelectMany(name => NameGuidelines.Apply(document.Text, name));
        ulong[] allowed = NameMask.ToLabels(draft, [.. names.Select(name => Mask(document.Text, name))]);
        return new NameSource(corpus + document.Id, draft, allowed, Weight: 1, document);
    }

    private List<NameMask> SilverNames(SilverDocument silver, float sure)
    {
        string text = silver.Document.Text;
        Dictionary<TextSpan, string> onto = [];
        foreach (SilverSpan span in silver.OntoNotes) onto[span.Span] = span.Type;
        List<NameMask> names = [];
        foreach (SilverSpan span in silver.Names)
        {
            foreach (LabelledSpan name in NameGuidelines.Apply(text, new LabelledSpan(span.Span, span.Type)))
            {
                NameMask mask = Mask(text, name, onto.GetValueOrDefault(span.Span));
                if (mask.Types != NoName) names.Add(span.Confidence < sure ? mask with { Types = mask.Types | NoName } : mask);
            }
        }
        return names;
    }

    private NameMask Mask(string text, LabelledSpan name, string? onto = null)
    {
        int other = onto is null ? 0 : OntoNotes(onto);
        int types = name.Label switch
        {
            "Person" or "PER" => NameMask.Of(EntityType.Person),
            "Organization" or "ORG" => NameMask.Of(EntityType.Organization),
            "NORP" => onto == "LANGUAGE" ? other : NameMask.Of(EntityType.Norp),
            "Facility" => NameMask.Of(EntityType.Facility),
            "Product" => NameMask.Of(EntityType.Product),
            "Location" or "LOC" => Place(text[name.Span.Start..name.Span.End], other),
            "MISC" => _places.IsNationality(text[name.Span.Start..name.Span.End]) ? NameMask.Of(EntityType.Norp) : MiscTypes | NameMask.Of(EntityType.Norp),
            "Misc" => (other & MiscTypes) != 0 ? other : MiscTypes,
            _ => NoName,
        };
        return new NameMask(name.Span, types);
    }

    private int Place(string name, int other)
    {
        int types = _places.Of(name);
        return (types & other) != 0 ? types & other : types;
    }

    private static int OntoNotes(string label)
    {
        foreach (EntityType type in NameLabels.Types)
            if (type.ToLabel() == label) return NameMask.Of(type);
        return 0;
    }
}
