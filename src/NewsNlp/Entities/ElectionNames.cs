using NewsNlp.Drafts;
using NewsNlp.Lexicon;

namespace NewsNlp.Entities;

/// <summary>
/// Elections named by year and place: <c>2011 Scottish Parliament election</c>, <c>1998 Senate election in Utah</c>. They are so regular
/// that a rule finds them, and what the tagger sees within them (a people, a place, a parliament) is no name of its own there.
/// </summary>
internal static class ElectionNames
{
    private const float Confidence = 0.9f;

    // Longer than any such name; keeps a long list of capitals from being scanned over and over.
    private const int MaxWords = 12;

    private static readonly WordMap<bool> IsNoun =
        new(LexiconFile.Rows("names/elections").Select(row => KeyValuePair.Create(row[0], row[1] == "noun")));

    /// <summary>Puts elections into the names that lie in the sentence, in the place of what they overlap.</summary>
    /// <param name="draft">Names of the sentence stand at the end of its list.</param>
    public static void Replace(DocumentDraft draft, NameText text, SentenceData sentence)
    {
        for (int token = sentence.FirstToken; token < sentence.EndToken - 2; token++)
        {
            if (text.Facts[token].Case != WordCase.Number || !IsYear(draft.Form(token))) continue;
            int end = EndOf(draft, text, token, sentence.EndToken);
            if (end < 0) continue;
            Insert(draft.Names, new NameData(token, end, EntityType.Event, Confidence));
            token = end - 1;
        }
    }

    // Behind the year some name, then small adjectives, then the noun; -1 where that is not so.
    private static int EndOf(DocumentDraft draft, NameText text, int year, int limit)
    {
        limit = Math.Min(limit, year + MaxWords);
        bool named = false;
        for (int token = year + 1; token < limit; token++)
        {
            bool listed = IsNoun.TryGet(draft.Form(token), out bool noun);
            if (listed && noun) return named ? WithPlace(draft, text, token + 1, limit) : -1;
            bool nameLike = text.Facts[token].IsNameLike;
            if (!listed && !nameLike && !IsLink(draft, token)) return -1;
            named |= nameLike;
        }
        return -1;
    }

    // "... election in Utah": the place is part of the name.
    private static int WithPlace(DocumentDraft draft, NameText text, int end, int limit)
    {
        if (end + 1 >= limit || !draft.Is(end, "in") || !text.Facts[end + 1].IsNameLike) return end;
        for (int i = draft.Names.Count - 1; i >= 0 && draft.Names[i].EndToken > end; i--)
            if (draft.Names[i].FirstToken == end + 1) return draft.Names[i].EndToken;
        return end;
    }

    private static bool IsLink(DocumentDraft draft, int token) => draft.Is(token, "of") || draft.Is(token, "and") || draft.Is(token, "-");

    private static bool IsYear(ReadOnlySpan<char> form) => form.Length == 4 && form[0] is ('1' or '2') && !form.ContainsAnyExceptInRange('0', '9');

    private static void Insert(List<NameData> names, NameData election)
    {
        int first = names.Count;
        while (first > 0 && names[first - 1].EndToken > election.FirstToken) first--;
        int end = first;
        while (end < names.Count && names[end].FirstToken < election.EndToken) end++;
        names.RemoveRange(first, end - first);
        names.Insert(first, election);
    }
}
