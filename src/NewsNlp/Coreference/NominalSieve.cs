using NewsNlp.Drafts;

namespace NewsNlp.Coreference;

/// <summary>
/// Joins definite noun phrases with what they take up: a person by role (<c>the Ukrainian president</c>), an organisation or place by a word
/// of its name (<c>the ministry</c>, <c>the Post</c>), an earlier phrase by its head (<c>a farmer … the farmer</c>).
/// </summary>
internal sealed class NominalSieve(CoreferenceLexicon lexicon)
{
    private const int MaxSentences = 30;

    public void Run(MentionGraph graph, NameWords words)
    {
        WordIndex roles = new(), names = new(), tails = new(), heads = new();
        int role = 0;
        RoleData[] inOrder = graph.RolesBy(static role => role.Head);
        for (int mention = 0; mention < graph.Count; mention++)
        {
            while (role < inOrder.Length && inOrder[role].Head < graph[mention].Head)
                roles.Add(RoleKey(graph.Draft, inOrder[role].Head), role++);
            if (graph[mention].Name >= 0)
            {
                AddName(graph, names, mention);
                AddTail(graph, words, tails, mention);
            }
            else if (graph[mention].Form != MentionForm.Nominal) continue;
            else if (graph[mention].Type == EntityType.None) TakeUpTail(graph, mention, tails);
            else Read(graph, mention, inOrder, roles, names, heads);
        }
    }

    // "the senator" takes up "Sen.".
    private ulong RoleKey(DocumentDraft draft, int head) =>
        NameWords.WordKey(lexicon.TryTitle(draft.Form(head), out CoreferenceLexicon.Title title) && title.FullForm is { } full ? full : draft.Form(head));

    private static void AddTail(MentionGraph graph, NameWords words, WordIndex tails, int mention)
    {
        ReadOnlySpan<NameWord> name = words[graph[mention].Name];
        if (graph[mention].Type == EntityType.Organization && name.Length > 1) tails.Add(name[^1].Key, mention);
    }

    // "the Post" where of the bodies named so far (the last few) one has a name that ends so: the Harbour Post.
    private static void TakeUpTail(MentionGraph graph, int mention, WordIndex tails)
    {
        ref readonly MentionData data = ref graph[mention];
        DocumentDraft draft = graph.Draft;
        if (data.First != data.Head - 1 || !draft.Is(data.First, "the") || !draft.TokenBuffer[data.Head].IsProperNoun() || !char.IsUpper(draft.Form(data.Head)[0])) return;
        int name = OrganizationNameSieve.OnlyOne(graph, tails.Of(NameWords.WordKey(draft.Form(data.Head))), mention);
        if (name >= 0) graph.Join(mention, name, Sieve.ShortName);
    }

    private void AddName(MentionGraph graph, WordIndex names, int mention)
    {
        if (graph[mention].Type is not (EntityType.Organization or EntityType.Facility or EntityType.GeopoliticalEntity or EntityType.Location)) return;
        for (int token = graph[mention].First; token < graph[mention].End; token++)
            if (lexicon.NounOf(graph.Draft.Form(token)).Type is EntityType.Organization or EntityType.GeopoliticalEntity)
                names.Add(NameWords.WordKey(graph.Draft.Form(token)), mention);
    }

    private void Read(MentionGraph graph, int mention, RoleData[] inOrder, WordIndex roles, WordIndex names, WordIndex heads)
    {
        ref readonly MentionData data = ref graph[mention];
        if (data.Has(MentionTraits.Definite) && !data.Has(MentionTraits.Describes))
        {
            if (data.Has(MentionTraits.Singular) && !data.Has(MentionTraits.Possessed))
            {
                if (data.Type == EntityType.Person) TakeUpRole(graph, mention, inOrder, roles.Of(data.HeadKey));
                else TakeUpName(graph, mention, names.Of(data.HeadKey));
            }
            if (graph.ClusterAt(mention).Count == 1) TakeUpPhrase(graph, mention, heads);
        }
        heads.Add(data.HeadKey, mention);
    }

    private void TakeUpRole(MentionGraph graph, int mention, RoleData[] inOrder, ReadOnlySpan<int> roles)
    {
        for (int i = roles.Length - 1; i >= 0; i--)
        {
            RoleData role = inOrder[roles[i]];
            if (!Genders.Agree(graph, mention, role.Mention) || !ModifiersFit(graph.Draft, graph[mention], role.First, role.End)) continue;
            graph.Join(mention, role.Mention, Sieve.RoleHead);
            return;
        }
    }

    private void TakeUpName(MentionGraph graph, int mention, ReadOnlySpan<int> names)
    {
        for (int i = names.Length - 1; i >= 0; i--)
        {
            if (!ModifiersFit(graph.Draft, graph[mention], graph[names[i]].First, graph[names[i]].End)) continue;
            graph.Join(mention, names[i], Sieve.RoleHead);
            return;
        }
    }

    private static void TakeUpPhrase(MentionGraph graph, int mention, WordIndex heads)
    {
        ReadOnlySpan<int> others = heads.Of(graph[mention].HeadKey);
        for (int i = others.Length - 1; i >= 0; i--)
        {
            ref readonly MentionData other = ref graph[others[i]];
            if (graph[mention].Sentence - other.Sentence > MaxSentences) return;
            if (other.Has(MentionTraits.Plural) != graph[mention].Has(MentionTraits.Plural) || !SameModifiers(graph, mention, others[i])) continue;
            graph.Join(mention, others[i], Sieve.SameHead);
            return;
        }
    }

    // Each modifier of the later phrase stands in the earlier one too: "the old farmer" takes up "an old farmer", not "a farmer".
    private static bool SameModifiers(MentionGraph graph, int mention, int other)
    {
        DocumentDraft draft = graph.Draft;
        if (graph[mention].Has(MentionTraits.Possessed) != graph[other].Has(MentionTraits.Possessed)) return false;
        for (int token = graph[mention].First; token < graph[mention].Head; token++)
            if (draft.TokenBuffer[token].IsModifier() && !Contains(draft, graph[other].First, graph[other].Head, draft.Form(token))) return false;
        return true;
    }

    // "the Russian president" is not "the Ukrainian president" nor "the vice president".
    private bool ModifiersFit(DocumentDraft draft, in MentionData mention, int first, int end)
    {
        for (int token = mention.First; token < mention.Head; token++)
        {
            if (!draft.TokenBuffer[token].IsModifier() || Contains(draft, first, end, draft.Form(token))) continue;
            int country = lexicon.Countries.ByDemonym(NameWords.KeyOfOne(draft.Form(token)));
            if (country == 0 || !NamesCountry(draft, first, end, country)) return false;
        }
        return true;
    }

    private bool NamesCountry(DocumentDraft draft, int first, int end, int country)
    {
        for (int token = first; token < end; token++)
        {
            ulong key = NameWords.KeyOfOne(draft.Form(token));
            if (lexicon.Countries.ByName(key) == country || lexicon.Countries.ByDemonym(key) == country) return true;
        }
        return false;
    }

    private static bool Contains(DocumentDraft draft, int first, int end, ReadOnlySpan<char> word)
    {
        for (int token = first; token < end; token++)
            if (draft.Is(token, word)) return true;
        return false;
    }
}
