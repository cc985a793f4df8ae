using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Teaches a <see cref="SpanRanker{TFeatures}"/>: softmax over all pairs of a first and a last word and "none".</summary>
internal sealed class SpanLearner<TFeatures>(StatementOptions options, int member) where TFeatures : struct, ISpanFeatures
{
    private const double Negligible = 1e-4;

    // More than the ranker shows to the layer: with the weights only half learned the best pairs are often others.
    private const int Finalists = 3 * SpanScratch.Finalists;

    // So many first words, and last words, may come into question after the first epoch.
    private const int LikelyEdges = 24;
    private const ulong FirstUnits = 11, FirstDropout = 5;

    private readonly HashedTrainer _weights = new(TFeatures.Bits, options.Step);
    private readonly LayerTrainer _layer = new(options.Step, FirstUnits + (ulong)member, RectifiedLayer.Units / options.SpanMembers);
    private readonly FeatureGroups _starts = Groups(options, member), _ends = Groups(options, member), _pairs = Groups(options, member);
    private readonly FeatureGroups _none = Groups(options, member), _together = Groups(options, member);
    private readonly List<int> _finalists = [];
    private readonly float[] _units = new float[(Finalists + 1) * RectifiedLayer.Units];
    private readonly List<(int Start, int End)> _places = [];
    private double[] _scores = [];

    /// <summary>Learns from one cue; false where its gold range cannot be reached.</summary>
    /// <param name="thorough">False where pairs of words that are unlikely by themselves may be left out, which saves time.</param>
    public bool Learn(SpanContext context, SpanWindow window, WordRange gold, float weight, bool thorough)
    {
        CollectEdges(context, window);
        double[] startSums = Sums(_starts), endSums = Sums(_ends);
        int most = thorough ? int.MaxValue : LikelyEdges;
        int goldPair = CollectPairs(context, window, Likely(startSums, window.Starts, gold.First, most), Likely(endSums, window.Ends, gold.Last, most), gold);
        if (goldPair < 0) return false;
        int none = _places.Count;
        if (_scores.Length <= none) _scores = new double[none * 2 + 1];
        _scores[none] = _weights.Score(_none[0]);
        for (int p = 0; p < none; p++) _scores[p] = startSums[_places[p].Start] + endSums[_places[p].End] + _weights.Score(_pairs[p]);
        AddLayer(context, window, goldPair);
        double top = _scores.Take(none + 1).Max(), total = 0;
        for (int p = 0; p <= none; p++) total += _scores[p] = Math.Exp(_scores[p] - top);
        Move(goldPair, total, weight);
        return true;
    }

    /// <summary>What is written is the mean of the states at the times of these calls.</summary>
    public void Remember()
    {
        _weights.Remember();
        _layer.Remember();
    }

    /// <summary>Writes the mean of what several learners say.</summary>
    public static void Write(ModelFile file, IReadOnlyList<SpanLearner<TFeatures>> members)
    {
        HashedTrainer.Write(file, TFeatures.Section, [.. members.Select(member => member._weights)]);
        LayerTrainer.Write(file, TFeatures.Section + ".layer", [.. members.Select(member => member._layer)]);
    }

    private static FeatureGroups Groups(StatementOptions options, int member) => new(options.SpanDropout, FirstDropout + (ulong)member);

    private void AddLayer(SpanContext context, SpanWindow window, int gold)
    {
        ListFinalists(gold);
        _together.Clear();
        FeatureGroups sink = _together;
        for (int f = 0; f < _finalists.Count; f++)
        {
            (int start, int end) = _places[_finalists[f]];
            TFeatures.Together(context, window.Starts[start], window.Ends[end], ref sink);
            _together.EndGroup();
            _scores[_finalists[f]] += _layer.Score(_together[f], UnitsOf(f));
        }
    }

    // The pairs that the weights like best, and the right one.
    private void ListFinalists(int gold)
    {
        _finalists.Clear();
        for (int p = 0; p < _places.Count; p++)
        {
            int at = _finalists.Count;
            while (at > 0 && _scores[_finalists[at - 1]] < _scores[p]) at--;
            if (at == Finalists) continue;
            if (_finalists.Count == Finalists) _finalists.RemoveAt(Finalists - 1);
            _finalists.Insert(at, p);
        }
        if (gold < _places.Count && !_finalists.Contains(gold)) _finalists.Add(gold);
    }

    private int UnitCount => RectifiedLayer.Units / options.SpanMembers;

    private Span<float> UnitsOf(int finalist) => _units.AsSpan(finalist * UnitCount, UnitCount);

    private void Move(int gold, double total, float weight)
    {
        double[] starts = new double[_starts.Count], ends = new double[_ends.Count];
        int none = _places.Count;
        for (int p = 0; p <= none; p++)
        {
            double gradient = (p == gold ? 1 : 0) - _scores[p] / total;
            if (Math.Abs(gradient) < Negligible) continue;
            if (p == none)
            {
                _weights.Move(_none[0], (float)gradient * weight);
                continue;
            }
            _weights.Move(_pairs[p], (float)gradient * weight);
            starts[_places[p].Start] += gradient;
            ends[_places[p].End] += gradient;
        }
        MoveLayer(gold, total, weight);
        for (int i = 0; i < starts.Length; i++)
            if (Math.Abs(starts[i]) > Negligible) _weights.Move(_starts[i], (float)starts[i] * weight);
        for (int i = 0; i < ends.Length; i++)
            if (Math.Abs(ends[i]) > Negligible) _weights.Move(_ends[i], (float)ends[i] * weight);
    }

    private void MoveLayer(int gold, double total, float weight)
    {
        for (int f = 0; f < _finalists.Count; f++)
        {
            double gradient = (_finalists[f] == gold ? 1 : 0) - _scores[_finalists[f]] / total;
            if (Math.Abs(gradient) >= Negligible) _layer.Move(_together[f], UnitsOf(f), (float)gradient * weight);
        }
    }

    private void CollectEdges(SpanContext context, SpanWindow window)
    {
        Clear();
        FeatureGroups none = _none;
        TFeatures.None(context, ref none);
        _none.EndGroup();
        Fill(window.Starts, _starts, (int word, ref FeatureGroups sink) => TFeatures.First(context, word, ref sink));
        Fill(window.Ends, _ends, (int word, ref FeatureGroups sink) => TFeatures.Last(context, word, ref sink));
    }

    // The places of the words with the highest sums, and of the right one, in text order.
    private static int[] Likely(double[] sums, List<int> words, int gold, int most)
    {
        int[] places = [.. Enumerable.Range(0, sums.Length)];
        if (sums.Length <= most) return places;
        return [.. places.OrderByDescending(place => sums[place]).Take(most).Union(places.Where(place => words[place] == gold)).Order()];
    }

    // Returns the right pair, "none" counting as the one behind the last; -1 where it is not among them.
    private int CollectPairs(SpanContext context, SpanWindow window, int[] starts, int[] ends, WordRange gold)
    {
        int right = -1;
        FeatureGroups pairs = _pairs;
        foreach (int i in starts)
        {
            foreach (int j in ends)
            {
                WordRange pair = new(window.Starts[i], window.Ends[j]);
                if (!TFeatures.MayPair(context, pair.First, pair.Last)) continue;
                if (pair == gold) right = _places.Count;
                TFeatures.Pair(context, pair.First, pair.Last, ref pairs);
                pairs.EndGroup();
                _places.Add((i, j));
            }
        }
        return gold.IsNone ? _places.Count : right;
    }

    private void Clear()
    {
        _starts.Clear();
        _ends.Clear();
        _pairs.Clear();
        _none.Clear();
        _places.Clear();
    }

    private static void Fill(List<int> words, FeatureGroups groups, Extractor extract)
    {
        foreach (int word in words)
        {
            extract(word, ref groups);
            groups.EndGroup();
        }
    }

    private double[] Sums(FeatureGroups groups)
    {
        double[] sums = new double[groups.Count];
        for (int i = 0; i < sums.Length; i++) sums[i] = _weights.Score(groups[i]);
        return sums;
    }

    private delegate void Extractor(int word, ref FeatureGroups sink);
}
