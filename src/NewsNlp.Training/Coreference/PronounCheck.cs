using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>Cross-validation of the pronoun ranker: GAP development and GUM train in five parts, each decided by weights learned on the other four.</summary>
internal sealed class PronounCheck(PronounCorpus corpus, EntityStep names, PronounTraining training)
{
    private const int Folds = 5;

    private readonly int[] _gumRight = new int[5], _gumAll = new int[5], _gumLinked = new int[5], _gumLinkable = new int[5], _gumFound = new int[5], _gumNone = new int[5];
    private int _right, _decisions, _truePositive, _falsePositive, _falseNegative, _reachable, _positive;

    public void Run(int seed, int errors)
    {
        for (int fold = 0; fold < Folds; fold++)
        {
            PronounRanker ranker = PronounTrainer.Train(corpus.Examples(Folds, fold), seed, training);
            for (int i = fold; i < corpus.Passages.Count; i += Folds) ScoreGap(corpus.Passages[i], ranker, errors);
            for (int i = fold; i < corpus.Documents.Count; i += Folds)
                foreach (PronounExample example in corpus.Documents[i]) ScoreGum(example, ranker);
        }
        Report(seed);
    }

    private void Report(int seed)
    {
        Console.WriteLine($"seed {seed}: GAP development accuracy {100.0 * _right / _decisions:F2}, F1 {200.0 * _truePositive / (2 * _truePositive + _falsePositive + _falseNegative):F2},"
            + $" P {100.0 * _truePositive / (_truePositive + _falsePositive):F1} R {100.0 * _truePositive / (_truePositive + _falseNegative):F1},"
            + $" right name found as one {100.0 * _reachable / _positive:F1}%");
        Console.WriteLine("  GAP " + string.Join(", ", Kinds.Select(k => $"{k.Key} {k.Value}")));
        for (int kind = 1; kind < 5; kind++)
            Console.WriteLine($"  GUM {(PronounKind)kind}: right {100.0 * _gumRight[kind] / _gumAll[kind]:F1}% of {_gumAll[kind]};"
                + $" antecedent among candidates {_gumLinkable[kind]}, then right {100.0 * _gumFound[kind] / _gumLinkable[kind]:F1}%; none found {_gumNone[kind]}");
    }

    private void ScoreGap((GapItem Item, DocumentDraft Draft) item, PronounRanker ranker, int errors)
    {
        MentionGraph graph = names.JoinNames(item.Draft);
        PronounResolver resolver = new(ranker);
        resolver.Run(graph);
        int pronoun = -1;
        for (int m = 0; m < graph.Count; m++)
            if (graph[m].Form == MentionForm.Pronoun && item.Draft.TokenBuffer[graph[m].Head].Start == item.Item.Pronoun.Start) pronoun = m;
        bool IsAt(TextSpan span)
        {
            if (pronoun < 0) return false;
            for (int m = 0; m < graph.Count; m++)
                if (graph[m].Name >= 0 && graph.ClusterOf(m) == graph.ClusterOf(pronoun) && item.Draft.SpanOf(graph[m].First, graph[m].End).Overlaps(span)) return true;
            return false;
        }
        bool Reachable(TextSpan span)
        {
            for (int m = 0; m < graph.Count; m++)
                if (graph[m].Name >= 0 && item.Draft.SpanOf(graph[m].First, graph[m].End).Overlaps(span)) return true;
            return false;
        }
        bool a = IsAt(item.Item.A), b = IsAt(item.Item.B);
        Count(item.Item.IsA, a);
        Count(item.Item.IsB, b);
        if (item.Item.IsA || item.Item.IsB)
        {
            _positive++;
            if (Reachable(item.Item.IsA ? item.Item.A : item.Item.B)) _reachable++;
        }
        if (item.Item.IsA || item.Item.IsB)
        {
            TextSpan goldSpan = item.Item.IsA ? item.Item.A : item.Item.B, otherSpan = item.Item.IsA ? item.Item.B : item.Item.A;
            string kind = pronoun < 0 ? "no pronoun" : !Reachable(goldSpan) ? "gold not a name" : !InCandidates(item, goldSpan) ? "gold no candidate" : IsAt(goldSpan) && IsAt(otherSpan) ? "both" : IsAt(goldSpan) ? "right" : IsAt(otherSpan) ? "other name" : FoundNone(graph, pronoun) ? "none found" : "third";
            if (kind is not "right" ) kind += (goldSpan.Start > item.Item.Pronoun.Start ? " (cataphora)" : "");
            Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
        }
        else
        {
            string kind = IsAt(item.Item.A) || IsAt(item.Item.B) ? "neither: wrong" : "neither: right";
            Kinds[kind] = Kinds.GetValueOrDefault(kind) + 1;
        }
        if ((a != item.Item.IsA || b != item.Item.IsB) && errors > 0 && _decisions % 7 == 0) Explain(graph, item, pronoun, ranker, a, b);
    }

    private readonly SortedDictionary<string, int> Kinds = [];

    private static bool FoundNone(MentionGraph graph, int pronoun)
    {
        for (int m = 0; m < graph.Count; m++)
            if (m != pronoun && graph[m].Form != MentionForm.Pronoun && graph.ClusterOf(m) == graph.ClusterOf(pronoun)) return false;
        return true;
    }

    private bool InCandidates((GapItem Item, DocumentDraft Draft) item, TextSpan gold)
    {
        MentionGraph graph = names.JoinNames(item.Draft);
        CandidateFinder finder = new(graph);
        Candidate[] candidates = new Candidate[CandidateFinder.MaxCandidates];
        for (int m = 0; m < graph.Count; m++)
        {
            if (graph[m].Form != MentionForm.Pronoun || item.Draft.TokenBuffer[graph[m].Head].Start != item.Item.Pronoun.Start) continue;
            int count = finder.Find(m, candidates);
            for (int i = 0; i < count; i++)
                for (int n = 0; n < graph.Count; n++)
                    if (graph[n].Name >= 0 && graph.ClusterOf(n) == graph.ClusterOf(candidates[i].Mention) && item.Draft.SpanOf(graph[n].First, graph[n].End).Overlaps(gold)) return true;
        }
        return false;
    }

    private void Count(bool gold, bool found)
    {
        _decisions++;
        if (gold == found) _right++;
        if (gold && found) _truePositive++;
        if (!gold && found) _falsePositive++;
        if (gold && !found) _falseNegative++;
    }

    private void ScoreGum(PronounExample example, PronounRanker ranker)
    {
        int kind = (int)example.Kind;
        int best = 0;
        long bestScore = ranker.Score(example.Choices[0]);
        for (int i = 1; i < example.Choices.Length; i++)
        {
            long score = ranker.Score(example.Choices[i]);
            if (score <= bestScore) continue;
            best = i;
            bestScore = score;
        }
        _gumAll[kind]++;
        if (best == 0) _gumNone[kind]++;
        if (example.Right[best]) _gumRight[kind]++;
        if (example.Right.Skip(1).Contains(true)) _gumLinkable[kind]++;
        if (best > 0 && example.Right[best]) _gumFound[kind]++;
    }

    private static void Explain(MentionGraph graph, (GapItem Item, DocumentDraft Draft) item, int pronoun, PronounRanker ranker, bool a, bool b)
    {
        string text = item.Item.Text;
        var marks = new List<(int At, string Mark)> { (item.Item.Pronoun.Start, "<<"), (item.Item.Pronoun.End, ">>"),
            (item.Item.A.Start, "[A" + (item.Item.IsA ? "*" : "") + (a ? "!" : "") + " "), (item.Item.A.End, "]"),
            (item.Item.B.Start, "[B" + (item.Item.IsB ? "*" : "") + (b ? "!" : "") + " "), (item.Item.B.End, "]") };
        foreach (var (at, mark) in marks.OrderByDescending(m => m.At)) text = text.Insert(at, mark);
        Console.WriteLine("### " + text);
        if (pronoun < 0) { Console.WriteLine("   no pronoun"); return; }
        int m = graph.ClusterOf(pronoun);
        System.Text.StringBuilder found = new();
        for (int i = 0; i < graph.Count; i++)
            if (graph.ClusterOf(i) == m) found.Append(graph[i].Form == MentionForm.Pronoun ? "" : item.Draft.SpanOf(graph[i].First, graph[i].End).In(item.Item.Text) + " | ");
        Console.WriteLine($"   -> {found}");
        Console.WriteLine("   names: " + string.Join("; ", item.Draft.Names.Select(n => item.Draft.SpanOf(n.FirstToken, n.EndToken).In(item.Item.Text) + "/" + n.Type)));
    }
}
