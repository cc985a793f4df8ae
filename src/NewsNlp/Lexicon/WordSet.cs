using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NewsNlp.Lexicon;

/// <summary>A set of words that ignores case and can be asked with a span, without a copy.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordSieve _sieve;

    public WordSet(IEnumerable<string> words)
    {
        FrozenSet<string> set = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (_lookup, _sieve) = (set.GetAlternateLookup<ReadOnlySpan<char>>(), new WordSieve(set));
    }

    public bool Contains(ReadOnlySpan<char> word) => _sieve.Passes(word) && _lookup.Contains(word);
}

/// <summary>Values by word; ignores case and can be asked with a span, without a copy.</summary>
internal sealed class WordMap<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordSieve _sieve;

    public WordMap(IEnumerable<KeyValuePair<string, T>> entries)
    {
        FrozenDictionary<string, T> map = entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        (_lookup, _sieve) = (map.GetAlternateLookup<ReadOnlySpan<char>>(), new WordSieve(map.Keys));
    }

    public bool TryGet(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value)
    {
        if (_sieve.Passes(word)) return _lookup.TryGetValue(word, out value);
        value = default;
        return false;
    }
}
