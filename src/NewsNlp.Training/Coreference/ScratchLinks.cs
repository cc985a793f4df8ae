using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

internal static class ScratchLinks
{
    public static void Run(string data, EntityStep step)
    {
        EarlierSteps earlier = new();
        int missed = 0, all = 0, both = 0;
        double p = 0, r = 0;
        foreach (CorpusDocument document in Treebanks.GumDev(data).Concat(Treebanks.GumTrain(data)).Where(d => d.Id.StartsWith("GUM_news", StringComparison.Ordinal)))
        {
            List<GumMention> mentions = GumEntities.Read(document);
            int[] byHead = GumEntities.ByHead(document, mentions);
            DocumentDraft draft = earlier.Read(document);
            step.Run(draft);
            Dictionary<int, int> found = [];
            int HeadOf(int first, int end) { for (int t = first; t < end; t++) if (document.Tokens[t].Head < first || document.Tokens[t].Head >= end) return t; return end - 1; }
            foreach (Entity entity in draft.Entities) foreach (Mention m in entity.Mentions) found[HeadOf(m.FirstToken, m.EndToken)] = entity.Id;
            var names = GumEntities.Names(document, mentions);
            List<int> heads = [];
            foreach (NameData n in names)
            {
                int h = HeadOf(n.FirstToken, n.EndToken);
                all++;
                if (!found.ContainsKey(h)) { missed++; Console.WriteLine($"MISS {document.Id} {draft.SpanOf(n.FirstToken, n.EndToken).In(document.Text)} {n.Type}"); }
                else if (byHead[h] >= 0) heads.Add(h);
            }
            both += heads.Count;
            foreach (int h in heads)
            {
                int gold = heads.Count(o => byHead[o] == byHead[h]), mine = heads.Count(o => found[o] == found[h]), shared = heads.Count(o => found[o] == found[h] && byHead[o] == byHead[h]);
                p += (double)shared / mine; r += (double)shared / gold;
            }
            string Text(int h) { var n = names.First(x => HeadOf(x.FirstToken, x.EndToken) == h); return draft.SpanOf(n.FirstToken, n.EndToken).In(document.Text); }
            string Own(int h) { foreach (NameData n in draft.Names) if (n.FirstToken <= h && h < n.EndToken) return draft.SpanOf(n.FirstToken, n.EndToken).In(document.Text) + "/" + n.Type; return "(no name)"; }
            foreach (var g in heads.GroupBy(h => byHead[h]).Where(g => g.Select(h => found[h]).Distinct().Count() > 1))
                Console.WriteLine($"SPLIT {document.Id} " + string.Join(" || ", g.GroupBy(h => found[h]).Select(x => string.Join(" | ", x.Select(h => Text(h) + " = " + Own(h)).Distinct()))));
            foreach (var g in heads.GroupBy(h => found[h]).Where(g => g.Select(h => byHead[h]).Distinct().Count() > 1))
                Console.WriteLine($"MERGED {document.Id} " + string.Join(" || ", g.GroupBy(h => byHead[h]).Select(x => string.Join(" | ", x.Select(h => Text(h) + " = " + Own(h)).Distinct()))));
        }
        Console.WriteLine($"names {all}, missed {missed} ({100.0 * missed / all:F1}%), of the rest B3 P {100 * p / both:F1} R {100 * r / both:F1}");
    }
}
