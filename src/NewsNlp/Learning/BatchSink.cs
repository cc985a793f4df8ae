using System.Runtime.CompilerServices;

namespace NewsNlp.Learning;

/// <summary>Adds up the weights of the features it is given, many at a time: the caller ends with <see cref="Flush"/>.</summary>
/// <param name="buffer">Holds features until their weights are added.</param>
internal ref struct BatchSink(FeatureTable table, Span<short> sums, Span<uint> buffer) : IFeatureSink
{
    private readonly Span<short> _sums = sums;
    private readonly Span<uint> _buffer = buffer;
    private int _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature)
    {
        if (_count == _buffer.Length) Flush();
        _buffer[_count++] = feature;
    }

    public void Flush()
    {
        table.AddTo(_sums, _buffer[.._count]);
        _count = 0;
    }
}
