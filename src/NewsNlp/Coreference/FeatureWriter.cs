namespace NewsNlp.Coreference;

/// <summary>Numbers features one template after the other: a template of n values takes the next n numbers.</summary>
internal ref struct FeatureWriter(Span<int> active, int offset)
{
    private readonly Span<int> _active = active;
    private int _offset = offset;

    /// <summary>How many features are on.</summary>
    public int Active { get; private set; }

    /// <summary>A template of <paramref name="size"/> values; -1 where none of them is on.</summary>
    public void Add(int size, int value)
    {
        if (value >= 0) _active[Active++] = _offset + value;
        _offset += size;
    }

    public void Skip(int size) => _offset += size;
}
