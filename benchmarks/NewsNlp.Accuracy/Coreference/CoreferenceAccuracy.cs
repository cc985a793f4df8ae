using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Coreference;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy.Coreference;

/// <summary>Entities against GUM's coreference column and GAP. Mentions are compared by their head word.</summary>
internal static class CoreferenceAccuracy
{
    public static Scorer Scorer { get; } = new("coreference", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        EntityStep step = new(ModelSource.Embedded.Load(EntityStep.Model));
        EarlierSteps earlier = new();
        IReadOnlyList<CorpusDocument> dev = Treebanks.GumDev(data);
        CorpusDocument[] news = [.. dev.Concat(Treebanks.GumTrain(data)).Where(IsNews)];
        return Score("GUM dev, gold words", dev, step, earlier.Read)
            .Concat(Score("GUM dev, gold words, tags, trees, names", dev, step, GoldDraft))
            .Concat(Score("GUM news dev and train, gold words", news, step, earlier.Read))
            .Concat(Score("GUM news dev and train, gold words, tags, trees, names", news, step, GoldDraft))
            .Concat(ScoreGap("GAP validation", GapReader.Validation(data)))
            .Concat(ScoreGap("GAP development (trained on)", GapReader.Development(data)));
    }

    private static DocumentDraft GoldDraft(CorpusDocument document)
    {
        DocumentDraft draft = document.ToDraft(Layers.Tags | Layers.Syntax);
        draft.Names.AddRange(GumEntities.Names(document, GumEntities.Read(document)));
        return draft;
    }

    private static IEnumerable<AccuracyRow> ScoreGap(string set, IReadOnlyList<GapItem> items)
    {
        GapScore score = new();
        foreach (GapItem item in items)
        {
            NewsDocument document = NewsPipeline.English.Read(item.Text);
            Entity? entity = document.Entities.FirstOrDefault(e => e.Mentions.Any(m => m.Span.Start == item.Pronoun.Start && m.Form == MentionForm.Pronoun));
            bool IsAt(TextSpan name) => entity is not null && entity.Mentions.Any(m => m.Form == MentionForm.Name && m.Span.Overlaps(name));
            score.Add(item.IsFeminine, item.IsA, IsAt(item.A));
            score.Add(item.IsFeminine, item.IsB, IsAt(item.B));
        }
        yield return new AccuracyRow("coreference", set, "accuracy", score.Accuracy);
        yield return new AccuracyRow("coreference", set, "F1", score.F1);
        yield return new AccuracyRow("coreference", set, "feminine F1 / masculine F1", score.Bias);
    }

    private static bool IsNews(CorpusDocument document) => document.Id.StartsWith("GUM_news", StringComparison.Ordinal);

    private static IEnumerable<AccuracyRow> Score(
        string set, IEnumerable<CorpusDocument> documents, EntityStep step, Func<CorpusDocument, DocumentDraft> read)
    {
        ClusterScores all = new(), names = new(), people = new();
        foreach (CorpusDocument document in documents)
        {
            List<GumMention> mentions = GumEntities.Read(document);
            int[] byHead = GumEntities.ByHead(document, mentions);
            DocumentDraft draft = read(document);
            step.Run(draft);
            Dictionary<int, int> gold = [], found = FoundByHead(document, draft);
            for (int token = 0; token < byHead.Length; token++)
                if (byHead[token] >= 0) gold[token] = byHead[token];
            all.Add(Linked(gold), Linked(found));
            HashSet<int> heads = [.. GumEntities.Names(document, mentions).Select(name => HeadOf(document, name.FirstToken, name.EndToken))];
            names.Add(Only(gold, heads.Contains), Only(found, heads.Contains));
            bool IsNamedOrPronoun(int token) => heads.Contains(token) || CoreferenceLexicon.English.TryPronoun(draft.Form(token), out _);
            people.Add(Linked(Only(gold, IsNamedOrPronoun)), Linked(Only(found, IsNamedOrPronoun)));
        }
        yield return new AccuracyRow("coreference", set, "MUC", all.Muc);
        yield return new AccuracyRow("coreference", set, "B³", all.BCubed);
        yield return new AccuracyRow("coreference", set, "CEAF-e", all.CeafE);
        yield return new AccuracyRow("coreference", set, "names and pronouns MUC", people.Muc);
        yield return new AccuracyRow("coreference", set, "names B³", names.BCubed);
    }

    private static Dictionary<int, int> FoundByHead(CorpusDocument document, DocumentDraft draft)
    {
        Dictionary<int, int> found = [];
        foreach (Entity entity in draft.Entities)
            foreach (Mention mention in entity.Mentions)
                found[HeadOf(document, mention.FirstToken, mention.EndToken)] = entity.Id;
        return found;
    }

    // As the published tables count: entities of one mention are left out.
    private static Dictionary<int, int> Linked(Dictionary<int, int> map)
    {
        HashSet<int> several = [.. map.GroupBy(pair => pair.Value).Where(group => group.Count() > 1).Select(group => group.Key)];
        return map.Where(pair => several.Contains(pair.Value)).ToDictionary();
    }

    private static Dictionary<int, int> Only(Dictionary<int, int> map, Func<int, bool> isKept) => map.Where(pair => isKept(pair.Key)).ToDictionary();

    private static int HeadOf(CorpusDocument document, int first, int end)
    {
        for (int token = first; token < end; token++)
            if (document.Tokens[token].Head < first || document.Tokens[token].Head >= end) return token;
        return end - 1;
    }
}
