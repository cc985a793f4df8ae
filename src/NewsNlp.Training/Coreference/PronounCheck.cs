using NewsNlp.Coreference;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;

namespace NewsNlp.Training.Coreference;

/// <summary>
/// Cross-validation of the ranker: GAP development and GUM train in five parts, each decided by what was learned from the other four. GAP is
/// counted as in the accuracy table: two yes-or-no decisions a passage.
/// </summary>
internal sealed class PronounCheck(PronounCorpus corpus, EntityStep names)
{
    private const int Folds = 5;

    private static readonly PronounKind[] Kinds = [PronounKind.He, PronounKind.She, PronounKind.It, PronounKind.They];

    private readonly int[] _pronouns = new int[5], _right = new int[5], _linkable = new int[5], _linked = new int[5];
    private readonly double[] _loss = new double[5];
    private int _decisions, _rightDecisions, _names, _found;

    public void Run(int seed, int errors)
    {
        for (int fold = 0; fold < Folds; fold++)
        {
            PronounRanker ranker = PronounTrainer.Train(corpus.Examples(Folds, fold), seed, new PronounTraining());
            for (int i = fold; i < corpus.Passages.Count; i += Folds)
                if (!ReadPassage(corpus.Passages[i].Item, corpus.Passages[i].Draft, new PronounResolver(ranker)) && errors-- > 0) Print(corpus.Passages[i].Item);
            for (int i = fold; i < corpus.Documents.Count; i += Folds)
                foreach (PronounExample example in corpus.Documents[i].Pronouns) ReadPronoun(example, ranker);
        }
        Console.WriteLine($"seed {seed}: {100.0 * _rightDecisions / _decisions:F2}% of GAP's decisions right; {100.0 * _found / _names:F1}% of the right names found as names");
        foreach (int kind in Kinds.Select(kind => (int)kind))
            Console.WriteLine($"  GUM {(PronounKind)kind}: {100.0 * _right[kind] / _pronouns[kind]:F1}% of {_pronouns[kind]} right, {100.0 * _linked[kind] / _linkable[kind]:F1}% of the {_linkable[kind]} with an antecedent, loss {_loss[kind] / _pronouns[kind]:F3}");
    }

    // How unlikely the ranker finds the right choices: steadier than counting decisions, where two sets of features are to be compared.
    private static double Loss(PronounExample example, PronounRanker ranker)
    {
        double[] scores = [.. example.Choices.Select(choice => ranker.Score(choice) / (double)PronounRanker.One)];
        double highest = scores.Max(), all = scores.Sum(score => Math.Exp(score - highest));
        double right = scores.Where((_, choice) => example.Right[choice]).Sum(score => Math.Exp(score - highest));
        return Math.Log(all / Math.Max(right, 1e-9));
    }

    // True where both decisions are right.
    private bool ReadPassage(GapItem item, DocumentDraft draft, PronounResolver resolver)
    {
        MentionGraph graph = names.JoinNames(draft);
        resolver.Run(graph);
        int pronoun = MentionAt(graph, item.Pronoun.Start);
        bool isA = IsJoined(graph, pronoun, item.A), isB = IsJoined(graph, pronoun, item.B);
        _decisions += 2;
        _rightDecisions += (isA == item.IsA ? 1 : 0) + (isB == item.IsB ? 1 : 0);
        if (item.IsA || item.IsB)
        {
            _names++;
            if (NamesAt(graph, item.IsA ? item.A : item.B).Any()) _found++;
        }
        return isA == item.IsA && isB == item.IsB;
    }

    private static int MentionAt(MentionGraph graph, int start)
    {
        for (int mention = 0; mention < graph.Count; mention++)
            if (graph[mention].Form == MentionForm.Pronoun && graph.Draft.TokenBuffer[graph[mention].Head].Start == start) return mention;
        return -1;
    }

    private static bool IsJoined(MentionGraph graph, int pronoun, TextSpan name) =>
        pronoun >= 0 && NamesAt(graph, name).Any(mention => graph.ClusterOf(mention) == graph.ClusterOf(pronoun));

    private static IEnumerable<int> NamesAt(MentionGraph graph, TextSpan span) => Enumerable.Range(0, graph.Count).Where(
        mention => graph[mention].IsNamed && graph.Draft.SpanOf(graph[mention].First, graph[mention].End).Overlaps(span));

    private void ReadPronoun(PronounExample example, PronounRanker ranker)
    {
        int kind = (int)example.Kind, best = 0;
        _loss[kind] += Loss(example, ranker);
        long[] scores = [.. example.Choices.Select((choice, i) => ranker.Score(choice) - example.Handicaps[i])];
        for (int i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        _pronouns[kind]++;
        if (example.Right[best]) _right[kind]++;
        if (!example.Right[0]) _linkable[kind]++;
        if (!example.Right[0] && example.Right[best]) _linked[kind]++;
    }

    private static void Print(GapItem item)
    {
        string text = item.Text;
        (int At, string Mark)[] marks =
        [
            (item.Pronoun.Start, "<<"), (item.Pronoun.End, ">>"), (item.A.Start, item.IsA ? "[A* " : "[A "), (item.A.End, "]"),
            (item.B.Start, item.IsB ? "[B* " : "[B "), (item.B.End, "]"),
        ];
        foreach ((int at, string mark) in marks.OrderByDescending(mark => mark.At)) text = text.Insert(at, mark);
        Console.WriteLine(text);
    }
}
