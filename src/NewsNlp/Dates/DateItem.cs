using System.Buffers;

namespace NewsNlp.Dates;

/// <summary>One word, figure or sign of the text as the grammar of dates sees it; a token may be several.</summary>
internal readonly record struct DateItem(ItemKind Kind, ItemFlags Flags, int Value, int Start, int End, int Token)
{
    /// <summary>The number that is written, where it is one; for <see cref="ItemKind.Clock"/> hours and minutes are in <see cref="Value"/> as hhmm.</summary>
    public double Number { get; init; }

    /// <summary>How many figures a <see cref="ItemKind.Number"/> is written with.</summary>
    public int Digits { get; init; }

    /// <summary>The word's own text where the value is one: a TIMEX3 value.</summary>
    public string? Text { get; init; }

    public bool Has(ItemFlags flag) => (Flags & flag) != 0;
}

/// <summary>The items of an article; asked beyond its ends it answers with <see cref="ItemKind.Break"/>.</summary>
/// <remarks>The array is borrowed, and given back by <see cref="Dispose"/>.</remarks>
internal sealed class DateItems : IDisposable
{
    private static readonly DateItem Outside = new(ItemKind.Break, ItemFlags.None, 0, 0, 0, -1);
    private DateItem[] _items;

    public DateItems(int capacity) => _items = ArrayPool<DateItem>.Shared.Rent(Math.Max(16, capacity));

    public int Count { get; private set; }

    public ref readonly DateItem this[int index]
    {
        get
        {
            if ((uint)index < (uint)Count) return ref _items[index];
            return ref Outside;
        }
    }

    public ItemKind Kind(int index) => this[index].Kind;

    public bool Is(int index, ItemKind kind) => this[index].Kind == kind;

    public bool Has(int index, ItemFlags flag) => this[index].Has(flag);

    public void ReplaceLast(in DateItem item) => _items[Count - 1] = item;

    public void Add(in DateItem item)
    {
        if (Count == _items.Length) Grow();
        _items[Count++] = item;
    }

    public void Dispose()
    {
        ArrayPool<DateItem>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    private void Grow()
    {
        DateItem[] larger = ArrayPool<DateItem>.Shared.Rent(Count * 2);
        _items.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<DateItem>.Shared.Return(_items);
        _items = larger;
    }
}
