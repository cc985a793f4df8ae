using System.Runtime.CompilerServices;

namespace NewsNlp.Statements.Learned;

/// <summary>What has the best scores, best first; of equals the one added first.</summary>
/// <param name="most">So many are kept.</param>
internal sealed class BestList<T>(int most)
{
    private readonly (T Item, int Score)[] _items = new (T, int)[most];

    public int Count { get; private set; }

    public (T Item, int Score) this[int index] => _items.AsSpan(0, Count)[index];

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item, int score)
    {
        if (Count < most || score > _items[most - 1].Score) Insert(item, score);
    }

    private void Insert(T item, int score)
    {
        if (Count < most) Count++;
        int at = Count - 1;
        for (; at > 0 && _items[at - 1].Score < score; at--) _items[at] = _items[at - 1];
        _items[at] = (item, score);
    }
}
