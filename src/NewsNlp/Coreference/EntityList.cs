using System.Runtime.InteropServices;
using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>Puts entities into a draft, numbered by their first mention.</summary>
internal static class EntityList
{
    /// <summary>Replaces the draft's entities; gives the number that each of <paramref name="parts"/> got.</summary>
    public static int[] Replace(DocumentDraft draft, List<EntityParts> parts)
    {
        int[] order = new int[parts.Count], numbers = new int[parts.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            Sort(parts[i].Mentions);
        }
        Array.Sort(order, (a, b) => Compare(parts[a].Mentions[0], parts[b].Mentions[0], a, b));
        draft.Entities.Clear();
        foreach (int part in order)
        {
            numbers[part] = draft.Entities.Count;
            draft.Entities.Add(Make(draft, parts[part], draft.Entities.Count));
        }
        return numbers;
    }

    private static void Sort(List<MentionParts> mentions)
    {
        mentions.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? a.End.CompareTo(b.End) : a.Form.CompareTo(b.Form));
        int kept = 0;
        foreach (ref readonly MentionParts mention in CollectionsMarshal.AsSpan(mentions))
            if (kept == 0 || mention.First != mentions[kept - 1].First || mention.End != mentions[kept - 1].End) mentions[kept++] = mention;
        mentions.RemoveRange(kept, mentions.Count - kept);
    }

    private static int Compare(MentionParts first, MentionParts second, int a, int b) =>
        first.First != second.First ? first.First.CompareTo(second.First) : first.End != second.End ? first.End.CompareTo(second.End) : a.CompareTo(b);

    private static Entity Make(DocumentDraft draft, EntityParts parts, int id)
    {
        Mention[] mentions = new Mention[parts.Mentions.Count];
        for (int i = 0; i < mentions.Length; i++)
        {
            MentionParts mention = parts.Mentions[i];
            mentions[i] = new Mention(draft.Text, draft.SpanOf(mention.First, mention.End), mention.Form, id, mention.First, mention.End);
        }
        return new Entity(id, parts.Type, parts.Name ?? FullestName(draft, parts.Mentions), parts.Roles, parts.Gender, mentions);
    }

    /// <summary>The name of most words, of those the longest, of those the first; where there is no name the description of most words.</summary>
    private static string FullestName(DocumentDraft draft, List<MentionParts> mentions)
    {
        MentionParts best = mentions[0];
        foreach (MentionParts mention in CollectionsMarshal.AsSpan(mentions))
            if (IsFuller(draft, mention, best)) best = mention;
        return draft.SpanOf(best.First, best.End).In(draft.Text);
    }

    private static bool IsFuller(DocumentDraft draft, MentionParts mention, MentionParts best)
    {
        if (mention.Form != best.Form) return mention.Form < best.Form;
        int words = mention.End - mention.First, bestWords = best.End - best.First;
        if (words != bestWords) return words > bestWords;
        return mention.Form == MentionForm.Name && draft.SpanOf(mention.First, mention.End).Length > draft.SpanOf(best.First, best.End).Length;
    }
}
