using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Reads the titles before names of people: <c>Mrs</c> tells the gender, <c>Turkish Foreign Minister</c> is a role.
/// </summary>
internal sealed class TitleFinder(CoreferenceLexicon lexicon)
{
    private const int MaxWords = 10;

    public void Run(MentionGraph graph)
    {
        for (int mention = 0; mention < graph.Count; mention++)
            if (graph[mention] is { Name: >= 0, Type: EntityType.Person }) Read(graph, mention);
    }

    private void Read(MentionGraph graph, int mention)
    {
        DocumentDraft draft = graph.Draft;
        int sentenceStart = draft.Sentences[graph[mention].Sentence].FirstToken, end = graph[mention].First;
        // "Mr", "Sir" stand nearest to the name; a role may stand before them.
        while (end > sentenceStart && lexicon.TryTitle(draft.Form(end - 1), out CoreferenceLexicon.Title title) && !title.IsRole)
        {
            SetGender(graph, mention, title.Gender);
            end--;
        }
        if (end > sentenceStart && IsFullStop(draft, end - 1) && end - 1 > sentenceStart
            && lexicon.TryTitle(draft.Form(end - 2), out CoreferenceLexicon.Title dotted) && !dotted.IsRole)
        {
            SetGender(graph, mention, dotted.Gender);
            end -= 2;
        }
        if (end > sentenceStart) ReadRole(graph, mention, sentenceStart, end);
    }

    private void ReadRole(MentionGraph graph, int mention, int sentenceStart, int end)
    {
        DocumentDraft draft = graph.Draft;
        int head = end - 1;
        if (IsFullStop(draft, head) && head > sentenceStart) head--;
        if (!TryRoleWord(draft, head, out Gender gender)) return;
        int first = head, limit = Math.Max(sentenceStart, head - MaxWords);
        while (first > limit && (IsModifier(draft.TokenBuffer[first - 1]) || draft.IsHyphenated(first, limit))) first--;
        SetGender(graph, mention, gender);
        if (first > sentenceStart && lexicon.Kin.Contains(draft.LemmaOrForm(head)) && draft.TokenBuffer[first - 1].IsPossessive()) return;
        graph.Roles.Add(new RoleData(mention, first, end, head));
    }

    private bool TryRoleWord(DocumentDraft draft, int token, out Gender gender)
    {
        gender = Gender.Unknown;
        if (lexicon.TryTitle(draft.Form(token), out CoreferenceLexicon.Title title))
        {
            gender = title.Gender;
            return true;
        }
        if (!draft.TokenBuffer[token].IsNoun() || draft.TokenBuffer[token].IsPlural()) return false;
        CoreferenceLexicon.Noun noun = lexicon.NounOf(draft.LemmaOrForm(token));
        gender = noun.Gender;
        return noun.Type == EntityType.Person;
    }

    private static bool IsModifier(in TokenData token) =>
        token.IsInPhrase() && token.Pos != PartOfSpeech.Determiner && !token.IsPossessive();

    private static bool IsFullStop(DocumentDraft draft, int token) => draft.Form(token) is ".";

    private static void SetGender(MentionGraph graph, int mention, Gender gender)
    {
        if (gender == Gender.Unknown) return;
        graph[mention].Gender = gender;
        graph.ClusterAt(mention).Gender = gender;
    }
}
