using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Statements.Learned;
using NewsNlp.Training.Learning;

namespace NewsNlp.Training.Statements;

/// <summary>Teaches a <see cref="SpanRanker{TFeatures}"/>: softmax over all pairs of a first and a last word and "none".</summary>
internal sealed class SpanLearner<TFeatures>(string section, int bits, float step, float dropout) where TFeatures : struct, ISpanFeatures
{
    private const double Negligible = 1e-4;

    // More than the ranker shows to the layer: with the weights only half learned the best pairs are often others.
    private const int Finalists = 3 * SpanRanker<TFeatures>.Finalists;
    private const ulong FirstUnits = 11;

    private readonly HashedTrainer _weights = new(bits, step);
    private readonly LayerTrainer _layer = new(step, FirstUnits);
    private readonly FeatureGroups _starts = new(dropout), _ends = new(dropout), _pairs = new(dropout), _none = new(dropout), _together = new(dropout);
    private readonly List<int> _finalists = [];
    private readonly float[] _units = new float[(Finalists + 1) * RectifiedLayer.Units];
    private readonly List<(int Start, int End)> _places = [];
    private double[] _scores = [];

    /// <summary>Learns from one cue; false where its gold range cannot be reached.</summary>
    public bool Learn(SpanContext context, SpanWindow window, WordRange gold, float weight)
    {
        if (!Collect(context, window, gold, out int goldPair)) return false;
        int none = _places.Count;
        if (_scores.Length <= none) _scores = new double[none * 2 + 1];
        double[] startSums = Sums(_starts), endSums = Sums(_ends);
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

    public void WriteTo(ModelFile file)
    {
        _weights.WriteTo(file, section);
        _layer.WriteTo(file, section + ".layer");
    }

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

    private Span<float> UnitsOf(int finalist) => _units.AsSpan(finalist * RectifiedLayer.Units, RectifiedLayer.Units);

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
        for (int i = 0; i < sums.Length; i++) sums[i] = _weights.Score(groups[i]);
        return sums;
    }

    private delegate void Extractor(int word, ref FeatureGroups sink);
}
