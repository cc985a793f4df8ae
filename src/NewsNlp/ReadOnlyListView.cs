using System.Collections;

namespace NewsNlp;

/// <summary>A list whose items are made when asked for: a view over the arrays of a <see cref="NewsDocument"/>. Holds no copy.</summary>
/// <typeparam name="T">The kind of view, for example <see cref="Token"/>.</typeparam>
public readonly struct ReadOnlyListView<T> : IReadOnlyList<T>
{
    private readonly Func<int, T> _item;

    internal ReadOnlyListView(int count, Func<int, T> item)
    {
        Count = count;
        _item = item;
    }

    /// <inheritdoc />
    public int Count { get; }

    /// <inheritdoc />
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not less than <see cref="Count"/>.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _item(index);
        }
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return _item(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
