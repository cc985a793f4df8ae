using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Lets a later step add to the entities of a draft: mentions that only it can tell (the <c>I</c> of a quotation is its speaker) and
/// entities that only it finds worth having (a speaker who is never named). Nothing changes before <see cref="Apply"/>.
/// </summary>
internal sealed class EntityEditor(DocumentDraft draft)
{
    private readonly List<EntityParts?> _changed = [.. new EntityParts?[draft.Entities.Count]];

    /// <summary>Adds tokens <c>[firstToken, endToken)</c> to an entity: one of the draft's, or one that <see cref="Create"/> gave. One that is there already is not added again.</summary>
    public void AddMention(int entity, int firstToken, int endToken, MentionForm form)
    {
        EntityParts parts = _changed[entity] ??= PartsOf(draft.Entities[entity]);
        parts.Mentions.Add(new MentionParts(firstToken, endToken, form));
    }

    /// <summary>Makes an entity of a description: <c>a senior official who asked not to be named</c>; gives its number until <see cref="Apply"/>.</summary>
    /// <param name="name">Null: the words of the first mention.</param>
    public int Create(int firstToken, int endToken, EntityType type, Gender gender, string? name = null)
    {
        _changed.Add(new EntityParts { Type = type, Gender = gender, Name = name, Mentions = { new MentionParts(firstToken, endToken, MentionForm.Nominal) } });
        return _changed.Count - 1;
    }

    /// <summary>Puts the changes into the draft. Entities are numbered anew, by their first mention: item n of the result is the new number of n.</summary>
    public int[] Apply()
    {
        List<EntityParts> parts = new(_changed.Count);
        for (int entity = 0; entity < _changed.Count; entity++) parts.Add(_changed[entity] ?? PartsOf(draft.Entities[entity]));
        return EntityList.Replace(draft, parts);
    }

    private static EntityParts PartsOf(Entity entity)
    {
        EntityParts parts = new() { Type = entity.Type, Gender = entity.Gender, Name = entity.Name };
        parts.Roles.AddRange(entity.Roles);
        foreach (Mention mention in entity.Mentions) parts.Mentions.Add(new MentionParts(mention.FirstToken, mention.EndToken, mention.Form));
        return parts;
    }
}
