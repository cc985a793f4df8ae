using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Joins a name with the noun phrase that describes it: in apposition (<c>Ann Okoro, the finance minister,</c>; <c>the minister, Ann
/// Okoro,</c>) or as predicate (<c>Ann Okoro is the finance minister</c>). The phrase becomes a role of the name.
/// </summary>
internal sealed class DescriptionSieve(CoreferenceLexicon lexicon)
{
    private const int MaxTail = 8;

    public void Run(MentionGraph graph)
    {
        for (int mention = 0; mention < graph.Count; mention++)
        {
            if (graph[mention].Name < 0) continue;
            int described = After(graph, mention);
            if (described < 0) described = Before(graph, mention);
            if (described >= 0) Join(graph, mention, described, Sieve.Apposition);
            int predicate = Predicate(graph, mention);
            if (predicate >= 0) Join(graph, mention, predicate, Sieve.Predicate);
        }
    }

    private static void Join(MentionGraph graph, int name, int nominal, Sieve sieve)
    {
        if (graph[name].Type == EntityType.Organization && graph[nominal].Type == EntityType.Person) graph.Retype(nominal, EntityType.Organization);
        if (!Genders.Agree(graph, name, nominal)) return;
        graph[nominal].Traits |= MentionTraits.Describes;
        graph.Join(name, nominal, sieve);
        if (graph[name].Type == EntityType.Person) graph.Roles.Add(RoleOf(graph, name, nominal));
    }

    // "Okoro, 44, a farmer from Kisumu"
    private int After(MentionGraph graph, int name)
    {
        DocumentDraft draft = graph.Draft;
        int end = SentenceEnd(graph, name), at = graph[name].End;
        if (at >= end || draft.Form(at) is not ",") return ByTree(graph, name, 1);
        at++;
        if (at + 1 < end && draft.TokenBuffer[at].Pos == PartOfSpeech.Numeral && draft.Form(at + 1) is ",") at += 2;
        int nominal = NominalFrom(graph, at, end);
        if (nominal < 0 || !Fits(graph, name, nominal) || graph[nominal].Has(MentionTraits.Coordinated)) return ByTree(graph, name, 1);
        return nominal;
    }

    // "The finance minister, Ann Okoro,"
    private int Before(MentionGraph graph, int name)
    {
        DocumentDraft draft = graph.Draft;
        int at = graph[name].First - 1, start = draft.Sentences[graph[name].Sentence].FirstToken;
        if (at <= start || draft.Form(at) is not "," || !EndsApposition(draft, graph[name].End, SentenceEnd(graph, name))) return -1;
        int nominal = graph.AtToken[at - 1];
        return nominal >= 0 && Fits(graph, name, nominal) && graph[nominal].Has(MentionTraits.Definite) ? nominal : -1;
    }

    private int ByTree(MentionGraph graph, int name, int step)
    {
        int other = name + step;
        if (other < 0 || other >= graph.Count || !Fits(graph, name, other)) return -1;
        ref readonly TokenData head = ref graph.Draft.TokenBuffer[graph[other].Head];
        return head.IsAppositive() && head.Head == graph[name].Head ? other : -1;
    }

    private int Predicate(MentionGraph graph, int name)
    {
        if (graph[name].Role != GrammaticalRole.Subject || graph[name].Has(MentionTraits.Coordinated)) return -1;
        int governor = graph.Draft.GovernorOf(graph[name].Head);
        if (governor < 0 || governor < graph[name].End) return -1;
        int nominal = graph.AtToken[governor];
        return nominal >= 0 && Fits(graph, name, nominal) && HasPlainCopula(graph.Draft, graph[name].End, governor) ? nominal : -1;
    }

    // "is", "has been": neither "is not" nor "would be".
    private static bool HasPlainCopula(DocumentDraft draft, int first, int governor)
    {
        bool found = false;
        for (int token = first; token < governor; token++)
        {
            ref readonly TokenData data = ref draft.TokenBuffer[token];
            if (data.Head != governor) continue;
            if (data.IsCopula()) found = true;
            else if (data.Pos == PartOfSpeech.Auxiliary ? !draft.LemmaOrForm(token).SequenceEqual("have") : data.Pos == PartOfSpeech.Particle) return false;
            else if (draft.Is(token, "not") || draft.Is(token, "n't")) return false;
        }
        return found;
    }

    // A description is singular and of the name's kind; "his lawyer" behind a name is more often another person.
    private bool Fits(MentionGraph graph, int name, int nominal)
    {
        ref readonly MentionData described = ref graph[name], description = ref graph[nominal];
        if (description.Form != MentionForm.Nominal || description.Has(MentionTraits.Plural) || description.Type == EntityType.None) return false;
        return described.Type == description.Type || (described.Type == EntityType.Organization
            && (description.Type == EntityType.GeopoliticalEntity || lexicon.NounOf(graph.Draft.LemmaOrForm(description.Head)).MayBeOrganization));
    }

    private static int NominalFrom(MentionGraph graph, int first, int end)
    {
        for (int token = first; token < Math.Min(end, first + MaxTail); token++)
        {
            int mention = graph.AtToken[token];
            if (mention >= 0 && graph[mention].First == first && graph[mention].Form == MentionForm.Nominal) return mention;
        }
        return -1;
    }

    private static bool EndsApposition(DocumentDraft draft, int at, int end) =>
        at >= end || draft.TokenBuffer[at].Pos is PartOfSpeech.Punctuation or PartOfSpeech.Verb or PartOfSpeech.Auxiliary;

    private static int SentenceEnd(MentionGraph graph, int mention) => graph.Draft.Sentences[graph[mention].Sentence].EndToken;

    // Without its article, with what an "of" or "for" adds.
    private static RoleData RoleOf(MentionGraph graph, int name, int nominal)
    {
        DocumentDraft draft = graph.Draft;
        int first = graph[nominal].First, end = graph[nominal].End, sentenceEnd = SentenceEnd(graph, nominal);
        if (draft.TokenBuffer[first].Pos == PartOfSpeech.Determiner && first < graph[nominal].Head) first++;
        if (end < sentenceEnd && (draft.Is(end, "of") || draft.Is(end, "for") || draft.Is(end, "at") || draft.Is(end, "in")))
            for (int limit = Math.Min(sentenceEnd, end + MaxTail); end < limit && IsTail(draft.TokenBuffer[end]); end++) { }
        return new RoleData(name, first, end, graph[nominal].Head);
    }

    private static bool IsTail(in TokenData token) =>
        token.IsInPhrase() || token.Pos == PartOfSpeech.Adposition;
}
