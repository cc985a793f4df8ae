namespace NewsNlp.Statements.Learned;

/// <summary>What has the best scores, best first; of equals the one added first.</summary>
internal sealed class BestList<T>
{
    private readonly List<(T Item, int Score)> _items = [];

    public int Count => _items.Count;

    public (T Item, int Score) this[int index] => _items[index];

    public void Clear() => _items.Clear();

    public void Add(T item, int score, int most)
    {
        int at = _items.Count;
        while (at > 0 && _items[at - 1].Score < score) at--;
        if (at == most) return;
        if (_items.Count == most) _items.RemoveAt(most - 1);
        _items.Insert(at, (item, score));
    }
}
