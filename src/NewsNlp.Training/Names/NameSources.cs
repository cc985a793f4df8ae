using NewsNlp.Drafts;
using NewsNlp.Entities;
using NewsNlp.Pages;
using NewsNlp.Tokens;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Names;

/// <summary>The corpora of names as documents in our tokens and types.</summary>
internal sealed class NameSources(string data, GazetteerLists lists)
{
    private static readonly int MiscTypes = NameMask.Of(
        EntityType.None, EntityType.Event, EntityType.WorkOfArt, EntityType.Law, EntityType.Language, EntityType.Product);

    private readonly PlaceTypes _places = new(lists);
    private readonly ArticleReader _articles = new();
    private readonly IStep _tokens = TokenStep.Recipe.Create(ModelSource.Embedded);

    public IEnumerable<NameSource> Worldwide()
    {
        foreach (NameDocument document in WorldwideReader.Read(data, "train"))
        {
            DocumentDraft draft = new(document.Text, _articles.ReadArticle(document.Text), published: null);
            _tokens.Run(draft);
            yield return new NameSource("worldwide/" + document.Id, draft, [.. document.Names.SelectMany(name => NameGuidelines.Apply(document.Text, name)).Select(name => Mask(document.Text, name))], Weight: 1);
        }
    }

    public IEnumerable<NameSource> Wikigold()
    {
        foreach (NameDocument document in ColumnReader.Read(Path.Combine(data, "ner", "wikigold", "wikigold.conll.txt")))
        {
            DocumentDraft draft = new(document.Text, TextLines.Layout(document.Text), published: null);
            _tokens.Run(draft);
            NameMask[] names = [.. document.Names.SelectMany(name => NameGuidelines.Apply(document.Text, name)).Select(name => Mask(document.Text, name))];
            yield return new NameSource("wikigold/" + document.Id, draft, names, Weight: 1);
        }
    }

    /// <summary>What the teacher marked in other text than Worldwide's; a span of which it is not sure is left open.</summary>
    public IEnumerable<NameSource> Silver(float weight, float sure, Func<string, bool> wanted)
    {
        foreach (SilverDocument silver in SilverReader.Read(data))
        {
            CorpusDocument document = silver.Document;
            if (document.Id.StartsWith("worldwide/", StringComparison.Ordinal) || !wanted(document.Id)) continue;
            Dictionary<TextSpan, string> onto = [];
            foreach (SilverSpan span in silver.OntoNotes) onto[span.Span] = span.Type;
            List<NameMask> names = [];
            foreach (SilverSpan span in silver.Names)
            {
                foreach (LabelledSpan name in NameGuidelines.Apply(document.Text, new LabelledSpan(span.Span, span.Type)))
                {
                    NameMask mask = Mask(document.Text, name, onto.GetValueOrDefault(span.Span));
                    if (mask.Types != 1) names.Add(span.Confidence < sure ? mask with { Types = mask.Types | 1 } : mask);
                }
            }
            yield return new NameSource(document.Id, document.ToDraft(), names, weight);
        }
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
            _ => NameMask.Of(EntityType.None),
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
