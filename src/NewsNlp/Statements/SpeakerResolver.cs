using NewsNlp.Drafts;
using NewsNlp.Lexicon;
using NewsNlp.Statements.Learned;

namespace NewsNlp.Statements;

/// <summary>Source words to the one entity they stand for.</summary>
internal sealed class SpeakerResolver(StatementTokens tokens, MentionLookup mentions)
{
    private const int RelativeReach = 20;

    private static readonly WordSet Relatives = LexiconFile.Words("statements/relatives");
    private static readonly WordSet FirstPersons = LexiconFile.Words("statements/first-persons");

    /// <summary>The speaker whom the words name.</summary>
    /// <param name="source">Source of a statement.</param>
    /// <param name="around">Statement in whose content the source stands; null for none.</param>
    public Speaker Resolve(WordRange source, StatementParts? around)
    {
        DocumentDraft draft = tokens.Draft;
        TextSpan span = draft.SpanOf(source.First, source.Last + 1);
        int? entity = IsOneOf(source, Relatives) ? AntecedentOf(source.First)
            : IsOneOf(source, FirstPersons) && around?.Speaker is { } outer ? outer.Entity
            : mentions.Of(source);
        return new Speaker(span, NameOf(entity, span, draft), entity);
    }

    // Someone who is never named goes by the fullest description: here the words of the source, unless they are a pronoun.
    private static string NameOf(int? entity, TextSpan span, DocumentDraft draft)
    {
        if (entity is not { } id) return span.In(draft.Text);
        Entity known = draft.Entities[id];
        return span.Length > known.Name.Length && !IsNamed(known) ? span.In(draft.Text) : known.Name;
    }

    private static bool IsNamed(Entity entity)
    {
        foreach (Mention mention in entity.Mentions)
            if (mention.Form == MentionForm.Name) return true;
        return false;
    }

    private bool IsOneOf(WordRange source, WordSet words) => source.First == source.Last && words.Contains(tokens.Draft.Form(source.First));

    // With a tree the noun that the relative clause hangs on, else the nearest mention before the pronoun.
    private int? AntecedentOf(int pronoun)
    {
        int at = pronoun;
        for (int i = 0; i < 4 && at >= 0; i++)
        {
            if (tokens[at].Relation == RelativeClause && tokens[at].Head is >= 0 and int noun) return mentions.At(noun) ?? mentions.Before(pronoun, RelativeReach);
            at = tokens[at].Head;
        }
        return mentions.Before(pronoun, RelativeReach);
    }

    private static readonly byte RelativeClause = Syntax.Relations.IndexOf("acl:relcl");
}
