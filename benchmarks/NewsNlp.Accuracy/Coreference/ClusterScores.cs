namespace NewsNlp.Accuracy.Coreference;

/// <summary>
/// MUC, B³ and CEAF-e summed over documents. A document is two maps from mention (its head token) to entity: gold and found.
/// CEAF-e aligns entities greedily by similarity, best pair first, which gives a little less than the best alignment.
/// </summary>
internal sealed class ClusterScores
{
    private readonly Figure _muc = new(), _bCubed = new(), _ceaf = new();

    public double Muc => _muc.F1;

    public double BCubed => _bCubed.F1;

    public double CeafE => _ceaf.F1;

    public void Add(IReadOnlyDictionary<int, int> gold, IReadOnlyDictionary<int, int> found)
    {
        int[][] goldSets = Sets(gold), foundSets = Sets(found);
        AddMuc(goldSets, found, recall: true);
        AddMuc(foundSets, gold, recall: false);
        AddBCubed(goldSets, found, recall: true);
        AddBCubed(foundSets, gold, recall: false);
        AddCeaf(goldSets, foundSets, found);
    }

    private static int[][] Sets(IReadOnlyDictionary<int, int> map) =>
        [.. map.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(group => group.Key).Select(group => group.Order().ToArray())];

    private void AddMuc(int[][] sets, IReadOnlyDictionary<int, int> other, bool recall)
    {
        foreach (int[] set in sets)
        {
            int parts = set.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count() + set.Count(m => !other.ContainsKey(m));
            _muc.Add(recall, set.Length - parts, set.Length - 1);
        }
    }

    private void AddBCubed(int[][] sets, IReadOnlyDictionary<int, int> other, bool recall)
    {
        foreach (int[] set in sets)
        {
            double shared = set.Where(other.ContainsKey).GroupBy(m => other[m]).Sum(group => (double)group.Count() * group.Count());
            _bCubed.Add(recall, shared / set.Length, set.Length);
        }
    }

    private void AddCeaf(int[][] gold, int[][] foundSets, IReadOnlyDictionary<int, int> found)
    {
        Dictionary<int, int> numberOf = [];
        for (int i = 0; i < foundSets.Length; i++) numberOf[found[foundSets[i][0]]] = i;
        List<(double Similarity, int Gold, int Found)> pairs = [];
        for (int g = 0; g < gold.Length; g++)
            foreach (IGrouping<int, int> group in gold[g].Where(found.ContainsKey).GroupBy(m => numberOf[found[m]]))
                pairs.Add((2.0 * group.Count() / (gold[g].Length + foundSets[group.Key].Length), g, group.Key));
        bool[] goldTaken = new bool[gold.Length], foundTaken = new bool[foundSets.Length];
        double similarity = 0;
        foreach ((double pair, int g, int f) in pairs.OrderByDescending(p => p.Similarity).ThenBy(p => p.Gold).ThenBy(p => p.Found))
        {
            if (goldTaken[g] || foundTaken[f]) continue;
            goldTaken[g] = foundTaken[f] = true;
            similarity += pair;
        }
        _ceaf.Add(recall: true, similarity, gold.Length);
        _ceaf.Add(recall: false, similarity, foundSets.Length);
    }

    private sealed class Figure
    {
        private double _right, _of, _foundRight, _found;

        public double F1
        {
            get
            {
                double recall = _of == 0 ? 0 : _right / _of, precision = _found == 0 ? 0 : _foundRight / _found;
                return recall + precision == 0 ? 0 : 100 * 2 * recall * precision / (recall + precision);
            }
        }

        public void Add(bool recall, double right, double of)
        {
            if (recall)
            {
                _right += right;
                _of += of;
            }
            else
            {
                _foundRight += right;
                _found += of;
            }
        }
    }
}
