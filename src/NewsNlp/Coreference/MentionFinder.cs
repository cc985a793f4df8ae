using NewsNlp.Drafts;
using NewsNlp.Learning;

namespace NewsNlp.Coreference;

/// <summary>Finds the mentions of an article: its names, noun phrases and third-person pronouns.</summary>
internal sealed class MentionFinder(CoreferenceLexicon lexicon)
{
    private const int MaxPhrase = 24;

    public MentionGraph Find(DocumentDraft draft)
    {
        MentionGraph graph = new(draft);
        QuoteMarks.Find(draft, graph.Quoted);
        int name = 0;
        for (int s = 0; s < draft.Sentences.Count; s++)
        {
            if (s + 1 < draft.Sentences.Count) ExpectLemmas(draft, draft.Sentences[s + 1]);
            name = FindIn(graph, s, name);
        }
        graph.Seal();
        return graph;
    }

    // Lemmas lie all over the memory: those of the next sentence are fetched while this one is read.
    private static void ExpectLemmas(DocumentDraft draft, SentenceData sentence)
    {
        foreach (ref string? lemma in draft.Lemmas[sentence.FirstToken..sentence.EndToken]) MemoryLines.PrefetchObject(ref lemma);
    }

    private int FindIn(MentionGraph graph, int sentenceIndex, int name)
    {
        DocumentDraft draft = graph.Draft;
        SentenceData sentence = draft.Sentences[sentenceIndex];
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (name < draft.Names.Count && draft.Names[name].FirstToken == token)
            {
                AddName(graph, name, sentenceIndex);
                token = draft.Names[name++].EndToken - 1;
            }
            else if (IsPhraseHead(draft, sentence, token, name)) AddNominal(graph, token, sentence, sentenceIndex);
            else if (IsParticled(draft, token)) AddParticled(graph, draft.TokenBuffer[token].Head, token, sentence, sentenceIndex);
            else if (draft.TokenBuffer[token].Pos == PartOfSpeech.Pronoun) AddPronoun(graph, token, sentenceIndex);
        }
        return name;
    }

    private void AddName(MentionGraph graph, int index, int sentence)
    {
        NameData name = graph.Draft.Names[index];
        int head = HeadOf(graph.Draft, name);
        graph.Add(new MentionData
        {
            First = name.FirstToken,
            End = name.EndToken,
            Head = head,
            Sentence = sentence,
            Form = MentionForm.Name,
            Type = name.Type,
            Gender = name.Type == EntityType.Person ? Gender.Unknown : Gender.Neuter,
            Role = graph.Draft.RoleAt(head),
            Traits = TraitsAt(graph, head) | MentionTraits.Definite,
            Name = index,
        });
    }

    private void AddNominal(MentionGraph graph, int head, SentenceData sentence, int sentenceIndex)
    {
        DocumentDraft draft = graph.Draft;
        ReadOnlySpan<char> lemma = draft.LemmaOrForm(head);
        CoreferenceLexicon.Noun noun = lexicon.NounOf(lemma);
        if (noun.Type == EntityType.None && IsStray(draft, head))
        {
            int run = RunStart(draft, head, sentence.FirstToken);
            if (!FollowsDeterminer(draft, run, sentence.FirstToken))
            {
                AddStray(graph, run, head, head, sentenceIndex);
                return;
            }
        }
        int first = PhraseStart(draft, head, sentence.FirstToken);
        graph.Add(new MentionData
        {
            First = first,
            End = head + 1,
            Head = head,
            Sentence = sentenceIndex,
            Form = MentionForm.Nominal,
            Type = Ages.IsHead(draft, head) ? EntityType.Person : noun.Type,
            Gender = noun.Gender,
            Role = draft.RoleAt(head),
            Traits = TraitsAt(graph, head) | Determiner(draft, first, head),
            HeadKey = NameWords.WordKey(lemma),
            Name = -1,
        });
    }

    private void AddParticled(MentionGraph graph, int particle, int last, SentenceData sentence, int sentenceIndex) =>
        AddStray(graph, RunStart(graph.Draft, particle, sentence.FirstToken), particle, last, sentenceIndex);

    /// <param name="first">Where the run of proper nouns begins.</param>
    /// <param name="last">The family name: the head, or behind it where the tree hangs the name on its particle.</param>
    private void AddStray(MentionGraph graph, int first, int head, int last, int sentenceIndex)
    {
        DocumentDraft draft = graph.Draft;
        Gender gender = Gender.Unknown;
        while (first < head && lexicon.TryTitle(draft.Form(first), out CoreferenceLexicon.Title title))
        {
            if (title.Gender != Gender.Unknown) gender = title.Gender;
            first++;
        }
        graph.Add(new MentionData
        {
            First = first,
            End = last + 1,
            Head = head,
            Sentence = sentenceIndex,
            Form = MentionForm.Nominal,
            Gender = gender,
            Role = draft.RoleAt(head),
            Traits = TraitsAt(graph, head) | MentionTraits.Definite | MentionTraits.Stray,
            HeadKey = NameWords.WordKey(draft.Form(last)),
            Name = -1,
        });
    }

    // "de Boer", "van der Berg" where the particle begins small: the names layer mostly leaves these out.
    private bool IsParticled(DocumentDraft draft, int token)
    {
        int particle = draft.TokenBuffer[token].Head;
        return particle >= 0 && particle < token && draft.TokenBuffer[token].IsFlat() && IsStray(draft, token) && draft.TokenBuffer[particle].IsProperNoun()
            && char.IsLower(draft.Form(particle)[0]) && (token + 1 >= draft.TokenCount || !draft.TokenBuffer[token + 1].IsProperNoun());
    }

    private static int RunStart(DocumentDraft draft, int head, int firstToken)
    {
        int first = head;
        while (first > firstToken && draft.TokenBuffer[first - 1].IsProperNoun()) first--;
        return first;
    }

    // "the Treasury": hardly ever a person.
    private static bool FollowsDeterminer(DocumentDraft draft, int token, int firstToken) =>
        token > firstToken && draft.TokenBuffer[token - 1].Pos == PartOfSpeech.Determiner;

    // Written as names of people are: "Okoro", neither "BBC" nor "Friday", nor a part of "Covid-19".
    private bool IsStray(DocumentDraft draft, int token)
    {
        ReadOnlySpan<char> form = draft.Form(token);
        return draft.TokenBuffer[token].IsProperNoun() && form.Length > 1 && char.IsUpper(form[0]) && form.ContainsAnyInRange('a', 'z')
            && !lexicon.Calendar.Contains(form) && !draft.IsBesideHyphen(token);
    }

    private void AddPronoun(MentionGraph graph, int token, int sentence)
    {
        DocumentDraft draft = graph.Draft;
        if (!lexicon.TryPronoun(draft.Form(token), out CoreferenceLexicon.Pronoun pronoun) || draft.TokenBuffer[token].IsExpletive()) return;
        bool isPlural = pronoun.Kind == PronounKind.They;
        graph.Add(new MentionData
        {
            First = token,
            End = token + 1,
            Head = token,
            Sentence = sentence,
            Form = MentionForm.Pronoun,
            Type = pronoun.Kind is PronounKind.He or PronounKind.She ? EntityType.Person : EntityType.None,
            Gender = GenderOf(pronoun.Kind),
            Pronoun = pronoun.Kind,
            Role = draft.TokenBuffer[token].IsPossessivePronoun() ? GrammaticalRole.Possessive : draft.RoleAt(token),
            Traits = TraitsAt(graph, token) | (pronoun.IsReflexive ? MentionTraits.Reflexive : MentionTraits.None)
                | (isPlural ? MentionTraits.Plural : MentionTraits.Singular),
            Name = -1,
        });
    }

    private MentionTraits TraitsAt(MentionGraph graph, int head)
    {
        DocumentDraft draft = graph.Draft;
        ref readonly TokenData token = ref draft.TokenBuffer[head];
        MentionTraits traits = token.IsPlural() ? MentionTraits.Plural : MentionTraits.Singular;
        if (graph.Quoted[head]) traits |= MentionTraits.Quoted;
        if (graph.Clauses.HasCopula(head)) traits |= MentionTraits.Predicate;
        if (token.IsConjunct() || graph.Clauses.HasConjunct(head)) traits |= MentionTraits.Coordinated;
        int governor = draft.GovernorOf(head);
        if (governor >= 0 && draft.RoleAt(head) == GrammaticalRole.Subject && lexicon.Speech.Contains(draft.LemmaOrForm(governor)))
            traits |= MentionTraits.Speaks;
        return traits;
    }

    private static bool IsPhraseHead(DocumentDraft draft, SentenceData sentence, int token, int nextName)
    {
        ref readonly TokenData data = ref draft.TokenBuffer[token];
        if ((!data.IsNoun() || data.IsInnerPart()) && !Ages.IsHead(draft, token)) return false;
        if (token + 1 >= sentence.EndToken) return true;
        // A noun right before another one, or before a name, belongs to it: "defence minister", "President Okoro".
        if (nextName < draft.Names.Count && draft.Names[nextName].FirstToken == token + 1) return false;
        return !draft.TokenBuffer[token + 1].IsNoun();
    }

    private static int HeadOf(DocumentDraft draft, in NameData name)
    {
        for (int token = name.FirstToken; token < name.EndToken; token++)
        {
            int head = draft.TokenBuffer[token].Head;
            if (draft.TokenBuffer[token].Relation != 0 && (head < name.FirstToken || head >= name.EndToken) && draft.TokenBuffer[token].IsNoun())
                return token;
        }
        return name.EndToken - 1;
    }

    /// <summary>Where the noun phrase that ends in <paramref name="head"/> begins.</summary>
    private static int PhraseStart(DocumentDraft draft, int head, int firstToken)
    {
        int first = head, limit = Math.Max(firstToken, head - MaxPhrase);
        while (first > limit && (draft.TokenBuffer[first - 1].IsInPhrase() || draft.IsHyphenated(first, limit)))
        {
            first--;
            if (draft.TokenBuffer[first].Pos == PartOfSpeech.Determiner || draft.TokenBuffer[first].IsPossessivePronoun()) break;
        }
        while (first < head && draft.TokenBuffer[first].Pos is PartOfSpeech.Punctuation or PartOfSpeech.Particle) first++;
        return first;
    }

    private static MentionTraits Determiner(DocumentDraft draft, int first, int head)
    {
        if (draft.TokenBuffer[first].IsPossessivePronoun()) return MentionTraits.Definite | MentionTraits.Possessed;
        for (int token = first; token < head; token++)
            if (draft.TokenBuffer[token].IsPossessiveMark()) return MentionTraits.Definite | MentionTraits.Possessed;
        if (draft.Is(first, "the") || draft.Is(first, "this") || draft.Is(first, "that") || draft.Is(first, "these") || draft.Is(first, "those"))
            return MentionTraits.Definite;
        return draft.Is(first, "a") || draft.Is(first, "an") ? MentionTraits.Indefinite : MentionTraits.None;
    }

    private static Gender GenderOf(PronounKind kind) => kind switch
    {
        PronounKind.He => Gender.Male,
        PronounKind.She => Gender.Female,
        PronounKind.It => Gender.Neuter,
        _ => Gender.Plural,
    };
}
