using NewsNlp.Learning;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Teaches a <see cref="SpanRanker{TFeatures}"/>: softmax over all pairs of a first and a last word and "none".</summary>
internal sealed class SpanLearner<TFeatures>(HashedTrainer weights, float dropout) where TFeatures : struct, ISpanFeatures
{
    private const double Negligible = 1e-4;

    private readonly FeatureGroups _starts = new(dropout), _ends = new(dropout), _pairs = new(dropout), _none = new(dropout);
    private readonly List<(int Start, int End)> _places = [];
    private double[] _scores = [];

    /// <summary>Learns from one cue; false where its gold range cannot be reached.</summary>
    public bool Learn(SpanContext context, SpanWindow window, WordRange gold, float weight)
    {
        if (!Collect(context, window, gold, out int goldPair)) return false;
        int none = _places.Count;
        if (_scores.Length <= none) _scores = new double[none * 2 + 1];
        double[] startSums = Sums(_starts), endSums = Sums(_ends);
        double top = _scores[none] = weights.Score(_none[0]);
        for (int p = 0; p < none; p++)
        {
            _scores[p] = startSums[_places[p].Start] + endSums[_places[p].End] + weights.Score(_pairs[p]);
            top = Math.Max(top, _scores[p]);
        }
        double total = 0;
        for (int p = 0; p <= none; p++) total += _scores[p] = Math.Exp(_scores[p] - top);
        Move(goldPair, total, weight);
        return true;
    }

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
                weights.Move(_none[0], (float)gradient * weight);
                continue;
            }
            weights.Move(_pairs[p], (float)gradient * weight);
            starts[_places[p].Start] += gradient;
            ends[_places[p].End] += gradient;
        }
        for (int i = 0; i < starts.Length; i++)
            if (Math.Abs(starts[i]) > Negligible) weights.Move(_starts[i], (float)starts[i] * weight);
        for (int i = 0; i < ends.Length; i++)
            if (Math.Abs(ends[i]) > Negligible) weights.Move(_ends[i], (float)ends[i] * weight);
    }

    private bool Collect(SpanContext context, SpanWindow window, WordRange gold, out int goldPair)
    {
        Clear();
        goldPair = -1;
        FeatureGroups none = _none;
        TFeatures.None(context, ref none);
        _none.EndGroup();
        Fill(window.Starts, _starts, (int word, ref FeatureGroups sink) => TFeatures.First(context, word, ref sink));
        Fill(window.Ends, _ends, (int word, ref FeatureGroups sink) => TFeatures.Last(context, word, ref sink));
        FeatureGroups pairs = _pairs;
        for (int i = 0; i < window.Starts.Count; i++)
        {
            for (int j = 0; j < window.Ends.Count; j++)
            {
                if (!TFeatures.MayPair(context, window.Starts[i], window.Ends[j])) continue;
                if (window.Starts[i] == gold.First && window.Ends[j] == gold.Last) goldPair = _places.Count;
                TFeatures.Pair(context, window.Starts[i], window.Ends[j], ref pairs);
                pairs.EndGroup();
                _places.Add((i, j));
            }
        }
        if (gold.IsNone) goldPair = _places.Count;
        return goldPair >= 0;
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
        for (int i = 0; i < sums.Length; i++) sums[i] = weights.Score(groups[i]);
        return sums;
    }

    private delegate void Extractor(int word, ref FeatureGroups sink);
}

/// <summary>Features of several candidates, one group after the other.</summary>
/// <param name="dropout">Share of the features that is left out at each look, so that no single one is relied on.</param>
internal sealed class FeatureGroups(float dropout) : IFeatureSink
{
    private Random64 _random = new(5);
    private readonly List<uint> _features = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public ReadOnlySpan<uint> this[int group] =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[(group == 0 ? 0 : _ends[group - 1]).._ends[group]];

    public void Add(uint feature)
    {
        if (_random.NextSingle() >= dropout) _features.Add(feature);
    }

    public void EndGroup() => _ends.Add(_features.Count);

    public void Clear()
    {
        _features.Clear();
        _ends.Clear();
    }
}
