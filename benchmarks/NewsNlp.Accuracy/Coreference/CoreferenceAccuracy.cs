using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Accuracy.Coreference;

/// <summary>Entities against GUM's coreference column and GAP. Mentions are compared by their head word; GUM's tokens, tags, trees and names are given.</summary>
internal static class CoreferenceAccuracy
{
    public static Scorer Scorer { get; } = new("coreference", Run);

    private static IEnumerable<AccuracyRow> Run(string data)
    {
        EntityStep step = new(ModelSource.Embedded.Load(EntityStep.Model));
        IReadOnlyList<CorpusDocument> dev = Treebanks.GumDev(data), train = Treebanks.GumTrain(data);
        foreach (AccuracyRow row in Score("GUM dev", dev, step)) yield return row;
        foreach (AccuracyRow row in Score("GUM dev news", dev.Where(IsNews), step)) yield return row;
        foreach (AccuracyRow row in Score("GUM train news (names: no training)", train.Where(IsNews), step)) yield return row;
    }

    private static bool IsNews(CorpusDocument document) => document.Id.StartsWith("GUM_news", StringComparison.Ordinal);

    private static IEnumerable<AccuracyRow> Score(string set, IEnumerable<CorpusDocument> documents, EntityStep step)
    {
        ClusterScores all = new(), names = new(), people = new();
        foreach (CorpusDocument document in documents)
        {
            List<GumMention> mentions = GumEntities.Read(document);
            int[] byHead = GumEntities.ByHead(document, mentions);
            DocumentDraft draft = document.ToDraft(Layers.Tags | Layers.Syntax);
            draft.Names.AddRange(GumEntities.Names(document, mentions));
            step.Run(draft);
            Dictionary<int, int> gold = [], found = FoundByHead(draft);
            for (int token = 0; token < byHead.Length; token++)
                if (byHead[token] >= 0) gold[token] = byHead[token];
            all.Add(Linked(gold), Linked(found));
            HashSet<int> heads = [.. draft.Names.Select(name => HeadOf(draft, name.FirstToken, name.EndToken))];
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

    private static Dictionary<int, int> FoundByHead(DocumentDraft draft)
    {
        Dictionary<int, int> found = [];
        foreach (Entity entity in draft.Entities)
            foreach (Mention mention in entity.Mentions)
                found[HeadOf(draft, mention.FirstToken, mention.EndToken)] = entity.Id;
        return found;
    }

    // As the published tables count: entities of one mention are left out.
    private static Dictionary<int, int> Linked(Dictionary<int, int> map)
    {
        HashSet<int> several = [.. map.GroupBy(pair => pair.Value).Where(group => group.Count() > 1).Select(group => group.Key)];
        return map.Where(pair => several.Contains(pair.Value)).ToDictionary();
    }

    private static Dictionary<int, int> Only(Dictionary<int, int> map, Func<int, bool> isKept) => map.Where(pair => isKept(pair.Key)).ToDictionary();

    private static int HeadOf(DocumentDraft draft, int first, int end)
    {
        for (int token = first; token < end; token++)
            if (draft.TokenBuffer[token].Head < first || draft.TokenBuffer[token].Head >= end) return token;
        return end - 1;
    }
}
